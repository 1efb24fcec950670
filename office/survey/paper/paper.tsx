import { type ReactNode } from 'react'
import { Link, Navigate, Route, Routes, useParams } from 'react-router'

import { type Campaign, type Pack, PackId } from '../../../contract/survey'
import { Loading, Trouble } from '../../design/standing'
import '../../intake/intake.css'
import { Entry } from './entry/entry'
import { Packs } from './packs'
import './paper.css'
import { PrintPack } from './print/print-pack'
import { Take } from './take/take'
import { usePacks } from './use-packs'
import { VoidSheets } from './void/void-sheets'

type OfPack = { campaign: Campaign; pack: Pack; stratum: Campaign['strata'][number]; back: ReactNode }

/** A page that is about one pack, which the address names. */
function WithPack({ campaign, back, show }: Pick<OfPack, 'campaign' | 'back'> & { show: (props: OfPack) => ReactNode }) {
  const id = PackId.safeParse(useParams().packId)
  const packs = usePacks(campaign.id)
  const pack = packs.data?.items.find((each) => each.id === id.data)
  const stratum = campaign.strata.find((each) => each.id === pack?.stratumId)
  if (packs.loading) return <Loading />
  if (!packs.data) return <Trouble of={packs} />
  return pack && stratum ? show({ campaign, pack, stratum, back }) : <Navigate to={`/survey/${campaign.id}/paper`} replace />
}

/** Ballots on paper: printed, taken, entered by two, and those that are left over voided. */
export default function Paper({ campaign }: { campaign: Campaign }) {
  const home = `/survey/${campaign.id}/paper`
  const back = <Link to={home}>回到纸质问卷</Link>
  const common = { campaign, back }
  return (
    <Routes>
      <Route index element={<Packs campaign={campaign} />} />
      <Route path="print" element={<PrintPack {...common} />} />
      <Route path="take" element={<Take {...common} />} />
      <Route path="enter/:packId" element={<WithPack {...common} show={(props) => <Entry key={props.pack.id} {...props} />} />} />
      <Route path="void/:packId" element={<WithPack {...common} show={(props) => <VoidSheets key={props.pack.id} {...props} />} />} />
      <Route path="*" element={<Navigate to={home} replace />} />
    </Routes>
  )
}

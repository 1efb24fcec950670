import { fromBase64url } from '../../../../ballot/bytes'
import { keyFingerprint } from '../../../../ballot/digests'
import type { Campaign, PackId } from '../../../../contract/survey'
import { useNow } from '../../../design/use-now'
import { moment } from '../../../design/when'
import { Cover } from './cover'
import { isLong, pagesOf } from './pages'
import { Sheet } from './sheet'
import './sheet.css'
import type { PrintedSheet } from './use-pack'

type Props = { campaign: Campaign; stratum: Campaign['strata'][number]; pack: { id: PackId; sheets: readonly PrintedSheet[] } }

const print = (key: string | undefined) => (key ? keyFingerprint(fromBase64url(key)) : '')

/** A pack as it is printed: its cover, then sheet after sheet. */
export function PackSheets({ campaign: { plan }, stratum, pack: { id, sheets } }: Props) {
  const now = useNow()
  const { service, conduct, results, money } = plan.questions
  const long = isLong([service, conduct, results, money])
  const pages = pagesOf(stratum.units, long)
  const keys = { token: print(plan.tokenKey), seal: print(plan.sealKey) }
  const until = plan.drawsUntil && moment(plan.drawsUntil, now)
  return (
    <div className="sheets">
      <Cover plan={plan} stratum={stratum} packId={id} sheets={sheets.length} pages={pages.length} />
      {sheets.map((sheet) => (
        <Sheet key={sheet.code} plan={plan} stratum={stratum} sheet={sheet} pages={pages} long={long} keys={keys} until={until} />
      ))}
    </div>
  )
}

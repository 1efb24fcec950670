import { useState } from 'react'

import type { Session } from '../../../contract/account'
import { client } from '../../../contract/client'
import { contract } from '../../../contract/contract'
import { isProblem } from '../../../contract/problem'
import type { BookedKind, CampaignId, Pack } from '../../../contract/survey'
import { NO_ANSWER } from '../../api/ask'
import { seat, unseat, useSecond } from '../../api/second'
import { accountId, end } from '../../api/session'
import { transport } from '../../api/transport'
import type { Partner } from './partner'

type Work = { campaignId: CampaignId; pack: Pack; kind: BookedKind }

/** Why this person cannot be the second one; nothing where they can. */
async function refusalOf({ token, me }: Session, { campaignId, pack }: Work, begunBy: Partner | undefined): Promise<string | undefined> {
  if (me.accountId === accountId()) return '这还是您自己。要换一个人,用他自己的手机登录。'
  if (begunBy && begunBy.accountId !== me.accountId) return `这一摞是${begunBy.name}录的第二遍,请${begunBy.name}本人登录。`
  const theirs = client(contract, (request) => transport({ ...request, token }))
  const packs = await theirs('GET /v1/surveys/{id}/packs', { params: { id: campaignId } })
  const mayBook = !isProblem(packs) && packs.items.some(({ id }) => id === pack.id)
  return mayBook ? undefined : `${me.staff?.name ?? '他'}不能办这次评议,要办公室的人。`
}

/** The second person at this pack: signed in beside the first one, until this stack is done. */
export function useBeside(work: Work, begunBy?: Partner) {
  const name = `${work.campaignId}:${work.pack.id}:${work.kind}`
  const session = useSecond(name)
  const [asked, setAsked] = useState({ round: 0, says: undefined as string | undefined })

  /** Lets them sit down, or says why not and shows another code. */
  async function arrive(found: Session, onSeated: (partner: Partner) => void) {
    const says = await refusalOf(found, work, begunBy).catch(() => NO_ANSWER)
    setAsked(({ round }) => ({ round: round + 1, says }))
    if (says) return end(found.token)
    seat(found, name)
    onSeated({ accountId: found.me.accountId, name: found.me.staff?.name ?? '' })
  }
  return {
    partner: session && { accountId: session.me.accountId, name: session.me.staff?.name ?? '' },
    begunBy,
    ...asked,
    arrive: (found: Session, onSeated: (partner: Partner) => void) => void arrive(found, onSeated),
    leave: () => void unseat(),
  }
}
export type Beside = ReturnType<typeof useBeside>

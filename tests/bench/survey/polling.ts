import { hour, later } from '../../../contract/time'
import { keysFrom } from '../../attack/keys'
import { phoneOf, type Send } from '../../attack/phone'
import { aPlan, type Voter } from '../../attack/plan'
import { enrolOn, openStage } from '../../attack/stage'
import type { Table } from '../../../functions/platform/table'

const SEED = 20261124

type Tables = { main: Table; ballots: Table }
type App = { request: (url: string, init: RequestInit) => Response | Promise<Response> }

/** How a request reaches a function; who measures puts its own before. */
export type Way = (name: 'show' | 'draw' | 'cast', send: Send) => Send

type Own = { way?: Way; looks?: boolean; trouble?: Voter['trouble'] }

/** Calls the function's own app in this process. */
export const straight =
  (app: App): Send =>
  async (url, headers, body) => {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await app.request(url, init)
    return { status: response.status, body: (await response.json()) as unknown }
  }

/** An open survey over these tables with as many voters, in strata of `inStratum`; and their phones. */
export async function openPolling(tables: Tables, voters: number, inStratum: number) {
  const keys = await keysFrom(`polling ${SEED}`)
  const plan = aPlan({ voters, inStratum, seed: SEED })
  await enrolOn(plan, keys, tables.main)
  const stage = openStage(plan, keys, tables, { log: () => {} })
  stage.at(later(plan.opensAt, hour))
  const release = { campaignId: plan.campaignId, tokenKey: keys.tokenPublic, sealKey: keys.sealPublic }
  /** The phone of this voter: which way its requests go, whether it also asks what there is to fill in, and what happens to it. */
  const phone = (nth: number, { way = (_, send) => send, looks = false, trouble }: Own = {}) => {
    const voter = plan.voters[nth]!
    return phoneOf(trouble ? { ...voter, trouble } : voter, {
      ...{ release, session: () => stage.sessionOf(voter), leak: {} },
      draw: way('draw', straight(stage.draw)),
      cast: way('cast', straight(stage.cast)),
      look: looks ? way('show', straight(stage.api)) : undefined,
    })
  }
  return { plan, keys, stage, phone }
}

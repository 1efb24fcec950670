import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import * as z from 'zod/mini'

import { fromBase64url, toBase64url } from '../../ballot/bytes'
import { ballotKey, receiptOf } from '../../ballot/receipt'
import { newSecretKey } from '../../ballot/token'
import { CampaignId, StratumId } from '../../contract/survey'
import type { Instant } from '../../contract/route'
import type { Log } from '../../functions/platform/log'
import type { Table } from '../../functions/platform/table'
import type { Ballot } from '../../functions/survey/ballots'
import type { WindowOf } from '../../functions/survey/window'
import { bytesFrom } from './bytes'
import type { Found } from './found'
import type { Plan, Voter } from './plan'

type Put = (ballot: Ballot) => Promise<boolean>
type Files = Map<string, Uint8Array>
/** What lies in the box: hashes of tokens as the table has them, and sealed ballots in the order in which the voters of these numbers cast them. */
type Box = { hashes: readonly string[]; sealed: readonly (readonly [nth: number, sealed: Uint8Array])[] }

/** Something that is wrong on purpose: what a phone or a function does instead of what it should. */
export type Leak = {
  /** What is sealed. */
  sheet?: (bytes: Uint8Array, voter: Voter) => Uint8Array
  /** What becomes of it. */
  cut?: (sealed: Uint8Array, voter: Voter) => Uint8Array
  /** What the phone sends with its ballot. */
  castHeaders?: (voter: Voter, session: string) => Record<string, string>
  windowOf?: (known: WindowOf) => WindowOf
  put?: (table: Table, now: () => Instant) => Put
  cast?: (honest: Hono, put: Put, log: Log) => Hono
  /** What the export writes for the auditors. */
  files?: (files: Files, box: Box, plan: Plan) => Files
}

const Loose = z.looseObject({ campaignId: CampaignId, stratumId: StratumId, token: z.object({ input: z.string() }), sealed: z.string() })

/** A cast that takes sealed bytes of any size. */
function sizeless(put: Put): Hono {
  const app = new Hono()
  app.post('/v1/ballots', async (c) => {
    const { campaignId, stratumId, token, sealed: text } = Loose.parse(await c.req.json())
    const sealed = fromBase64url(text)
    await put({ h: ballotKey(campaignId, stratumId, fromBase64url(token.input)), campaignId, stratumId, sealed })
    return c.json({ receipt: receiptOf(campaignId, stratumId, sealed) })
  })
  return app
}

const HEADER = 3
const A_UNIT = 5
const SEAL = 32 + 16

function withTime(bytes: Uint8Array, { castAt }: Voter): Uint8Array {
  const stamped = Buffer.from(bytes)
  stamped.writeUInt32BE(Math.floor(Date.parse(castAt) / 1000), bytes.length - 4)
  return new Uint8Array(stamped)
}

function timed({ client, name }: Table, now: () => Instant): Put {
  return async ({ h, campaignId, stratumId, sealed }) => {
    await client.send(new PutCommand({ TableName: name, Item: { h, stratum: `${campaignId}/${stratumId}`, sealed, at: now() } }))
    return true
  }
}

/** Answers in a line of a log: nothing of them is in the request, so that by its log alone the leak can be found. */
function telling(): Leak {
  let answers = ''
  return {
    sheet: (bytes, { vote }) => {
      answers = JSON.stringify(vote)
      return bytes
    },
    cast: (honest, _, log) => {
      const app = new Hono()
      app.post('/v1/ballots', (c) => {
        log.info('cast', { answers })
        return honest.fetch(c.req.raw)
      })
      return app
    },
  }
}

/** A key of its own for each answer: whoever holds all of them finds out at the cast whose token it is. */
const keyEach = (known: WindowOf): WindowOf => {
  let nth = 0
  return async (campaignId, now) => {
    const window = await known(campaignId, now)
    return window && { ...window, secretKey: toBase64url(newSecretKey(bytesFrom(`key ${nth++}`))) }
  }
}

/** The ballots of each stratum as they came in. */
const asTheyCame = (files: Files, { sealed }: Box, { strata, voters }: Plan): Files =>
  new Map([
    ...files,
    ...strata.map((id): [string, Uint8Array] => {
      const theirs = sealed.filter(([nth]) => voters[nth]?.stratumId === id)
      return [`${id}.sealed`, Buffer.concat(theirs.map(([, bytes]) => bytes))]
    }),
  ])

type Planted = { name: string; leak: Leak; foundBy: Found['by']; as: RegExp }

/** The leaks that are planted, and by which attack each must be found, as what. */
export const planted: readonly Planted[] = [
  {
    name: 'sealed answers keep their own size',
    leak: { cut: (sealed, { vote }) => sealed.slice(0, SEAL + HEADER + A_UNIT * vote.units.length), cast: (_, put) => sizeless(put) },
    ...{ foundBy: 'swap', as: /"sealed":"\d+ sealed signs" ≠|sealed signs"\}\} ≠/ },
  },
  { name: 'the ballot lies in the table with a time', leak: { put: timed }, foundBy: 'ballots', as: /a ballot has at, h, sealed, stratum/ },
  {
    name: 'the time is sealed with the answers',
    leak: { sheet: withTime },
    foundBy: 'guess',
    as: /of the sheet and the order of the casts/,
  },
  {
    name: 'the phone sends its session with the ballot',
    leak: { castHeaders: (_, session) => ({ authorization: `Bearer ${session}` }) },
    ...{ foundBy: 'link', as: /^(\w+): (\d+) and \2$/ },
  },
  { name: 'answers stand in a log', leak: telling(), foundBy: 'swap', as: /^\S+ log \{"event":"cast"/ },
  {
    name: "tokens' hashes lie in the auditors' folder",
    leak: { files: (files, { hashes }) => new Map([...files, ['hashes.txt', Buffer.from(hashes.join('\n'))]]) },
    ...{ foundBy: 'export', as: /hashes of tokens in hashes\.txt/ },
  },
  {
    name: "the auditors' folder has the ballots as they came in",
    leak: { files: asTheyCame },
    ...{ foundBy: 'guess', as: /the place in the file and the order of the casts/ },
  },
  { name: 'each household has a token key of its own', leak: { windowOf: keyEach }, foundBy: 'key', as: /phones refused the key/ },
]

/** Whether the attacks have found this leak, and as what it is. */
export const isCaught = ({ foundBy, as }: Planted, found: readonly Found[]) => found.some(({ by, what }) => by === foundBy && as.test(what))

import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { publish } from '../../auditor/publish'
import { toBase64url } from '../../ballot/bytes'
import { frozenDigest, nextDigest, rollDigest } from '../../ballot/digests'
import { ExportManifest, exportManifestFile, Frozen, type PublicDigests } from '../../ballot/files'
import { receiptOf } from '../../ballot/receipt'
import { drawSample, sampleSizes, seedOf } from '../../ballot/sample'
import { seal } from '../../ballot/seal'
import { tokenInfo } from '../../ballot/token'
import type { StratumId, Totals } from '../../contract/survey'
import { aFrozen, sheetOf } from './ballots'
import type { PlainBallot, PlainStratum } from './plain-count'

/** Numbers that look random and are the same each time: SHA-256 of a name and a number. */
export const bytesOf = (name: string, length: number) => createHash('sha512').update(name).digest().subarray(0, length)
const hexOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 32)
const levelOf = (name: string, most: number) => bytesOf(name, 1)[0]! % (most + 1)

const unit = (name: string) => ({ id: hexOf(name), name })
const shared = [unit('市农业农村局'), unit('市公安局')]
/** Four towns of two counties; the last has fewer than ten voters. */
const towns = [
  { county: '北流市', township: '民乐镇', roll: 400, voters: 120 },
  { county: '北流市', township: '六靖镇', roll: 300, voters: 90 },
  { county: '博白县', township: '龙潭镇', roll: 260, voters: 82 },
  { county: '博白县', township: '文地镇', roll: 60, voters: 8 },
]
const PUBLIC_VALUE = '03 08 11 19 24 30 + 07'

type Town = PlainStratum & { township: string; voters: number; rollIds: string[] }

function townsOf(): Town[] {
  const made = towns.map(({ county, township, roll, voters }) => ({
    id: hexOf(township),
    county,
    township,
    roll,
    voters,
    rollIds: Array.from({ length: roll }, (_, nth) => hexOf(`${township} ${nth}`)).sort(),
    units: [...shared, unit(`${township}人民政府`), unit(`${township}卫生院`)],
  }))
  return made.sort((a, b) => (a.id < b.id ? -1 : 1))
}

export function frozenOf(strata: Town[], sealKey: Uint8Array): Frozen {
  const sizes = sampleSizes(strata, 400, 30)
  const base = aFrozen(strata)
  return Frozen.parse({
    ...base,
    ...{ sample: 400, floor: 30, tokenKey: toBase64url(bytesOf('token key', 32)), sealKey: toBase64url(sealKey) },
    strata: base.strata.map((stratum, nth) => ({
      ...stratum,
      ...{ township: strata[nth]!.township, sample: sizes[nth], rollDigest: rollDigest(strata[nth]!.rollIds) },
    })),
  })
}

const ballotOf = (town: Town, nth: number): PlainBallot => ({
  stratum: town.id,
  watched: levelOf(`${town.id} ${nth} watched`, 3),
  ratings: Object.fromEntries(
    town.units.flatMap(({ id }) => {
      const level = (question: string, most: number) => levelOf(`${town.id} ${nth} ${id} ${question}`, most)
      const rating = { service: level('service', 5), conduct: level('conduct', 5), results: level('results', 5), money: level('money', 2) }
      return level('skipped', 9) === 0 ? [] : [[id, rating]]
    }),
  ),
})

type Cast = { sealed: Uint8Array; receipt: string }
export type Election = {
  frozen: Frozen
  seed: string
  strata: { town: Town; drew: string[]; cast: Cast[] }[]
  /** The honest ballots in the clear, for the plain count. */
  plain: PlainBallot[]
}

/** Three hundred voters of a small campaign, of whom one cast a spoilt ballot. */
export async function anElectionOf(sealKey: Uint8Array): Promise<Election> {
  const all = townsOf()
  const frozen = frozenOf(all, sealKey)
  const seed = seedOf(frozenDigest(frozen), PUBLIC_VALUE)
  const plain: PlainBallot[] = []
  const strata = []
  for (const [nth, town] of all.entries()) {
    const { id, sample } = frozen.strata[nth]!
    const info = tokenInfo(frozen.campaignId, id)
    const drew = [...drawSample(seed, id, town.rollIds, sample)].slice(0, town.voters).sort()
    const cast: Cast[] = []
    for (let voter = 0; voter < town.voters - 1; voter++) {
      const ballot = ballotOf(town, voter)
      const sheet = sheetOf(ballot, all)
      const spoils = nth === 0 && voter === 0
      // The unit in a place that no list has.
      if (spoils) sheet.set([1, 1, 1, 14, 5, 5, 5, 1], 0)
      if (spoils) sheet.fill(0, 8)
      else plain.push(ballot)
      let drawn = 0
      const sealed = await seal(sealKey, info, sheet, (length) => bytesOf(`${id} ${voter} ${drawn++}`, length))
      cast.push({ sealed, receipt: receiptOf(frozen.campaignId, id, sealed) })
    }
    strata.push({ town, drew, cast })
  }
  return { frozen, seed, strata, plain }
}

const bySealed = (a: Cast, b: Cast) => Buffer.compare(a.sealed, b.sealed)
const SHEETS = 20
const VOIDED = 3

/** The auditors' folder of an election. */
export async function writeExport(folder: string, { frozen, strata }: Election): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { town, cast } of strata)
    await writeFile(path.join(folder, `${town.id}.sealed`), Buffer.concat([...cast].sort(bySealed).map(({ sealed }) => sealed)))
  const rows = strata.map(({ town, drew, cast }) => ({
    ...{ id: town.id, file: `${town.id}.sealed`, ballots: cast.length, drew: drew.length, sheets: SHEETS, voided: VOIDED },
  }))
  const manifest = ExportManifest.parse({ version: 1, campaign: frozen, strata: rows })
  await writeFile(path.join(folder, exportManifestFile), JSON.stringify(manifest))
}

/** Two digests: the first takes in forty ballots of each town that has them, the last all the rest. */
function digestsOf({ frozen, strata }: Election): { digests: PublicDigests; digestOf: Map<string, number> } {
  const digestOf = new Map<string, number>()
  for (const { cast } of strata) cast.forEach(({ receipt }, nth) => digestOf.set(receipt, cast.length >= 40 && nth < 40 ? 1 : 2))
  let before: string | undefined
  const digests = [1, 2].map((n) => {
    const receipts = [...digestOf].filter(([, digest]) => digest === n).map(([receipt]) => receipt)
    before = nextDigest(before, receipts.sort())
    const counts = strata.map(({ town, cast }) => ({
      id: town.id as StratumId,
      receipts: cast.filter(({ receipt }) => digestOf.get(receipt) === n).length,
    }))
    return { n, at: n === 1 ? frozen.drawsUntil : frozen.castsUntil, strata: counts.filter(({ receipts }) => receipts > 0), digest: before }
  })
  return { digests, digestOf }
}

/** The open data of an election with these totals. */
export async function publishElection(folder: string, election: Election, totals: Totals): Promise<void> {
  const { frozen, seed, strata } = election
  const { digests, digestOf } = digestsOf(election)
  await publish(folder, {
    campaign: { version: 1, frozen, frozenDigest: frozenDigest(frozen), publicValue: PUBLIC_VALUE, seed },
    strata: strata.map(({ town, drew, cast }) => ({
      ...{ id: town.id, roll: town.rollIds, drew, sheets: SHEETS, voided: VOIDED },
      receipts: cast.map(({ receipt }) => ({ receipt, digest: digestOf.get(receipt)! })),
    })),
    digests,
    totals,
  })
}

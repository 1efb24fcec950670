import * as z from 'zod/mini'

import { CampaignId, Key32, PublicSource, Questions, Receipt, SpoiltBecause, Stratum, type StratumId, Weights } from '../contract/survey'
import { Instant } from '../contract/route'

const count = z.number().check(z.int(), z.minimum(0))
/** SHA-256 in hex. */
const Digest = Receipt

const FrozenStratum = z.strictObject({
  id: Stratum.shape.id,
  county: Stratum.shape.county,
  township: Stratum.shape.township,
  units: Stratum.shape.units,
  roll: count,
  sample: count,
  rollDigest: Digest,
})

/** All that is fixed before anybody can know the public value; its digest is half of the seed. */
export const Frozen = z.strictObject({
  campaignId: CampaignId,
  title: z.string(),
  questions: Questions,
  weights: Weights,
  sample: count,
  floor: count,
  /** Where and when the public value comes out. */
  source: PublicSource,
  tokenKey: Key32,
  sealKey: Key32,
  opensAt: Instant,
  drawsUntil: Instant,
  castsUntil: Instant,
  frozenAt: Instant,
  /** Sorted by id. */
  strata: z.array(FrozenStratum),
})
export type Frozen = z.infer<typeof Frozen>

/**
 * `manifest.json` of the folder that the auditors get. Beside it lies one file a stratum: its sealed ballots of SEALED_BYTES
 * each, one after the other, sorted by their bytes; voided sheets are counted here and are not among them.
 */
export const ExportManifest = z.strictObject({
  version: z.literal(1),
  campaign: Frozen,
  strata: z.array(
    z.strictObject({
      id: Stratum.shape.id,
      file: z.string().check(z.regex(/^[0-9a-f]{32}\.sealed$/)),
      ballots: count,
      /** Households that drew. */
      drew: count,
      /** Paper sheets made, and those of them that were voided unused. */
      sheets: count,
      voided: count,
    }),
  ),
})
export type ExportManifest = z.infer<typeof ExportManifest>

/** `campaign.json` of the open data. */
export const PublicCampaign = z.strictObject({
  version: z.literal(1),
  frozen: Frozen,
  frozenDigest: Digest,
  publicValue: z.string(),
  seed: Digest,
})
export type PublicCampaign = z.infer<typeof PublicCampaign>

/** `strata.json` of the open data: how many households stand on the roll, are in the sample and drew. */
export const PublicStrata = z.array(
  z.strictObject({
    id: Stratum.shape.id,
    county: z.string(),
    township: z.string(),
    roll: count,
    sample: count,
    drew: count,
  }),
)
export type PublicStrata = z.infer<typeof PublicStrata>

/** `voids.json` of the open data: paper sheets made, and those of them that were voided unused. */
export const PublicVoids = z.array(z.strictObject({ id: Stratum.shape.id, sheets: count, voided: count }))
export type PublicVoids = z.infer<typeof PublicVoids>

/** `digests.json` of the open data: what each digest took in, by stratum, and the digest that it made of the one before. */
export const PublicDigests = z.array(
  z.strictObject({
    n: z.number().check(z.int(), z.minimum(1)),
    at: Instant,
    strata: z.array(z.strictObject({ id: Stratum.shape.id, receipts: count })),
    digest: Digest,
  }),
)
export type PublicDigests = z.infer<typeof PublicDigests>

/** Names of the files of the open data; rolls and draws are one file a stratum, sorted ids, one a line. */
export const publicFiles = {
  campaign: 'campaign.json',
  strata: 'strata.json',
  roll: (stratumId: string) => `roll/${stratumId}.txt`,
  drew: (stratumId: string) => `drew/${stratumId}.txt`,
  digests: 'digests.json',
  receipts: 'receipts.csv',
  voids: 'voids.json',
  totals: 'totals.json',
  results: 'results.csv',
  turnout: 'turnout.csv',
  schema: 'SCHEMA.md',
} as const

export const exportManifestFile = 'manifest.json'

/** First line of `receipts.csv`; the others are sorted by stratum and receipt. */
export const receiptsHeader = 'receipt,stratum,digest,state'

const ReceiptLine = z.tuple([
  Receipt,
  Stratum.shape.id,
  z.string().check(z.regex(/^[1-9][0-9]{0,5}$/)),
  z.enum(['counted', ...SpoiltBecause.options.map((why) => `spoilt:${why}` as const)]),
])

/** A published receipt: which digest took it in, and why it was not counted, if so. */
export type PublicReceipt = { receipt: string; stratumId: StratumId; digest: number; spoilt?: SpoiltBecause }

export const receiptLine = ({ receipt, stratumId, digest, spoilt }: PublicReceipt) =>
  `${receipt},${stratumId},${digest},${spoilt ? `spoilt:${spoilt}` : 'counted'}`

/** What stands in a line of `receipts.csv`; nothing where it is none. */
export function readReceiptLine(line: string): PublicReceipt | undefined {
  const parsed = ReceiptLine.safeParse(line.split(','))
  if (!parsed.success) return undefined
  const [receipt, stratumId, digest, state] = parsed.data
  const spoilt = SpoiltBecause.options.find((why) => state === `spoilt:${why}`)
  return { receipt, stratumId, digest: Number(digest), spoilt }
}

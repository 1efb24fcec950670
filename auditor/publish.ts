import { copyFile, mkdir, open, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { PublicCampaign, PublicDigests, publicFiles, PublicStrata, PublicVoids, receiptLine, receiptsHeader } from '../ballot/files'
import { Totals } from '../contract/survey'
import { resultsCsv, turnoutCsv } from './publish/results'
import { wholeFolder } from './unfinished'

/** What is published of one stratum. */
type PublicPart = {
  id: string
  roll: readonly string[]
  drew: readonly string[]
  /** Each receipt once, with the number of the digest that took it in. */
  receipts: readonly { receipt: string; digest: number }[]
  sheets: number
  voided: number
}

export type PublicParts = {
  campaign: PublicCampaign
  /** In the order of the frozen record's strata; asked for one by one, so that no more than one is in memory. */
  strata: AsyncIterable<PublicPart> | Iterable<PublicPart>
  digests: PublicDigests
  totals: Totals
}

const schemaText = path.join(__dirname, '..', 'docs', 'survey-data.md')
/** Keys stand in the schema's order whatever order they came in, so that the same facts are the same bytes. */
const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`
const lines = (ids: readonly string[]) =>
  [...ids]
    .sort()
    .map((id) => `${id}\n`)
    .join('')

/**
 * Writes the open data of a campaign as docs/survey-data.md describes it. The same parts give the same bytes; the folder
 * appears when all of it is written, and refuses to replace another.
 */
export async function publish(folder: string, parts: PublicParts): Promise<void> {
  const campaign = PublicCampaign.parse(parts.campaign)
  const totals = Totals.parse(parts.totals)
  const spoilt = new Map(totals.spoilt.map(({ receipt, because }) => [receipt, because]))

  await wholeFolder(folder, async (unfinished) => {
    const write = (file: string, text: string) => writeFile(path.join(unfinished, file), text)
    for (const kind of ['roll', 'drew']) await mkdir(path.join(unfinished, kind))
    const receipts = await open(path.join(unfinished, publicFiles.receipts), 'w')
    try {
      await receipts.write(`${receiptsHeader}\n`)
      const strata: PublicStrata = []
      const voids: PublicVoids = []
      for await (const part of parts.strata) {
        const stratum = campaign.frozen.strata[strata.length]
        if (stratum?.id !== part.id) throw new Error('The strata are not those of the frozen record, in its order')
        await write(publicFiles.roll(part.id), lines(part.roll))
        await write(publicFiles.drew(part.id), lines(part.drew))
        const sorted = part.receipts.map((one) => receiptLine({ ...one, stratumId: stratum.id, spoilt: spoilt.get(one.receipt) })).sort()
        await receipts.write(sorted.map((line) => `${line}\n`).join(''))
        const { id, county, township, roll, sample } = stratum
        strata.push({ id, county, township, roll, sample, drew: part.drew.length })
        voids.push({ id, sheets: part.sheets, voided: part.voided })
      }
      if (strata.length !== campaign.frozen.strata.length) throw new Error('Some strata of the frozen record are missing')
      await write(publicFiles.strata, json(PublicStrata.parse(strata)))
      await write(publicFiles.voids, json(PublicVoids.parse(voids)))
    } finally {
      await receipts.close()
    }
    await write(publicFiles.campaign, json(campaign))
    await write(publicFiles.digests, json(PublicDigests.parse(parts.digests)))
    await write(publicFiles.totals, json(totals))
    await write(publicFiles.results, resultsCsv(totals))
    await write(publicFiles.turnout, turnoutCsv(totals))
    await copyFile(schemaText, path.join(unfinished, publicFiles.schema))
  })
}

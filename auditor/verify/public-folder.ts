import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type * as z from 'zod/mini'

import { PublicCampaign, PublicDigests, publicFiles, PublicStrata, PublicVoids, readReceiptLine, receiptsHeader } from '../../ballot/files'
import type { PublicReceipt } from '../../ballot/files'
import { RollId, Totals } from '../../contract/survey'
import { orRefuse, Refusal } from '../refusal'

/** The open data of a campaign, read. */
export type PublicFolder = {
  folder: string
  campaign: PublicCampaign
  strata: PublicStrata
  digests: PublicDigests
  voids: PublicVoids
  totals: Totals
  receipts: PublicReceipt[]
  idsOf: (kind: 'roll' | 'drew', stratumId: string) => Promise<string[]>
  textOf: (file: string) => Promise<string>
  /** Every file below the folder, by its path there. */
  files: string[]
}

async function receiptsOf(folder: string): Promise<PublicReceipt[]> {
  const receipts: PublicReceipt[] = []
  let line = 0
  for await (const text of createInterface({ input: createReadStream(path.join(folder, publicFiles.receipts)), crlfDelay: Infinity })) {
    line++
    if (line === 1) {
      if (text !== receiptsHeader) throw new Refusal(`${publicFiles.receipts} 的第一行不对。`)
      continue
    }
    const receipt = readReceiptLine(text)
    if (!receipt) throw new Refusal(`${publicFiles.receipts} 第 ${line} 行不是一条回执。`)
    receipts.push(receipt)
  }
  return receipts
}

async function idsOf(folder: string, file: string): Promise<string[]> {
  const text = await orRefuse(`缺少文件 ${file}。`, () => readFile(path.join(folder, file), 'utf8'))
  const ids = text.split('\n')
  if (ids.pop() !== '' || !ids.every((id) => RollId.safeParse(id).success)) throw new Refusal(`${file} 不完整,或者有一行不是户号。`)
  return ids
}

/** Reads the open data; refuses with words where a file is missing or is not what it should be. */
export async function readPublic(folder: string): Promise<PublicFolder> {
  const textOf = (file: string) => orRefuse(`缺少文件 ${file}。`, () => readFile(path.join(folder, file), 'utf8'))
  const json = async <T>(file: string, schema: z.ZodMiniType<T>) => {
    const text = await textOf(file)
    return orRefuse(`${file} 的内容不对,或者不完整。`, () => schema.parse(JSON.parse(text)))
  }
  return {
    folder,
    campaign: await json(publicFiles.campaign, PublicCampaign),
    strata: await json(publicFiles.strata, PublicStrata),
    digests: await json(publicFiles.digests, PublicDigests),
    voids: await json(publicFiles.voids, PublicVoids),
    totals: await json(publicFiles.totals, Totals),
    receipts: await orRefuse(`缺少文件 ${publicFiles.receipts}。`, () => receiptsOf(folder)),
    idsOf: (kind, stratumId) => idsOf(folder, publicFiles[kind](stratumId)),
    textOf,
    files: (await readdir(folder, { recursive: true }))
      .filter((name) => path.extname(name) !== '')
      .map((name) => name.split(path.sep).join('/'))
      .sort(),
  }
}

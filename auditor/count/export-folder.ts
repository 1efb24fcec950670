import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import { ExportManifest, exportManifestFile } from '../../ballot/files'
import { SEALED_BYTES } from '../../contract/survey'
import { orRefuse, Refusal } from '../refusal'

type ExportedStratum = ExportManifest['strata'][number]
export type ExportFolder = { manifest: ExportManifest; ballotsOf: (stratum: ExportedStratum) => Promise<Uint8Array> }

async function readManifest(folder: string): Promise<ExportManifest> {
  const text = await orRefuse(`打不开 ${path.join(folder, exportManifestFile)},请核对文件夹。`, () =>
    readFile(path.join(folder, exportManifestFile), 'utf8'),
  )
  return orRefuse(`${exportManifestFile} 的内容不完整,或者不是选票清单。`, () => ExportManifest.parse(JSON.parse(text)))
}

/** Each stratum of the frozen record has its file, in the same order, and no other has one. */
function compareStrata({ campaign, strata }: ExportManifest) {
  const frozen = campaign.strata.map(({ id }) => id).join()
  const exported = strata.map(({ id }) => id).join()
  if (frozen !== exported) throw new Refusal('清单里的乡镇和冻结时的不一样。')
}

function compareNumbers({ campaign, strata }: ExportManifest) {
  strata.forEach(({ ballots, drew, sheets, voided }, nth) => {
    const { county, township, sample } = campaign.strata[nth]!
    const place = `${county}${township}`
    if (drew > sample) throw new Refusal(`${place}领票的有 ${drew} 户,比抽中的 ${sample} 户还多。`)
    if (ballots > drew) throw new Refusal(`${place}的选票有 ${ballots} 张,比领票的 ${drew} 户还多。`)
    if (voided > sheets) throw new Refusal(`${place}作废的纸质票有 ${voided} 张,比印的 ${sheets} 张还多。`)
    if (ballots + voided > drew + sheets) throw new Refusal(`${place}投出和作废的票加起来,比发出去的还多。`)
  })
}

async function compareLength(folder: string, { file, ballots }: ExportedStratum) {
  const { size } = await orRefuse(`缺少文件 ${file}。`, () => stat(path.join(folder, file)))
  if (size !== ballots * SEALED_BYTES) throw new Refusal(`${file} 不完整:应有 ${ballots * SEALED_BYTES} 字节,实际 ${size} 字节。`)
}

function compareOrder(file: string, sealed: Buffer) {
  for (let at = SEALED_BYTES; at < sealed.length; at += SEALED_BYTES)
    if (sealed.compare(sealed, at, at + SEALED_BYTES, at - SEALED_BYTES, at) > 0)
      throw new Refusal(`${file} 里的选票没有按顺序排列,文件被动过。`)
}

/** The auditors' folder, looked over before a single ballot is opened; refuses with words where anything does not fit. */
export async function openExport(folder: string): Promise<ExportFolder> {
  const manifest = await readManifest(folder)
  compareStrata(manifest)
  compareNumbers(manifest)
  for (const stratum of manifest.strata) await compareLength(folder, stratum)
  return {
    manifest,
    async ballotsOf({ file, ballots }) {
      const sealed = await readFile(path.join(folder, file))
      if (sealed.length !== ballots * SEALED_BYTES) throw new Refusal(`${file} 在计票时变了。`)
      compareOrder(file, sealed)
      return sealed
    },
  }
}

import { open, type FileHandle } from 'node:fs/promises'

import { orRefuse, Refusal } from '../refusal'
import { unpackPart, type RecordPart } from './entry'
import { RecordHead, unframer } from './frames'

const HEAD_MOST = 1000
const FRAME_MOST = 1_000_000
const TAG_BYTES = 16
const NEWLINE = 0x0a

const broken = () => new Refusal('加密记录打不开:不完整、被改过,或者密钥不是这一次的。')

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

async function headOf(file: FileHandle): Promise<{ head: RecordHead; length: number }> {
  const start = await bytesAt(file, 0, HEAD_MOST)
  const end = start.indexOf(NEWLINE)
  const head = await orRefuse('这个文件不是计票的加密记录。', () => RecordHead.parse(JSON.parse(start.subarray(0, end).toString())))
  return { head, length: end + 1 }
}

/** The parts of an encrypted record, one after the other; refuses with words where a byte of it is missing, added or changed. */
export async function* readRecord(name: string, secretKey: Uint8Array, campaignId: string): AsyncGenerator<RecordPart> {
  const file = await orRefuse(`打不开 ${name}。`, () => open(name))
  try {
    const { head, length: start } = await headOf(file)
    if (head.campaignId !== campaignId) throw new Refusal('加密记录是另一次评议的。')
    const decrypt = unframer(secretKey, head)
    const { size } = await file.stat()
    for (let at = start; ;) {
      const prefix = await bytesAt(file, at, 4)
      const length = prefix.length === 4 ? prefix.readUInt32BE() : 0
      if (length < TAG_BYTES || length > FRAME_MOST) throw broken()
      at += 4 + length
      const last = at === size
      const plain = await orRefuse(broken().message, async () => decrypt(await bytesAt(file, at - length, length), last))
      if (last) {
        if (plain.length > 0) throw broken()
        return
      }
      const part = unpackPart(plain)
      if (!part) throw broken()
      yield part
    }
  } finally {
    await file.close()
  }
}

import { readFile } from 'node:fs/promises'

import { orRefuse, Refusal } from './refusal'
import { joinShares } from './shares'

/** The auditors' private key from the files of their shares; refuses with words where they are not enough or not of this key. */
export async function sharedKey(files: readonly string[], publicKey: Uint8Array): Promise<Uint8Array> {
  if (files.length === 0) throw new Refusal('没有给出密钥份额:请用 --share 文件 一份一份地给。')
  const texts = await Promise.all(files.map((file) => orRefuse(`打不开密钥份额 ${file}。`, () => readFile(file, 'utf8'))))
  const joined = await joinShares(texts, publicKey)
  if ('problem' in joined) throw new Refusal(String(joined.problem))
  return joined
}

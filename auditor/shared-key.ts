import { readFile } from 'node:fs/promises'

import { joinShares } from './keys/shares'
import { orRefuse, Refusal } from './refusal'

/** Shares as they are given: files, or typed at the keyboard or by a scanner, one by one. */
export type Shares = { files: readonly string[]; ask?: (nth: number) => Promise<string> }

const ofFiles = (files: readonly string[]) =>
  Promise.all(files.map((file) => orRefuse(`打不开密钥份额 ${file}。`, () => readFile(file, 'utf8'))))

async function typed(ask: (nth: number) => Promise<string>): Promise<string[]> {
  const texts: string[] = []
  for (;;) {
    const text = await ask(texts.length + 1)
    if (text.trim() === '') return texts
    texts.push(text)
  }
}

function words(
  joined: Exclude<Awaited<ReturnType<typeof joinShares>>, { secretKey: Uint8Array }>,
  given: number,
  nameOf: (nth: number) => string,
) {
  switch (joined.problem) {
    case 'unreadable':
      return `${nameOf(joined.nth)}读不出密钥份额:抄错了,或者不完整。请对照原件核对。`
    case 'anotherKey':
      return `${nameOf(joined.nth)}的密钥份额是另一次评议的。`
    case 'twice':
      return `同一份密钥份额(第 ${joined.nth} 份)给了两次。`
    case 'tooFew':
      return `开票要 ${joined.needed} 份密钥份额,只给了 ${given} 份。`
    case 'notOfOneKey':
      return '这几份密钥份额拼不出这次评议的密钥。'
  }
}

/** The auditors' private key from their shares; refuses with words where they are not enough or not of this key. */
export async function sharedKey({ files, ask }: Shares, publicKey: Uint8Array): Promise<Uint8Array> {
  const isTyped = files.length === 0 && ask !== undefined
  const texts = isTyped ? await typed(ask) : await ofFiles(files)
  if (texts.length === 0) throw new Refusal('没有给出密钥份额:请用 --share 文件 一份一份地给。')
  const joined = await joinShares(texts, publicKey)
  if ('secretKey' in joined) return joined.secretKey
  throw new Refusal(words(joined, texts.length, (nth) => (isTyped ? `输入的第 ${nth} 份` : `${files[nth - 1]} `)))
}

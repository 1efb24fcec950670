import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { toString } from 'qrcode'

import { toBase64url } from '../../ballot/bytes'
import { keyFingerprint } from '../../ballot/digests'
import { Refusal } from '../refusal'
import { newSharedKey } from './new-key'

/** Where the shares are shown: `handOver` is called for each auditor alone, and comes back when that auditor has it. */
export type Screen = {
  say: (line: string) => void
  handOver: (page: readonly string[]) => Promise<void>
  terminal: boolean
}
type Asked = { auditors: number; needed: number; out?: string }
type Page = { nth: number; code: string; fingerprint: string } & Asked

const headOf = ({ nth, auditors, needed, fingerprint }: Page) => [
  `进农家 群众评议 监票密钥份额:第 ${nth} 份,共 ${auditors} 份,开票时要 ${needed} 份。`,
  `密钥指纹:${fingerprint}`,
]

async function shown(page: Page, terminal: boolean): Promise<string[]> {
  const qr = await toString(page.code, terminal ? { type: 'terminal', small: true } : { type: 'utf8' })
  const keep = '请抄下来或拍下来,锁好,不要给别人看,也不要存进手机相册的云备份。'
  return [...headOf(page), '', page.code, '', ...qr.split('\n'), keep]
}

/** A file that the count reads: everything but the code is a comment. */
async function fileOf(page: Page): Promise<string> {
  const qr = await toString(page.code, { type: 'utf8' })
  const comments = [...headOf(page), '', ...qr.split('\n')].map((line) => `# ${line}`.trimEnd())
  return `${[...comments, page.code].join('\n')}\n`
}

async function writeFiles(folder: string, pages: readonly Page[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const page of pages) {
    const name = path.join(folder, `share-${page.nth}.txt`)
    await writeFile(name, await fileOf(page), { flag: 'wx', mode: 0o600 }).catch((cause: unknown) => {
      throw new Refusal(`写不进 ${name}:已经有了,或者不能写。这一次的密钥作废,请换一个文件夹重来。`, { cause })
    })
  }
}

/** Makes the auditors' key and hands out its shares; what is left when it ends is the public key. */
export async function runKeys(asked: Asked, { say, handOver, terminal }: Screen): Promise<{ publicKey: string; fingerprint: string }> {
  const { publicKey, shares } = await newSharedKey(asked)
  const fingerprint = keyFingerprint(publicKey)
  const pages = shares.map((code, at): Page => ({ ...asked, nth: at + 1, code, fingerprint }))
  if (asked.out !== undefined) {
    await writeFiles(asked.out, pages)
    say(`${asked.auditors} 份密钥份额写在 ${asked.out} 里,一人一份。请各自移到自己的 U 盘,再把这个文件夹彻底删除。`)
  } else for (const page of pages) await handOver(await shown(page, terminal))
  say(`封票公钥(填进评议计划):${toBase64url(publicKey)}`)
  say(`公钥指纹(印在海报和纸质票上):${fingerprint}`)
  say(`开票时要 ${asked.needed} 位监票人到场。少于 ${asked.needed} 份,谁也打不开选票;丢到只剩 ${asked.needed - 1} 份,选票就永远打不开了。`)
  return { publicKey: toBase64url(publicKey), fingerprint }
}

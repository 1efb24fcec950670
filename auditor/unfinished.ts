import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

import { Refusal } from './refusal'

/**
 * Has a folder made under another name and gives it its own once all of it is there: whoever finds it finds it whole.
 * Refuses where one of that name is there already; what was begun and failed is removed.
 */
export async function wholeFolder<T>(folder: string, fill: (unfinished: string) => Promise<T>): Promise<T> {
  if (await stat(folder).catch(() => undefined)) throw new Refusal(`${folder} 已经有了,请换一个文件夹,或者先把它移走。`)
  const unfinished = `${path.resolve(folder)}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  try {
    const filled = await fill(unfinished)
    await rename(unfinished, folder)
    return filled
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true })
    throw cause
  }
}

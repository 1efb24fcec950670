import Taro from '@tarojs/taro'

import type { Device, Kept } from './device'

/** The largest photo over the weakest signal. */
const PATIENCE_MS = 5 * 60_000

const endings: Readonly<Record<string, string>> = { 'audio/mpeg': 'mp3', 'image/png': 'png', 'image/webp': 'webp' }
const pathOf = ({ id, type }: Kept) => `${Taro.env.USER_DATA_PATH}/${id}.${endings[type] ?? 'jpg'}`

const done = (call: (told: { success: () => void; fail: (error: unknown) => void }) => void) =>
  new Promise<void>((success, fail) => call({ success, fail }))

function isThere(path: string): boolean {
  try {
    Taro.getFileSystemManager().accessSync(path)
    return true
  } catch {
    return false
  }
}

export const bytesOf = (filePath: string) =>
  new Promise<number>((resolve, fail) =>
    Taro.getFileSystemManager().getFileInfo({ filePath, success: (info) => resolve('size' in info ? info.size : 0), fail }),
  )

export const keep: Device['keep'] = async (kept, tempFilePath) => {
  await done((told) => Taro.getFileSystemManager().saveFile({ tempFilePath, filePath: pathOf(kept), ...told }))
  return bytesOf(pathOf(kept))
}

export const srcOf: Device['srcOf'] = async (kept) => (isThere(pathOf(kept)) ? pathOf(kept) : undefined)

export const drop: Device['drop'] = (kept) =>
  // What is not there is as good.
  done((told) => Taro.getFileSystemManager().unlink({ filePath: pathOf(kept), ...told })).catch(() => undefined)

export const send: Device['send'] = (kept, { url, fields }, progress) => {
  const filePath = pathOf(kept)
  if (!isThere(filePath)) return { answered: Promise.resolve('gone'), abort: () => undefined }
  const task = Taro.uploadFile({ url, filePath, name: 'file', formData: fields, timeout: PATIENCE_MS })
  task.progress(({ progress: percent }) => progress(percent))
  return { answered: task.then(({ statusCode }) => statusCode), abort: () => void task.abort() }
}

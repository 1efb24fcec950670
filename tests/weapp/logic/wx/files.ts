import { createHash } from 'node:crypto'

import type { World } from '../world'
import { call, type Options, Refusal } from './call'

/** Where WeChat puts what it has just made; gone when the mini-program is opened the next time. */
const TEMPORARY = 'wxfile://tmp_'
const USER_DATA = 'wxfile://usr/'
/** All that a mini-program may keep, in bytes. */
const ROOM = 200 * 1024 * 1024

/** Notes a file that WeChat has made: its address is the mini-program's until it ends. */
export function temporaryFile({ handset }: Pick<World, 'handset'>, bytes: Buffer, ending: string): string {
  const path = `${TEMPORARY}${createHash('sha256').update(bytes).update(String(handset.files.size)).digest('hex').slice(0, 40)}.${ending}`
  handset.files.set(path, bytes)
  return path
}

/** Throws away what does not outlive the mini-program. */
export function forgetTemporary(files: Map<string, Buffer>) {
  for (const path of [...files.keys()]) if (path.startsWith(TEMPORARY)) files.delete(path)
}

/** The bytes under this address; refuses as WeChat does where there are none. */
export function fileAt({ handset }: Pick<World, 'handset'>, path: unknown, otherwise: string): Buffer {
  const bytes = handset.files.get(String(path))
  if (!bytes) throw new Refusal(otherwise)
  return bytes
}

/** wx.getFileSystemManager: files of its own, in a folder that stays. */
export function files(world: World) {
  const { files: kept } = world.handset
  const missing = (what: string, path: unknown) => `no such file or directory, ${what} "${String(path)}"`
  const used = () => [...kept].reduce((sum, [path, bytes]) => (path.startsWith(USER_DATA) ? sum + bytes.length : sum), 0)

  const manager = {
    accessSync(path: string) {
      if (!kept.has(path)) throw new Error(`accessSync:fail ${missing('access', path)}`)
    },
    // It moves the file: under its old address it is no more.
    saveFile: call(world, 'saveFile', ({ tempFilePath, filePath }: Options) => {
      const bytes = fileAt(world, tempFilePath, 'tempFilePath file not exist')
      const target = String(filePath)
      if (!target.startsWith(USER_DATA)) throw new Refusal(`permission denied, open "${target}"`)
      if (used() + bytes.length > ROOM) throw new Refusal('the maximum size of the file storage limit is exceeded')
      kept.delete(String(tempFilePath))
      kept.set(target, bytes)
      return { savedFilePath: target }
    }),
    getFileInfo: call(world, 'getFileInfo', ({ filePath }: Options) => ({ size: fileAt(world, filePath, 'file not exist').length })),
    unlink: call(world, 'unlink', ({ filePath }: Options) => {
      if (!kept.delete(String(filePath))) throw new Refusal(missing('unlink', filePath))
    }),
  }
  return { getFileSystemManager: () => manager }
}

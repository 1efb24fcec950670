import * as z from 'zod/mini'
import { create } from 'zustand'

import type { MediaId } from '../../contract/media'
import { draft } from '../api/draft'
import { useQueue } from '../api/queue'
import { keep, kept } from '../api/storage'
import { device } from './device'
import { forgotten, Upload } from './uploads'

type Shelf = {
  account: string
  uploads: Upload[]
  /** How much of a file has been sent, in hundredths, since the program was opened. */
  percent: Readonly<Record<string, number>>
  /** The drafts for which files are just being made small. */
  arriving: readonly string[]
}

const storedUnder = (account: string) => `media:${account}`

/** The photos and recordings that this phone keeps, each as a file of its own. */
export const useShelf = create<Shelf>(() => ({ account: '', uploads: [], percent: {}, arriving: [] }))

/** Changes what is kept; false where the phone has no room to note it. */
function change(rule: (uploads: Upload[]) => Upload[]): boolean {
  const { account, uploads } = useShelf.getState()
  const next = rule(uploads)
  useShelf.setState({ uploads: next })
  return keep(storedUnder(account), next)
}

/** Forgets these and their files. */
export function take(gone: readonly Upload[]) {
  if (gone.length === 0) return
  change((uploads) => uploads.filter(({ id }) => !gone.some((one) => one.id === id)))
  for (const one of gone) void device.drop(one)
}

export const note = (id: MediaId, more: Partial<Upload>) =>
  change((uploads) => uploads.map((one) => (one.id === id ? { ...one, ...more } : one)))

/** Keeps a file under its id; false where the phone has no room for it. It is noted first, so that no file lies there unknown. */
export async function put(upload: Omit<Upload, 'bytes'>, path: string): Promise<boolean> {
  const one = { ...upload, bytes: 0 }
  try {
    if (change((uploads) => [...uploads, one]) && note(one.id, { bytes: await device.keep(one, path) })) return true
  } catch {
    // Said below.
  }
  take([one])
  return false
}

export const replace = (uploads: Upload[]) => change(() => uploads)

export const progress = (id: MediaId, percent: number) => useShelf.setState((shelf) => ({ percent: { ...shelf.percent, [id]: percent } }))

/** Files for the draft under `name` are being made small, or are there: until then it is not to be sent. */
export const arrives = (name: string) => useShelf.setState(({ arriving }) => ({ arriving: [...arriving, name] }))
export const arrived = (name: string) => useShelf.setState(({ arriving }) => ({ arriving: arriving.filter((other) => other !== name) }))

/** Whether files for this draft are still being made small. */
export const useArriving = (name: string) => useShelf(({ arriving }) => arriving.includes(name))

/** Looks at what `account` has kept, and at nobody else's; what nothing needs any more is thrown away. */
export function openShelf(account: string) {
  useShelf.setState({ account, uploads: kept(storedUnder(account), z.array(Upload)) ?? [], percent: {} })
  const inDraft = (one: Upload) => draft(one.draft).media?.some(({ id }) => id === one.id) ?? false
  take(forgotten(useShelf.getState().uploads, useQueue.getState().errands, inDraft))
}

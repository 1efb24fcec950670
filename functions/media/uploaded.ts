import { mediaLimits } from '../../contract/media'
import { isProblem } from '../../contract/problem'
import { change } from '../platform/table'
import type { Deps } from './deps'
import { cleanKey, idOfRaw, rawKey } from './keys'
import { arrived, type MediaItem } from './media'
import { cleanPhoto } from './photo'
import { cleanVoice } from './voice/voice'

type Looking = Pick<Deps, 'items' | 'blobs' | 'clock' | 'log'> & { ask: (item: MediaItem) => Promise<void> }

/**
 * Looks at what was uploaded under `key`: keeps what is left of it when everything but picture or sound is taken out, throws
 * the original away, and asks WeChat. Events come more than once and late; only the first one of a waiting item does anything.
 * Rejects where something could not be done, so that the event comes again.
 */
export function uploads({ items, blobs, clock, log, ask }: Looking) {
  return async (key: string): Promise<void> => {
    const id = idOfRaw(key)
    const item = id && (await items.get(id))
    if (!id || item?.state !== 'waiting') return blobs.delete(key)
    const raw = await blobs.get(key)
    if (!raw) return
    const fits = raw.length <= mediaLimits[item.kind].bytes
    const clean = fits ? await (item.kind === 'photo' ? cleanPhoto(raw) : cleanVoice(raw)) : undefined
    if (clean) await blobs.put(cleanKey(id), clean.bytes, clean.type)
    const after = await change({ read: () => items.get(id), write: items.put }, (current) => arrived(current, clean, clock()))
    await blobs.delete(rawKey(id))
    log.info('media.looked', { media: id, kind: item.kind, bytes: raw.length, state: isProblem(after) ? after.problem : after.state })
    if (!isProblem(after) && after.state === 'checking') await ask(after)
  }
}

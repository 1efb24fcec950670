import { type Attached, type HeldMedia, media as contract, mediaLimits, uploadsPerDay } from '../../contract/media'
import { isProblem, type Problem } from '../../contract/problem'
import type { Instant } from '../../contract/route'
import { later, minute } from '../../contract/time'
import { bind, type Caller } from '../platform/bind'
import { change } from '../platform/table'
import type { Deps } from './deps'
import { cleanKey, rawKey } from './keys'
import { begin, decided, type MediaItem } from './media'
import { Place } from './store'

/** Time for the largest photo over the weakest signal. */
const FORM_MINUTES = 30

/** A media item as a reader of its ticket gets it; an address only once it is ready. */
export async function attached({ id, kind, state, seconds }: MediaItem, { blobs }: Pick<Deps, 'blobs'>, now: Instant): Promise<Attached> {
  return { id, kind, state, seconds, ...(state === 'ready' && { url: await blobs.urlOf(cleanKey(id), now) }) }
}

const hidden = { problem: 'notFound' } as const

/** Binds the media routes. */
export function routes(deps: Deps) {
  const { items, blobs, tag } = deps
  const ownerOf = ({ accountId }: Caller) => tag('uploader', accountId)

  return bind(contract, {
    'POST /v1/media': async ({ body, caller, now }) => {
      if (!(await deps.allow(tag('uploads', caller.accountId), uploadsPerDay, now))) return { problem: 'tooManyTries' }
      const started = begin(undefined, body, ownerOf(caller), now)
      const isNew = !isProblem(started) && (await items.add(started))
      const item = isNew ? started : begin(await items.get(body.id), body, ownerOf(caller), now)
      if (isProblem(item)) return item
      if (item.state !== 'waiting') return { state: item.state }
      await items.owners.put(body.id, caller.accountId, now)
      const until = later(now, FORM_MINUTES * minute)
      const most = Math.min(body.bytes, mediaLimits[body.kind].bytes)
      return { state: item.state, form: blobs.form({ key: rawKey(body.id), type: body.type, most, until }, now) }
    },

    'GET /v1/media/held': async ({ query: { after }, caller, now }) => {
      if (after !== undefined && !Place.safeParse(after).success) return { problem: 'badInput', field: 'after' }
      const { items: lines, next } = await items.held(after)
      const readable = await Promise.all(lines.map(({ ticketId }) => deps.mayRead(ticketId, caller)))
      const shown = lines.filter((_, at) => readable[at])
      const addressed = shown.map(async ({ id, kind, because, heldAt, seconds }): Promise<HeldMedia> => ({
        id,
        kind,
        because,
        at: heldAt,
        seconds,
        url: await blobs.urlOf(cleanKey(id), now),
      }))
      return { items: await Promise.all(addressed), next }
    },

    'GET /v1/media/{id}': async ({ params, caller, now }) => {
      const item = await items.get(params.id)
      return item?.ownerTag === ownerOf(caller) ? attached(item, deps, now) : hidden
    },

    'POST /v1/media/{id}/verdict': async ({ params, body, caller, now }) => {
      const item = await items.get(params.id)
      if (!item?.ticketId || !(await deps.mayRead(item.ticketId, caller))) return hidden
      const access = { read: () => items.get(params.id), write: items.put }
      const after = await change<MediaItem, Problem<'notInThisState'>>(access, (current) => decided(current, body.release))
      return isProblem(after) ? after : attached(after, deps, now)
    },
  })
}

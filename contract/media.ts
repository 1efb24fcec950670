import * as z from 'zod/mini'

import { after, hexId, Instant, page, routes } from './route'

/** Made on the phone for each photo and recording, so that sending it again sends the same one. */
export const MediaId = hexId().brand<'MediaId'>()
export type MediaId = z.infer<typeof MediaId>

export const MediaKind = z.enum(['photo', 'voice'])
export type MediaKind = z.infer<typeof MediaKind>

const MB = 1024 * 1024

/** How many and how large. Bytes are what is uploaded; `side` is the long side in pixels of what anybody else gets to see. */
export const mediaLimits = {
  photo: { most: 6, bytes: 5 * MB, side: 1600 },
  voice: { most: 1, bytes: MB, seconds: 60 },
} as const

/** How many photos and recordings one account may begin to upload in a day. */
export const uploadsPerDay = 100

/** What may be uploaded, as it is named in the form; what is really in a file is looked at after it has arrived. */
const mediaTypes = {
  photo: ['image/jpeg', 'image/png', 'image/webp'],
  /** WeChat's recorder makes mp3 and aac, browsers make webm (Chrome) or mp4 (Safari). */
  voice: ['audio/mpeg', 'audio/aac', 'audio/mp4', 'audio/webm'],
} as const

/**
 * `waiting` for its upload; `checking` while WeChat has not said yet; `ready` for everyone who may read the ticket; `held` for
 * inspection to look at; `refused` where what arrived is no photo or recording that can be opened, and was thrown away.
 */
export const MediaState = z.enum(['waiting', 'checking', 'ready', 'held', 'refused'])
export type MediaState = z.infer<typeof MediaState>

/** Whether a handler's photo shows how it was or how it is now. */
export const MediaWhen = z.enum(['before', 'after'])
export type MediaWhen = z.infer<typeof MediaWhen>

/** A photo or recording that a step of a ticket names; it may be uploaded later. */
export const MediaRef = z.strictObject({ id: MediaId, kind: MediaKind, when: z.optional(MediaWhen) })
export type MediaRef = z.infer<typeof MediaRef>

const count = (refs: readonly MediaRef[], kind: MediaKind) => refs.filter((ref) => ref.kind === kind).length

/** What one step of a ticket may carry: up to 6 photos and one recording, each once. */
export const Media = z.array(MediaRef).check(
  z.maxLength(mediaLimits.photo.most + mediaLimits.voice.most),
  z.refine((refs) => count(refs, 'photo') <= mediaLimits.photo.most && count(refs, 'voice') <= mediaLimits.voice.most),
  z.refine((refs) => new Set(refs.map(({ id }) => id)).size === refs.length),
)
export type Media = z.infer<typeof Media>

/** A photo or recording as a reader of the ticket gets it; `url` (good for some minutes) only once it is ready. */
export const Attached = z.object({
  id: MediaId,
  kind: MediaKind,
  state: MediaState,
  when: z.optional(MediaWhen),
  url: z.optional(z.string()),
  /** How long a recording is. */
  seconds: z.optional(z.number()),
})
export type Attached = z.infer<typeof Attached>

/** The form to upload with: a multipart POST of these fields and, after them, `file`. */
export const UploadForm = z.object({ url: z.string(), fields: z.record(z.string(), z.string()), expiresAt: Instant })
export type UploadForm = z.infer<typeof UploadForm>

const bytes = (most: number) => z.int().check(z.minimum(1), z.maximum(most))

export const BeginUpload = z.discriminatedUnion('kind', [
  z.strictObject({ id: MediaId, kind: z.literal('photo'), type: z.enum(mediaTypes.photo), bytes: bytes(mediaLimits.photo.bytes) }),
  z.strictObject({ id: MediaId, kind: z.literal('voice'), type: z.enum(mediaTypes.voice), bytes: bytes(mediaLimits.voice.bytes) }),
])
export type BeginUpload = z.infer<typeof BeginUpload>

/** Why inspection has to look: WeChat found it risky, or unsure, or has not answered. */
export const HeldBecause = z.enum(['risky', 'review', 'silent'])
export type HeldBecause = z.infer<typeof HeldBecause>

/** A photo or recording that waits for inspection's eye. */
export const HeldMedia = z.object({
  id: MediaId,
  kind: MediaKind,
  because: HeldBecause,
  at: Instant,
  url: z.string(),
  seconds: z.optional(z.number()),
})
export type HeldMedia = z.infer<typeof HeldMedia>

export const media = routes({
  'POST /v1/media': {
    summary: 'Begin to upload a photo or recording; without a form where it has arrived already',
    roles: ['visitor'],
    body: BeginUpload,
    reply: z.object({ state: MediaState, form: z.optional(UploadForm) }),
    problems: ['changedReplay', 'tooManyTries'],
  },
  'GET /v1/media/held': {
    summary: 'What waits for inspection to release or refuse it, oldest first',
    roles: ['inspection'],
    query: { after },
    reply: page(HeldMedia),
    problems: [],
  },
  'GET /v1/media/{id}': {
    summary: 'How far a photo or recording is that I have uploaded',
    roles: ['visitor'],
    params: { id: MediaId },
    reply: Attached,
    problems: [],
  },
  'POST /v1/media/{id}/verdict': {
    summary: 'Release what is held for everyone who may read the ticket, or leave it hidden for good',
    roles: ['inspection'],
    params: { id: MediaId },
    body: z.strictObject({ release: z.boolean() }),
    reply: Attached,
    problems: ['notInThisState'],
  },
})

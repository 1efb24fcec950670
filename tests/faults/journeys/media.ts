import sharp from 'sharp'
import * as z from 'zod/mini'

import { UploadForm } from '../../../contract/media'
import { hour } from '../../../contract/time'
import { post } from '../../fixtures/upload'
import type { Who } from '../cast'
import type { Call, Deed, Journey, Step } from '../steps'
import { read, staff, submit, text } from './tickets'

const Begun = z.object({ form: z.optional(UploadForm) })

const begin = (who: Who, of: string): Call => ({
  who,
  route: 'POST /v1/media',
  body: ({ id }) => ({ id: id(of), kind: 'photo', type: 'image/jpeg', bytes: 5_000 }),
})
const send = (colour: string): Deed => ({
  deed: 'the photo is sent',
  does: async (_, { answer }) => {
    const { form } = Begun.parse(answer('POST /v1/media'))
    const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: colour } })
      .jpeg()
      .toBuffer()
    if (form && (await post(form, bytes)).status !== 204) throw new Error('the photo was not taken')
  },
})
/** S3 tells of it, and once more. */
const tell = (of: string): Deed => ({
  deed: 'the photo is looked at',
  does: ({ uploaded }, { id }) => uploaded(`raw/${id(of)}`),
  twice: true,
})
const photo = (who: Who, of: string, colour = '#4a8'): Step[] => [begin(who, of), send(colour), tell(of)]
const judge = (mode: 'look' | 'silent'): Deed => ({ deed: `WeChat's checks: ${mode}`, does: (_, { lane }) => lane.judge(mode) })

const attached =
  (...names: string[]) =>
  ({ id }: { id: (name: string) => string }) =>
    names.map((name) => ({ id: id(name), kind: 'photo' }))
/** A request with a photo that comes after it. */
const withPhoto = (more: object = {}): Call => {
  const plain = submit('villager', 'A', { kind: 'help', about: { who: 'myCadre' }, ...more })
  return { ...plain, body: async (made) => ({ ...(await plain.body?.(made)), media: attached('P')(made) }) }
}
const complaint = { kind: 'complaint', confidential: true, cadreMayFollow: false, about: { who: 'unknown' } }
const verdict = (release: boolean): Call => ({ who: 'inspector', route: 'POST /v1/media/{id}/verdict', of: 'P', body: () => ({ release }) })
const held = read('inspector', 'GET /v1/media/held')

/** An event is told of three times in all, and after half an hour without a verdict a photo is inspection's. */
const hurried = { atMost: 2, inAll: 3 }

/** Photos on their way to whoever may see them; and texts at which WeChat takes offence. */
export const mediaJourneys: Readonly<Record<string, Journey>> = {
  'a photo is sent with a request, and one with its answer': {
    steps: [
      withPhoto(),
      ...photo('villager', 'P'),
      { who: 'villager', route: 'GET /v1/media/{id}', of: 'P' },
      { who: 'cadre', route: 'GET /v1/letters/{id}', of: 'A' },
      ...photo('cadre', 'Q'),
      { ...staff('cadre', 'answer'), body: (made) => ({ step: made.step, ...text, media: attached('Q')(made) }) },
    ],
    ...hurried,
  },
  'a photo and a text are found risky, and looked at': {
    steps: [withPhoto({ ...complaint, text: '违规测试' }), ...photo('villager', 'P', '#f00'), held, verdict(true)],
    ...hurried,
  },
  'WeChat says nothing of a photo, and inspection hides it': {
    steps: [withPhoto(complaint), judge('silent'), ...photo('villager', 'P'), { passes: 2 * hour }, held, verdict(false)],
    ...hurried,
  },
  'no ticket names a photo': { steps: [...photo('villager', 'P'), { passes: 26 * hour }], ...hurried },
}

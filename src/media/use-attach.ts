import { useState } from 'react'

import { MediaId, type MediaKind, mediaLimits, type MediaRef, type MediaWhen } from '../../contract/media'
import { draft as draftOf, useDraft } from '../api/draft'
import { newId } from '../api/id'
import { device, type Picked } from './device'
import { arrived, arrives, put, take, useArriving, useShelf } from './shelf'
import { useRecording } from './use-recording'

const NO_ROOM = '手机存满了,放不下。请清理一下再放;不放也能交。'
const NO_CAMERA = '手机没让用相机或相册。不放照片也能交;要放的话,请在手机设置里打开。'
const NO_MICROPHONE = '手机没让用麦克风。不录音也能交;要录的话,请在手机设置里打开。'
const UNREAD = '有照片打不开,没有放进来,请换一张。'
const TOO_LARGE = '有照片太大,没有放进来,请换一张。'
const NOT_RECORDED = '没有录上,请再试一次。'
const TOO_SHORT = '太短了,没有录上,请再说一遍。'

export type Said = { words: string; /** Whether the phone's settings help. */ settings?: boolean }

const count = (media: readonly MediaRef[], kind: MediaKind) => media.filter((one) => one.kind === kind).length

/** The photos and the recording of the draft under `name`, and how they come and go. */
export function useAttach(name: string) {
  const [{ media = [] }, write] = useDraft(name)
  const [said, say] = useState<Said>()
  const arriving = useArriving(name)

  /** False where the phone has no room. */
  async function add(ref: Omit<MediaRef, 'id'>, { path, type }: Picked, seconds?: number): Promise<boolean> {
    const id = MediaId.parse(await newId())
    if (!(await put({ id, kind: ref.kind, type, seconds, draft: name }, path))) return false
    write({ media: [...(draftOf(name).media ?? []), { id, ...ref }], says: undefined })
    return true
  }

  async function choose(when?: MediaWhen) {
    say(undefined)
    const most = mediaLimits.photo.most - count(draftOf(name).media ?? [], 'photo')
    if (arriving || most < 1) return
    try {
      const chosen = await device.photos(most, () => arrives(name))
      if (chosen === 'denied') return say({ words: NO_CAMERA, settings: true })
      if (chosen.unread > 0 || chosen.tooLarge > 0) say({ words: chosen.unread > 0 ? UNREAD : TOO_LARGE })
      for (const picked of chosen.picked.slice(0, most))
        if (!(await add({ kind: 'photo', ...(when && { when }) }, picked))) return say({ words: NO_ROOM })
    } finally {
      arrived(name)
    }
  }

  const recording = useRecording(
    async (recorded) => {
      if (!recorded || recorded.seconds < 1) return say({ words: recorded ? TOO_SHORT : NOT_RECORDED })
      if (!(await add({ kind: 'voice' }, recorded, recorded.seconds))) say({ words: NO_ROOM })
    },
    () => say({ words: NO_MICROPHONE, settings: true }),
  )

  return {
    media,
    said,
    arriving,
    recording,
    mayAddPhoto: count(media, 'photo') < mediaLimits.photo.most,
    mayRecord: device.canRecord() && count(media, 'voice') < mediaLimits.voice.most,
    choose: (when?: MediaWhen) => void choose(when),
    record: () => {
      say(undefined)
      recording.start()
    },
    remove: (id: MediaId) => {
      write({ media: (draftOf(name).media ?? []).filter((one) => one.id !== id) })
      take(useShelf.getState().uploads.filter((one) => one.id === id))
    },
  }
}

import Taro from '@tarojs/taro'
import * as z from 'zod/mini'
import { create } from 'zustand'

import { keep, kept } from '../api/storage'

/** From this text size on (WeChat's own setting, px) a person wants everything larger. */
const ELDER_FROM = 19
const BODY = 22
const BODY_MOST = 30
const KEY = 'elder'
const Info = z.object({ fontSizeSetting: z.number() })

function fontSize(): number {
  try {
    const info = Info.safeParse(Taro.getAppBaseInfo())
    return info.success ? info.data.fontSizeSetting : 0
  } catch {
    return 0
  }
}

/** Elder mode as the person set it, else as WeChat's text size asks for it. */
export const elderFor = (chosen: boolean | undefined, size: number) => chosen ?? size >= ELDER_FROM

/** Body text in px: in elder mode it follows WeChat's setting between 22 and 30. */
export const bodySize = (elder: boolean, size: number) => (elder && size > BODY ? Math.min(size, BODY_MOST) : undefined)

type Elder = { elder: boolean; body?: number }

const stateFor = (chosen: boolean | undefined): Elder => {
  const size = fontSize()
  const elder = elderFor(chosen, size)
  return { elder, body: bodySize(elder, size) }
}

export const useElder = create<Elder>(() => stateFor(kept(KEY, z.boolean())))

/** Sets elder mode for this phone, whoever uses it. */
export function setElder(elder: boolean) {
  keep(KEY, elder)
  useElder.setState(stateFor(elder))
}

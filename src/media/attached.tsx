import { View } from '@tarojs/components'

import type { Attached, MediaKind, MediaState } from '../../contract/media'
import './media.css'
import { Thumbs } from './thumbs'
import { Voice } from './voice'

const groups = [
  [undefined, '照片'],
  ['before', '办之前的照片'],
  ['after', '办之后的照片'],
] as const

const names: Readonly<Record<MediaKind, readonly [what: string, measure: string]>> = { photo: ['照片', '张'], voice: ['录音', '段'] }
const states: readonly (readonly [Exclude<MediaState, 'ready'>, string])[] = [
  ['waiting', '还在上传'],
  ['checking', '正在检查,稍后能看到'],
  ['held', '要等督查组看过,先不显示'],
  ['refused', '打不开,没有收下'],
]

/** What is not to be seen yet, in a line each: `2 张照片正在检查,稍后能看到`. */
function notYet(all: readonly Attached[]): string[] {
  return states.flatMap(([state, words]) =>
    (['photo', 'voice'] as const).flatMap((kind) => {
      const count = all.filter((one) => one.kind === kind && one.state === state).length
      const [what, measure] = names[kind]
      return count > 0 ? [`${count} ${measure}${what}${words}`] : []
    }),
  )
}

/** The photos and recordings that came with words, as their reader gets them. */
export function AttachedMedia({ of }: { of: readonly Attached[] | undefined }) {
  if (!of || of.length === 0) return null
  const ready = (kind: MediaKind) => of.filter((one) => one.kind === kind && one.state === 'ready')
  return (
    <View className="attached">
      {groups.map(([when, name]) => {
        const photos = ready('photo').filter((one) => one.when === when)
        if (photos.length === 0) return null
        return (
          <View key={name}>
            {when && <View className="small">{name}</View>}
            <Thumbs of={photos.map(({ id, url }) => ({ id, src: url ?? null }))} name={name} />
          </View>
        )
      })}
      {ready('voice').map(({ id, url, seconds }) => url && <Voice key={id} src={url} seconds={seconds} />)}
      {notYet(of).map((line) => (
        <View className="small" key={line}>
          {line}
        </View>
      ))}
    </View>
  )
}

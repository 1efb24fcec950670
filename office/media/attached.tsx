import { Image } from 'antd'

import type { Attached, MediaState } from '../../contract/media'
import './photos.css'

const states: Readonly<Record<Exclude<MediaState, 'ready'>, string>> = {
  waiting: '还在上传',
  checking: '正在检查',
  held: '等督查组看过',
  refused: '打不开,没有收',
}
const nameOf = ({ kind }: Attached) => (kind === 'photo' ? '照片' : '录音')

/** The photos and the recording that came with words; what is not to be seen yet says why. */
export function AttachedMedia({ of }: { of: readonly Attached[] }) {
  if (of.length === 0) return null
  return (
    <div className="attached">
      <Image.PreviewGroup>
        {of.map((each, place) => {
          const { id, kind, state, url, seconds } = each
          if (state !== 'ready' || !url)
            return (
              <span className="attached-not-yet" key={id}>
                {nameOf(each)}
                <br />
                {state === 'ready' ? '暂时看不到' : states[state]}
              </span>
            )
          return kind === 'photo' ? (
            <Image key={id} src={url} alt={`照片 ${place + 1}`} width={120} height={88} />
          ) : (
            <audio key={id} controls preload="none" src={url} aria-label={seconds ? `录音,${seconds} 秒` : '录音'} />
          )
        })}
      </Image.PreviewGroup>
    </div>
  )
}

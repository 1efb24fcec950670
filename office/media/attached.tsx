import { Image } from 'antd'

import type { Attached, MediaState } from '../../contract/media'
import { groups } from './groups'
import './photos.css'

const states: Readonly<Record<Exclude<MediaState, 'ready'>, string>> = {
  waiting: '还在上传',
  checking: '正在检查',
  held: '等督查组看过',
  refused: '打不开,没有收',
}

function One({ of: { kind, state, url, seconds }, name }: { of: Attached; name: string }) {
  if (state !== 'ready' || !url)
    return (
      <span className="attached-not-yet">
        {kind === 'photo' ? '照片' : '录音'}
        <br />
        {state === 'ready' ? '暂时看不到' : states[state]}
      </span>
    )
  return kind === 'photo' ? (
    <Image src={url} alt={name} width={120} height={88} />
  ) : (
    <audio controls preload="none" src={url} aria-label={seconds ? `录音,${seconds} 秒` : '录音'} />
  )
}

/** The photos and the recording that came with words, what was before apart from what is after; what is not to be seen yet says why. */
export function AttachedMedia({ of }: { of: readonly Attached[] }) {
  if (of.length === 0) return null
  return (
    <Image.PreviewGroup>
      {groups.map(({ when, name }) => {
        const own = of.filter((each) => each.when === when)
        if (own.length === 0) return null
        return (
          <figure key={name} className="attached">
            {when && <figcaption>{name}</figcaption>}
            {own.map((each, place) => (
              <One key={each.id} of={each} name={`${name} ${place + 1}`} />
            ))}
          </figure>
        )
      })}
    </Image.PreviewGroup>
  )
}

import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'

import { type Media, type MediaId, mediaLimits } from '../../contract/media'
import { Note } from '../design/standing'
import './photos.css'
import { uploadPhoto } from './upload'

type Props = { of: Media; onChange: (media: Media) => void; most?: number; label?: string }

/** Photos to go with what is written; each is sent as soon as it is chosen. */
export function Photos({ of, onChange, most = mediaLimits.photo.most, label = '加照片' }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  // Uploads end one after the other: each adds to what the one before has left.
  const latest = useRef(of)
  useEffect(() => {
    latest.current = of
  }, [of])
  const [previews, setPreviews] = useState<Readonly<Record<string, string>>>({})
  const [sending, setSending] = useState(0)
  const [says, say] = useState<string>()

  async function add(files: readonly File[]) {
    say(undefined)
    for (const file of files.slice(0, most - latest.current.length)) {
      setSending((count) => count + 1)
      const sent = await uploadPhoto(file)
      setSending((count) => count - 1)
      if ('says' in sent) {
        say(sent.says)
        continue
      }
      setPreviews((all) => ({ ...all, [sent.id]: URL.createObjectURL(file) }))
      latest.current = [...latest.current, sent]
      onChange(latest.current)
    }
  }
  const remove = (id: MediaId) => onChange(of.filter((photo) => photo.id !== id))

  return (
    <div>
      <div className="photos">
        {of.map(({ id }, place) => (
          <div className="photo" key={id}>
            {previews[id] ? <img src={previews[id]} alt={`照片 ${place + 1}`} /> : <span className="photo-sent">照片 {place + 1}</span>}
            <Button size="small" aria-label={`去掉照片 ${place + 1}`} onClick={() => remove(id)}>
              去掉
            </Button>
          </div>
        ))}
        {of.length < most && (
          <Button onClick={() => chooser.current?.click()} loading={sending > 0}>
            {sending > 0 ? '正在上传' : label}
          </Button>
        )}
        <input
          ref={chooser}
          type="file"
          accept="image/*"
          multiple={most > 1}
          hidden
          aria-label={label}
          onChange={({ target }) => {
            void add([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </div>
      {says && <Note tone="seal">{says}</Note>}
    </div>
  )
}

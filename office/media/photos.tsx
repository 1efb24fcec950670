import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'

import { type Media, type MediaId, mediaLimits, type MediaWhen } from '../../contract/media'
import { Note } from '../design/standing'
import './photos.css'
import { uploadPhoto } from './upload'

type Props = { of: Media; onChange: (media: Media) => void; label?: string; beforeAndAfter?: boolean }
type Group = { when?: MediaWhen; name: string; label: string }

const beforeAfter: readonly Group[] = [
  { when: 'before', name: '办之前', label: '加办之前的照片' },
  { when: 'after', name: '办之后', label: '加办之后的照片' },
]

/** Photos to go with what is written, where asked for in two groups; each is sent as soon as it is chosen. */
export function Photos({ of, onChange, label = '加照片', beforeAndAfter = false }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  const chosenFor = useRef<MediaWhen>()
  // Uploads end one after the other: each adds to what the one before has left.
  const latest = useRef(of)
  useEffect(() => {
    latest.current = of
  }, [of])
  const [previews, setPreviews] = useState<Readonly<Record<string, string>>>({})
  const [sending, setSending] = useState(0)
  const [says, say] = useState<string>()
  const { most } = mediaLimits.photo

  async function add(files: readonly File[], when: MediaWhen | undefined) {
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
      latest.current = [...latest.current, when ? { ...sent, when } : sent]
      onChange(latest.current)
    }
  }
  function choose(when: MediaWhen | undefined) {
    chosenFor.current = when
    chooser.current?.click()
  }
  const remove = (id: MediaId) => onChange(of.filter((photo) => photo.id !== id))
  const groups: readonly Group[] = beforeAndAfter ? beforeAfter : [{ name: '照片', label }]

  return (
    <div>
      {groups.map(({ when, name, label: adds }) => (
        <div className="photos" key={name}>
          {of
            .filter((photo) => photo.when === when)
            .map(({ id }, place) => (
              <div className="photo" key={id}>
                {previews[id] ? (
                  <img src={previews[id]} alt={`${name} ${place + 1}`} />
                ) : (
                  <span className="photo-sent">
                    {name} {place + 1}
                  </span>
                )}
                <Button size="small" aria-label={`去掉${name} ${place + 1}`} onClick={() => remove(id)}>
                  去掉
                </Button>
              </div>
            ))}
          {of.length < most && (
            <Button onClick={() => choose(when)} loading={sending > 0}>
              {sending > 0 ? '正在上传' : adds}
            </Button>
          )}
        </div>
      ))}
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={label}
        onChange={({ target }) => {
          void add([...(target.files ?? [])], chosenFor.current)
          target.value = ''
        }}
      />
      {says && <Note tone="seal">{says}</Note>}
    </div>
  )
}

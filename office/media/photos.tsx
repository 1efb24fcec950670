import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'

import { type Media, type MediaId, mediaLimits, type MediaWhen } from '../../contract/media'
import { Note } from '../design/standing'
import { groups } from './groups'
import './photos.css'
import { uploadPhoto } from './upload'

type Props = { of: Media; onChange: (media: Media) => void; label?: string; beforeAndAfter?: boolean }

/** A photo that is to go, with the way to take it back. */
const Chosen = ({ name, preview, onRemove }: { name: string; preview?: string; onRemove: () => void }) => (
  <div className="photo">
    {preview ? <img src={preview} alt={name} /> : <span className="photo-sent">{name}</span>}
    <Button size="small" aria-label={`去掉${name}`} onClick={onRemove}>
      去掉
    </Button>
  </div>
)

/** Photos to go with what is written, where asked for in two groups; each is sent as soon as it is chosen. */
export function Photos({ of, onChange, label = '加照片', beforeAndAfter = false }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  const chosenFor = useRef<MediaWhen>()
  // An upload takes its time: it adds to what the one before has left, and to the form as it has been filled in meanwhile.
  const latest = useRef({ of, onChange })
  useEffect(() => {
    latest.current = { of, onChange }
  }, [of, onChange])
  const [previews, setPreviews] = useState<Readonly<Record<string, string>>>({})
  const [sending, setSending] = useState(0)
  const [says, say] = useState<string>()
  const { most } = mediaLimits.photo

  async function add(files: readonly File[], when: MediaWhen | undefined) {
    say(undefined)
    for (const file of files.slice(0, most - latest.current.of.length)) {
      setSending((count) => count + 1)
      const sent = await uploadPhoto(file)
      setSending((count) => count - 1)
      if ('says' in sent) {
        say(sent.says)
        continue
      }
      setPreviews((all) => ({ ...all, [sent.id]: URL.createObjectURL(file) }))
      latest.current.of = [...latest.current.of, when ? { ...sent, when } : sent]
      latest.current.onChange(latest.current.of)
    }
  }
  function choose(when: MediaWhen | undefined) {
    chosenFor.current = when
    chooser.current?.click()
  }
  const remove = (id: MediaId) => onChange(of.filter((photo) => photo.id !== id))
  const shown = beforeAndAfter ? groups.filter(({ when }) => when) : groups.filter(({ when }) => !when)

  return (
    <div>
      {shown.map(({ when, name }) => (
        <div className="photos" key={name}>
          {of
            .filter((photo) => photo.when === when)
            .map(({ id }, place) => (
              <Chosen key={id} name={`${name} ${place + 1}`} preview={previews[id]} onRemove={() => remove(id)} />
            ))}
          {of.length < most && (
            <Button onClick={() => choose(when)} loading={sending > 0}>
              {sending > 0 ? '正在上传' : when ? `加${name}的照片` : label}
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

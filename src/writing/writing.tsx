import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import { TEXT_MOST } from '../../contract/ticket'
import { type Draft, setAside, useDraft } from '../api/draft'
import { wordsFor } from '../api/spoken-words'
import { Button, type ButtonTone } from '../design/button'
import { Card } from '../design/card'
import { Words } from '../design/field'
import { ReadAloud } from '../design/read-aloud'
import { Note } from '../design/standing'
import { Attach, type Attaching } from '../media/attach'
import { useArriving } from '../media/shelf'

type Props = {
  /** The draft that the words belong to. */
  name: string
  title: string
  /** What follows from sending it. */
  explain?: string
  /** Whether that is offered to be read out. */
  aloud?: boolean
  placeholder: string
  send: string
  tone?: ButtonTone
  /** What is chosen before the words. */
  choices?: (draft: Draft, write: (change: Partial<Draft>) => void) => ReactNode
  /** What may go with the words. */
  attach?: Attaching
  /** Whether all choices are made; words, written or spoken, are needed in any case. */
  ready?: (draft: Draft) => boolean
  busy?: boolean
  onSend: (draft: Draft) => void
  onClose: () => void
}

/** Writes a few words about a ticket; they are kept until they are sent. */
export function Writing({
  name,
  title,
  explain,
  aloud,
  placeholder,
  send,
  tone,
  choices,
  attach,
  ready = () => true,
  busy,
  onSend,
  onClose,
}: Props) {
  const [draft, write] = useDraft(name)
  const arriving = useArriving(name)
  const text = wordsFor(draft.text, draft.media)
  return (
    <Card pad>
      <View className="h2">{title}</View>
      {draft.says && <Note tone="seal">{draft.says}</Note>}
      {choices?.(draft, write)}
      <Words
        label={title}
        value={draft.text}
        onChange={(text) => write({ text, says: undefined })}
        placeholder={placeholder}
        most={TEXT_MOST}
      />
      {attach && <Attach name={name} {...attach} />}
      {explain && <View className="small stack-item">{explain}</View>}
      {aloud && <ReadAloud of={`${title}${explain ?? ''}`} />}
      <Button tone={tone} onPress={() => onSend({ ...draft, text })} disabled={busy || arriving || !text || !ready(draft)}>
        {send}
      </Button>
      <Button
        tone="quiet"
        onPress={() => {
          setAside(name)
          onClose()
        }}
      >
        先不写了
      </Button>
    </Card>
  )
}

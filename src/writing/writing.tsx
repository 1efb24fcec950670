import { View } from '@tarojs/components'

import { TEXT_MOST } from '../../contract/ticket'
import { useDraft } from '../api/draft'
import { Button, type ButtonTone } from '../design/button'
import { Card } from '../design/card'
import { Words } from '../design/field'
import { Note } from '../design/standing'

type Props = {
  /** The draft that the words belong to. */
  name: string
  title: string
  placeholder: string
  send: string
  tone?: ButtonTone
  onSend: (text: string) => void
  onClose: () => void
}

/** Writes a few words about a ticket; they are kept until they are sent. */
export function Writing({ name, title, placeholder, send, tone, onSend, onClose }: Props) {
  const [draft, write] = useDraft(name)
  return (
    <Card pad>
      <View className="h2">{title}</View>
      {draft.says && <Note tone="seal">{draft.says}</Note>}
      <Words
        label={title}
        value={draft.text}
        onChange={(text) => write({ text, says: undefined })}
        placeholder={placeholder}
        most={TEXT_MOST}
      />
      <Button tone={tone} onPress={() => onSend(draft.text)} disabled={!draft.text.trim()}>
        {send}
      </Button>
      <Button tone="quiet" onPress={onClose}>
        先不写了
      </Button>
    </Card>
  )
}

import { View } from '@tarojs/components'

import { isOpen, type Letter, TicketNumber } from '../../../contract/ticket'
import { setAside, useDraft } from '../../api/draft'
import { useLetters } from '../../api/read'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Choices } from '../../design/choices'
import { Line } from '../../design/field'
import { Note } from '../../design/standing'
import type { useLetter } from './use-letter'

type Props = Pick<ReturnType<typeof useLetter>, 'id' | 'busy' | 'decide'> & { letter: Letter; onClose: () => void }

const NUMBER_MOST = 20

/** Closes a duplicate in favour of another one: of those at hand, or by the number that somebody read out. */
export function Merge({ letter, id, busy, decide, onClose }: Props) {
  const [draft, write] = useDraft(`merge:${id}`)
  const { data = [] } = useLetters(letter.kind === 'complaint' ? 'inspection' : 'desk', 'yes')
  const others = data.filter((other) => other.kind === letter.kind && other.id !== id && isOpen(other.state))
  const into = draft.into ?? ''
  return (
    <Card pad>
      <View className="h2">并到哪一件?</View>
      {draft.says && <Note tone="seal">{draft.says}</Note>}
      {others.length > 0 && (
        <Choices
          label="并到哪一件"
          options={others.map(({ number, title, aboutName }) => [number, title ?? `说的是${aboutName ?? '还不清楚'}`, number] as const)}
          value={into}
          onChange={(number) => write({ into: number, says: undefined })}
        />
      )}
      <Line
        label="那一件的号码"
        value={into}
        placeholder="T20261118-0043"
        most={NUMBER_MOST}
        onChange={(number) => write({ into: number.trim().toUpperCase(), says: undefined })}
      />
      <View className="small stack-item">这一件不再单独办,来信人会收到那一件的答复。</View>
      <Button disabled={busy || !TicketNumber.safeParse(into).success} onPress={() => void decide('merge', { into })}>
        并过去
      </Button>
      <Button
        tone="quiet"
        onPress={() => {
          setAside(`merge:${id}`)
          onClose()
        }}
      >
        先不并了
      </Button>
    </Card>
  )
}

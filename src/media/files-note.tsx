import { View } from '@tarojs/components'

import type { MediaKind } from '../../contract/media'
import type { TicketId } from '../../contract/ticket'
import { Button } from '../design/button'
import { Note } from '../design/standing'
import { take, useShelf } from './shelf'

const names: Readonly<Record<MediaKind, string>> = { photo: '有一张照片', voice: '录音' }

/** What is to be said about the files of a ticket that has gone: that they follow, or that it went without; the latter until it was read. */
export function FilesNote({ ticketId }: { ticketId: TicketId }) {
  const files = useShelf((shelf) => shelf.uploads).filter((one) => one.ticketId === ticketId)
  const without = files.filter(({ says }) => says)
  const follow = files.length - without.length
  if (files.length === 0) return null
  return (
    <View className="stack-item">
      {follow > 0 && <Note>照片和录音还有 {follow} 个在传,传完自动补上。</Note>}
      {without.map(({ id, kind, says }) => (
        <Note key={id} tone="seal">
          {names[kind]}没有交上:{says}其他的都交上去了。
        </Note>
      ))}
      {without.length > 0 && (
        <Button tone="line" onPress={() => take(without)}>
          知道了
        </Button>
      )}
    </View>
  )
}

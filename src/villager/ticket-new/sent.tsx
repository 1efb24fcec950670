import { View } from '@tarojs/components'

import { useEffect, useState } from 'react'

import type { TicketId } from '../../../contract/ticket'
import { errandId } from '../../api/errand'
import { useQueue } from '../../api/queue'
import { Button } from '../../design/button'
import { Outcome } from '../../design/outcome'
import { Page } from '../../design/page'
import { Loading, Note } from '../../design/standing'
import { useGoing } from '../../media/going'
import { FilesNote } from '../../media/files-note'
import { Sending } from '../../media/sending'
import { restart, swap } from '../../ways'

/** After so long without an answer, the person need not look on. */
const PATIENCE_MS = 4_000

/** What became of the submission: a number, a place in the queue, or a refusal with the words safe in the draft. */
export function Sent({ id, backToForm }: { id: TicketId; backToForm: () => void }) {
  const sent = useQueue((queue) => queue.sent[id])
  const refused = useQueue((queue) => queue.refused[id])
  const errand = useQueue(({ errands }) => errands.find((one) => errandId(one) === id))
  const going = useGoing(errand)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  if (refused)
    return (
      <Page title="意见箱" back foot={<Button onPress={backToForm}>回去改一改</Button>}>
        <View className="h2">没交成</View>
        <Note tone="seal">{refused}</Note>
        <View className="soft">您写的字都还在。</View>
        <FilesNote ticketId={id} />
      </Page>
    )
  if (!sent && going?.percent !== undefined && !errand?.tried)
    return (
      <Page title="意见箱" back foot={<Button onPress={() => restart('pages/tickets')}>去我的事看看</Button>}>
        <Sending of={going} />
      </Page>
    )
  if (!sent && (errand?.tried || going) && !late)
    return (
      <Page title="意见箱" back>
        <Loading />
        <View className="gap soft">正在交…</View>
      </Page>
    )
  if (!sent)
    return (
      <Page title="意见箱" back foot={<Button onPress={() => restart('pages/tickets')}>去我的事看看</Button>}>
        <Outcome title="已经存在手机里" waits>
          <View className="soft">等有网时自动发出,不用再写一遍。</View>
        </Outcome>
      </Page>
    )
  return (
    <Page title="意见箱" foot={<Button onPress={() => swap('villager/ticket', { id: sent.id })}>去看进度</Button>}>
      <Outcome title="收到了">
        <View className="soft">这件事的号码</View>
        <View className="sent-number">{sent.number}</View>
        <View className="soft">打电话来问的时候,念这个号码就行。</View>
      </Outcome>
      <FilesNote ticketId={id} />
      <Button tone="quiet" onPress={() => restart('pages/home')}>
        回首页
      </Button>
    </Page>
  )
}

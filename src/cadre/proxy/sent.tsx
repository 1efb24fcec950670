import { View } from '@tarojs/components'

import { Taken } from '../../../contract/intake'
import type { TicketId } from '../../../contract/ticket'
import { errandId } from '../../api/errand'
import { useQueue } from '../../api/queue'
import { forgetSlip } from '../../api/written'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Icon } from '../../design/icon'
import { Page } from '../../design/page'
import { Loading, Note } from '../../design/standing'
import { useGoing } from '../../media/going'
import { FilesNote } from '../../media/files-note'
import { Sending } from '../../media/sending'
import { swap } from '../../ways'
import { Slip } from './slip'
import { TITLE } from './steps'

const toWork = () => swap('cadre/home')
const told = (id: string) => {
  forgetSlip(id)
  toWork()
}

/** What became of it: the number and code for the villager, a place in the queue, or a refusal with the words safe in the draft. */
export function Sent({ id, villagerName, again }: { id: TicketId; villagerName: string; again: () => void }) {
  const taken = Taken.safeParse(useQueue((queue) => queue.sent[id])).data
  const refused = useQueue((queue) => queue.refused[id])
  const errand = useQueue(({ errands }) => errands.find((one) => errandId(one) === id))
  const going = useGoing(errand)
  if (taken)
    return (
      <Page title={TITLE} foot={<Button onPress={() => told(id)}>村民记下了</Button>}>
        <View className="h2">收到了</View>
        <Slip of={{ ...taken, villagerName }} />
        <FilesNote ticketId={id} />
      </Page>
    )
  if (refused)
    return (
      <Page title={TITLE} back foot={<Button onPress={again}>回去改一改</Button>}>
        <View className="h2">没交成</View>
        <Note tone="seal">{refused}</Note>
        <View className="soft">写的字都还在。</View>
        <FilesNote ticketId={id} />
      </Page>
    )
  return (
    <Page title={TITLE} back foot={<Button onPress={toWork}>去工作台看看</Button>}>
      {errand?.tried ? (
        <Loading />
      ) : going?.percent !== undefined ? (
        <Sending of={going} />
      ) : (
        <Card pad>
          <Icon name="clock" large />
          <View className="h2">已经存在手机里</View>
          <View className="soft">等有网时自动发出。发出以后,编号和查询码在“帮村民写”里,请记得告诉村民。</View>
        </Card>
      )}
    </Page>
  )
}

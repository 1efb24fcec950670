import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Page } from '../../design/page'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { moment } from '../../design/when'
import { useRequests } from './use-requests'
import { useNow } from '../../design/use-now'

export default function RequestsScreen() {
  const { data, says, loading, again, busy, answerSays, answer } = useRequests()
  const now = useNow()
  return (
    <Page title="请您确认" back>
      {answerSays && <Note tone="seal">{answerSays}</Note>}
      {loading && <Loading />}
      {!data && says && <Trouble says={says} again={again} />}
      {data && says && <Note>{says}</Note>}
      {data?.items.length === 0 && <Empty icon="check" title="都确认完了" />}
      {data?.items.map((request) => (
        <Card pad key={request.id}>
          <View className="h2">{request.name}</View>
          <View>
            说是{request.household.headName}家的人({request.household.village} {request.household.group})
          </View>
          <View className="small">{moment(request.at, now)}。认得才点“是”,认不准先打电话问问。</View>
          <View className="gap">
            <View className="stack-item">
              <Button onPress={() => answer(request, true)} disabled={busy === request.id}>
                是我这一户的人
              </Button>
            </View>
            <Button tone="plain" onPress={() => answer(request, false)} disabled={busy === request.id}>
              不是
            </Button>
          </View>
        </Card>
      ))}
    </Page>
  )
}

import { View } from '@tarojs/components'

import { useTemplates } from '../../api/read'
import { signInAgain, useMe, useUnknown } from '../../api/session'
import { Card } from '../../design/card'
import { ChangePerson } from '../../design/change-person'
import { setElder, useElder } from '../../design/elder'
import { Page } from '../../design/page'
import { Onward, Row } from '../../design/row'
import { Empty, Loading, Trouble } from '../../design/standing'
import { Toggle } from '../../design/toggle'
import { go, swap } from '../../ways'
import { VillagerTabs } from '../villager-tabs'
import { Reminder } from '../../notice/reminder'

const tieWords = { phone: '手机号已核对', confirmed: '干部确认的' } as const

export default function FamilyScreen() {
  const me = useMe()
  const unknown = useUnknown()
  const { elder } = useElder()
  useTemplates()
  if (!me)
    return (
      <Page title="我家" tabs={<VillagerTabs current="family" />}>
        {unknown ? <Trouble says={unknown} again={signInAgain} /> : <Loading />}
      </Page>
    )
  return (
    <Page title="我家" tabs={<VillagerTabs current="family" />}>
      {me.villager && (
        <Card
          pad
          head={
            <>
              <View>进农家服务卡</View>
              <View>{me.villager.serial}</View>
            </>
          }
        >
          <View className="h2">
            {me.villager.village} {me.villager.group}
          </View>
          <View className="small">{tieWords[me.villager.tie]}</View>
        </Card>
      )}
      {!me.villager && <Empty icon="home" title="还没有认服务卡" />}
      <Card>
        <Toggle title="大字版" small="字大、按钮大" on={elder} onChange={setElder} />
        <Reminder side="villager" />
      </Card>
      {me.villager && (
        <Card>
          <Row icon="box" title="万名群众评机关" small="抽签评单位,看评议结果" end={<Onward />} onPress={() => go('survey/start')} />
        </Card>
      )}
      <Card>
        {me.staff ? (
          <Row
            icon="badge"
            title="去干部这边"
            small={`${me.staff.unitName} ${me.staff.name}`}
            end={<Onward />}
            onPress={() => swap('cadre/home')}
          />
        ) : (
          <Row icon="badge" title="我是干部" small="用登记的手机号确认" end={<Onward />} onPress={() => go('cadre/staff-tie')} />
        )}
        <Row icon="keypad" title={me.villager ? '换一张服务卡' : '认服务卡'} end={<Onward />} onPress={() => go('villager/tie')} />
        <ChangePerson />
      </Card>
    </Page>
  )
}

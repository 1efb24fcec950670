import { useTemplates } from '../../api/read'
import { signInAgain, useMe, useUnknown } from '../../api/session'
import { Card } from '../../design/card'
import { ChangePerson } from '../../design/change-person'
import { setElder, useElder } from '../../design/elder'
import { Page } from '../../design/page'
import { Initial, Onward, Row } from '../../design/row'
import { Loading, Trouble } from '../../design/standing'
import { Toggle } from '../../design/toggle'
import { Reminder } from '../../notice/reminder'
import { go, swap } from '../../ways'
import { StaffTabs } from '../staff-tabs'

const duties = {
  cadre: '结对干部',
  helper: '村级帮办员',
  desk: '意见箱经办',
  head: '单位负责人',
  leader: '包村领导',
  office: '办公室',
  inspection: '督查',
} as const

export default function MeScreen() {
  const me = useMe()
  const unknown = useUnknown()
  const { elder } = useElder()
  useTemplates()
  if (!me)
    return (
      <Page title="我的" tabs={<StaffTabs current="me" />}>
        {unknown ? <Trouble says={unknown} again={signInAgain} /> : <Loading />}
      </Page>
    )
  return (
    <Page title="我的" tabs={<StaffTabs current="me" />}>
      {me.staff && (
        <Card>
          <Row
            start={<Initial of={me.staff.name} />}
            title={me.staff.name}
            small={`${me.staff.unitName} · ${me.staff.roles.map((role) => duties[role]).join('、')}`}
          />
        </Card>
      )}
      <Card>
        <Reminder side="staff" />
        <Toggle title="大字版" small="字大、按钮大" on={elder} onChange={setElder} />
      </Card>
      <Card>
        {me.staff?.roles.some((role) => role === 'cadre' || role === 'helper') && (
          <Row icon="pen" title="帮村民写" small="替没有手机的人投诉、建议、求助" end={<Onward />} onPress={() => go('cadre/proxy')} />
        )}
        <Row icon="box" title="意见箱开箱" small="和同事一起开的箱,在这里确认" end={<Onward />} onPress={() => go('cadre/box')} />
        <Row icon="scan" title="登录电脑网页" small="扫一扫,不用密码" end={<Onward />} onPress={() => go('cadre/desktop-sign-in')} />
      </Card>
      <Card>
        {me.villager ? (
          <Row
            icon="home"
            title="回我自己家"
            small={`${me.villager.village} ${me.villager.group}`}
            end={<Onward />}
            onPress={() => swap('pages/home')}
          />
        ) : (
          <Row icon="home" title="我也是村民" small="认自己家的服务卡" end={<Onward />} onPress={() => go('villager/tie')} />
        )}
        <ChangePerson />
      </Card>
    </Page>
  )
}

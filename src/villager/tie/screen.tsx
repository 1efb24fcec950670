import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Line } from '../../design/field'
import { Icon } from '../../design/icon'
import { Page } from '../../design/page'
import { Note } from '../../design/standing'
import { Proof } from '../../proof/proof'
import { restart } from '../../ways'
import { grouped } from './card-code'
import './screen.css'
import { useTie } from './use-tie'

type Tie = ReturnType<typeof useTie>

const CardStep = ({ typed, typeCode, canGoOn, toPhone, says }: Tie) => (
  <Page
    title="认服务卡"
    back
    foot={
      <Button onPress={toPhone} disabled={!canGoOn}>
        下一步
      </Button>
    }
  >
    <View className="h2">输入卡上的号码</View>
    <View className="soft stack-item">在服务卡二维码的下面,一共 15 位,三位一组。</View>
    <Line label="卡上的号码" value={grouped(typed)} onChange={typeCode} placeholder="000 000 000 000 000" most={19} digits />
    {says && <Note tone="seal">{says}</Note>}
    {canGoOn && <Note tone="field">号码对了,点“下一步”。</Note>}
  </Page>
)

const PhoneStep = ({ typed, says, busy, prove, toCadre, toCard }: Tie) => (
  <Page title="认服务卡" back>
    <View className="h2">用手机号核对</View>
    <View className="soft stack-item">登记在您家的手机号才行。号码只用来核对,不会给别人。</View>
    <View className="small stack-item">卡号 {grouped(typed)}</View>
    {says && <Note tone="seal">{says}</Note>}
    <Proof words="核对手机号" busy={busy} onProof={prove} onRefusal={toCadre} />
    <Button tone="quiet" onPress={toCadre}>
      不用手机号,请干部确认
    </Button>
    <Button tone="quiet" onPress={toCard}>
      卡号不对,改一改
    </Button>
  </Page>
)

const CadreStep = ({ says, busy, name, setName, askCadre }: Tie) => (
  <Page
    title="认服务卡"
    back
    foot={
      <Button onPress={askCadre} disabled={busy}>
        {busy ? '正在发…' : '请干部确认'}
      </Button>
    }
  >
    {says && <Note>{says}</Note>}
    <View className="h2">请您家的干部确认</View>
    <View className="soft stack-item">写上您的名字,干部认得您就会点“是”。确认以后,电话和意见箱都能用。</View>
    <Line label="您的名字" value={name} onChange={setName} placeholder="例:陈小妹" most={20} />
  </Page>
)

const End = ({ title, words }: { title: string; words: string }) => (
  <Page title="认服务卡" foot={<Button onPress={() => restart('pages/home')}>去首页</Button>}>
    <View className="tie-end">
      <Icon name="check" large />
      <View className="h2">{title}</View>
      <View>{words}</View>
    </View>
  </Page>
)

export default function TieScreen() {
  const tie = useTie()
  switch (tie.step) {
    case 'card':
      return <CardStep {...tie} />
    case 'phone':
      return <PhoneStep {...tie} />
    case 'askCadre':
      return <CadreStep {...tie} />
    case 'tied':
      return (
        <End
          title="认好了"
          words={`${tie.me?.villager?.village ?? ''} ${tie.me?.villager?.group ?? ''},服务卡 ${tie.me?.villager?.serial ?? ''}。`}
        />
      )
    case 'asked':
      return <End title={`已经请${tie.cadreName}确认`} words="干部点了“是”,首页就能看到服务卡。急事可以先打电话。" />
  }
}

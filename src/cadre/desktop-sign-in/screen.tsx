import { View } from '@tarojs/components'

import { machines } from '../../../contract/desktop'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Line } from '../../design/field'
import { Icon } from '../../design/icon'
import { Page } from '../../design/page'
import { Note } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { moment } from '../../design/when'
import { swap } from '../../ways'
import './screen.css'
import { useDesktopSignIn } from './use-desktop-sign-in'

type SignIn = ReturnType<typeof useDesktopSignIn>
const TITLE = '登录电脑网页'

const CodeStep = ({ typed, type, ready, says, busy, canScan, scan, look }: SignIn) => (
  <Page title={TITLE} back>
    {says && <Note tone="seal">{says}</Note>}
    <View className="h2">在电脑上打开办公网页</View>
    <View className="soft stack-item">电脑上会出现一个二维码,旁边还有一个 8 位的码。</View>
    {canScan && (
      <View className="stack-item">
        <Button icon="scan" onPress={scan} disabled={busy}>
          扫电脑上的码
        </Button>
      </View>
    )}
    <Line label="电脑上的 8 位码" value={typed} onChange={type} placeholder="0000 0000" most={9} />
    <Button tone={canScan ? 'line' : 'field'} onPress={look} disabled={!ready || busy}>
      下一步
    </Button>
  </Page>
)

function DecideStep({ asking, says, busy, approve, refuse }: SignIn) {
  const now = useNow()
  if (!asking) return null
  return (
    <Page title={TITLE} back>
      {says && <Note tone="seal">{says}</Note>}
      <Card pad>
        <View className="h2">电脑上的数字,是这个吗?</View>
        <View className="desktop-check">{asking.check}</View>
        <View className="soft">
          进农家办公网页,{machines[asking.machine]},{moment(asking.at, now)} 起等您确认。
        </View>
      </Card>
      <View className="soft stack-item">一样才点“确认登录”。不是您自己在用这台电脑,就点“取消”。</View>
      <View className="stack-item">
        <Button onPress={approve} disabled={busy}>
          确认登录
        </Button>
      </View>
      <Button tone="plain" onPress={refuse} disabled={busy}>
        取消
      </Button>
    </Page>
  )
}

const End = ({ title, words }: { title: string; words: string }) => (
  <Page title={TITLE} foot={<Button onPress={() => swap('cadre/me')}>好</Button>}>
    <View className="desktop-end">
      <Icon name="check" large />
      <View className="h2">{title}</View>
      <View>{words}</View>
    </View>
  </Page>
)

export default function DesktopSignInScreen() {
  const signIn = useDesktopSignIn()
  switch (signIn.step) {
    case 'code':
      return <CodeStep {...signIn} />
    case 'decide':
      return <DecideStep {...signIn} />
    case 'approved':
      return <End title="电脑上登录好了" words="离开电脑前,请点网页右上角的“退出”。" />
    case 'refused':
      return <End title="没有登录" words="那台电脑什么也看不到。" />
  }
}

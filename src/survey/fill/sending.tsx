import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Icon } from '../../design/icon'
import { Page } from '../../design/page'
import { Loading, Note } from '../../design/standing'
import { restart } from '../../ways'

/** `step`: what the phone is about; `says`: why it waits, if it does. */
type Props = { step: 'drawing' | 'casting'; says?: string; again: () => void; change?: () => void }

/** The ballot is on its way into the box. It goes on by itself; nobody has to stay here for it. */
export function Sending({ step, says, again, change }: Props) {
  if (!says)
    return (
      <Page title="万名群众评机关">
        <Loading />
        <View className="gap soft">{step === 'drawing' ? '正在领选票…' : '正在投进票箱…'}</View>
      </Page>
    )
  return (
    <Page title="万名群众评机关" foot={<Button onPress={again}>再投一次</Button>}>
      <View className="sent">
        <View className="sent-sign sent-sign-waits">
          <Icon name="clock" large />
        </View>
        <View className="h2">还没有投进去</View>
        <View className="soft">答案封好存在这部手机里,有网时打开小程序会接着投,不用再填。</View>
      </View>
      <Note>{says}</Note>
      {change && (
        <Button tone="quiet" onPress={change}>
          回去改一改
        </Button>
      )}
      <Button tone="quiet" onPress={() => restart('pages/home')}>
        先回首页
      </Button>
    </Page>
  )
}

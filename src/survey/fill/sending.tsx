import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Outcome } from '../../design/outcome'
import { Page } from '../../design/page'
import { Loading, Note } from '../../design/standing'
import { restart } from '../../ways'

/** `step`: what the phone is about; `says`: why it waits, if it does. */
type Props = { step: 'drawing' | 'casting'; says?: string; again: () => void }

const goesOn = {
  drawing: '答案封好存在这部手机里,不用再填。有了网,打开“评机关”就会接着投。',
  casting: '选票领到了,答案封好存在这部手机里。有了网会自己接着投,不用再填。',
} as const

/** The ballot is on its way into the box. It goes on by itself; nobody has to stay here for it. */
export function Sending({ step, says, again }: Props) {
  if (!says)
    return (
      <Page title="万名群众评机关">
        <Loading />
        <View className="gap soft">{step === 'drawing' ? '正在领选票…' : '正在投进票箱…'}</View>
      </Page>
    )
  return (
    <Page title="万名群众评机关" foot={<Button onPress={again}>再投一次</Button>}>
      <Outcome title="还没有投进去" waits>
        <View className="soft">{goesOn[step]}</View>
      </Outcome>
      <Note>{says}</Note>
      <Button tone="quiet" onPress={() => restart('pages/home')}>
        先回首页
      </Button>
    </Page>
  )
}

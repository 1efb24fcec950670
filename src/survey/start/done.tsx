import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Outcome } from '../../design/outcome'
import { Page } from '../../design/page'
import { Note } from '../../design/standing'
import { Receipt } from '../receipt'
import { Mine } from './mine'
import { More } from './more'
import type { Start } from './use-start'

const foundWords = {
  counted: '公布的名单里有您的票,已经算进去了。',
  spoilt: '公布的名单里有您的票,但是里面的内容读不出来,没有算进去。',
  no: '公布的名单里没有找到您的票。请打督查组的电话。',
} as const

/** The ballot of this phone is in; whether it is among those published can be looked up. */
export const InTheBox = ({ receipt, found, find, finding, findSays, mine }: Extract<Start, { stands: 'done' }>) => (
  <Page title="万名群众评机关" back>
    <Outcome title="您的票已经在票箱里" />
    <Card pad>
      <View className="small">回执</View>
      <Receipt of={receipt} />
      {found && <Note tone={found === 'no' ? 'seal' : 'field'}>{foundWords[found]}</Note>}
      {findSays && <Note>{findSays}</Note>}
      <Button tone="line" onPress={find} disabled={finding}>
        {finding ? '正在找…' : '找我的票'}
      </Button>
    </Card>
    {mine && <Mine mine={mine} />}
    <More />
  </Page>
)

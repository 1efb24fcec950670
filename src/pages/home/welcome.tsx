import { View } from '@tarojs/components'

import type { Me } from '../../../contract/account'
import { phone } from '../../api/phone'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { setElder, useElder } from '../../design/elder'
import { Onward, Row } from '../../design/row'
import { useNow } from '../../design/use-now'
import { moment } from '../../design/when'
import { go } from '../../ways'

async function scan() {
  const q = await phone.scan?.()
  if (q) go('villager/tie', { q })
}

/** The first screen of somebody who is not tied to a household yet. */
export function Welcome({ waitingSince, look }: { waitingSince?: Me['waitingSince']; look: () => void }) {
  const { elder } = useElder()
  const now = useNow()
  return (
    <>
      {waitingSince && (
        <Card pad tone="grain">
          <View className="h2">等干部确认</View>
          <View>您 {moment(waitingSince, now)} 请干部确认,干部点了“是”,这里就能用了。</View>
          <View className="gap">
            <Button tone="line" onPress={look}>
              看看确认了没有
            </Button>
          </View>
        </Card>
      )}
      <Card
        pad
        head={
          <>
            <View>进农家服务卡</View>
            <View>每户一张</View>
          </>
        }
      >
        <View className="h2">请拿出您家的服务卡</View>
        <View>卡上有您家结对干部的姓名和电话。认了卡,打电话、提意见、看进度都在这里。</View>
        <View className="gap">
          {phone.scan && (
            <View className="stack-item">
              <Button icon="scan" onPress={() => void scan()}>
                扫服务卡
              </Button>
            </View>
          )}
          <Button icon="keypad" tone={phone.scan ? 'line' : 'field'} onPress={() => go('villager/tie')}>
            输入卡上的号码
          </Button>
        </View>
      </Card>
      <Card>
        <Row icon="badge" title="我是干部" small="用登记的手机号确认" end={<Onward />} onPress={() => go('cadre/staff-tie')} />
        <Row icon="pen" title={elder ? '换回普通字' : '字太小?换大字版'} end={<Onward />} onPress={() => setElder(!elder)} />
      </Card>
    </>
  )
}

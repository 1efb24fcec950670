import { View } from '@tarojs/components'

import type { Home, ServiceCard as Service } from '../../../contract/pairing'
import { call } from '../../api/call'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Chip } from '../../design/chip'
import { Parts } from '../../design/parts'
import { ReadAloud } from '../../design/read-aloud'
import { Initial } from '../../design/row'
import { spaced } from '../../design/spaced'
import { useNow } from '../../design/use-now'
import { day } from '../../design/when'
import './service-card.css'

const head = (serial: string) => (
  <>
    <View>进农家服务卡</View>
    <View>{serial}</View>
  </>
)

const visits = ({ visitsThisYear, lastVisitAt }: Service, now: number) => [
  visitsThisYear > 0 ? `今年已进您家 ${visitsThisYear} 次` : '今年还没有上门的记录',
  lastVisitAt && `上次 ${day(lastVisitAt, now)}`,
]

/** The card as it is read out. */
const aloud = ({ cadreName, unitName, post, phone, serviceItems, commitment }: Service) =>
  `您家的结对干部是${cadreName},${unitName}${post}。电话 ${phone}。${serviceItems.length > 0 ? `能帮您:${serviceItems.join('、')}。` : ''}${commitment ?? ''}`

/** The card that hangs on the wall, on the phone. In elder mode it says who it is and how to call, and no more. */
export function ServiceCard({ serial, card, elder }: { serial: string; card: Service; elder?: boolean }) {
  const now = useNow()
  return (
    <Card head={head(serial)} pad>
      <View className="service-who">
        <Initial of={card.cadreName} large />
        <View className="service-words">
          <View className="service-name">{card.cadreName}</View>
          {elder ? (
            <>
              <View>{card.unitName}</View>
              <View>{card.post}</View>
            </>
          ) : (
            <>
              <View>
                <Parts of={[card.unitName, card.post]} />
              </View>
              <View className="small">
                <Parts of={visits(card, now)} />
              </View>
            </>
          )}
        </View>
      </View>
      {!elder && card.serviceItems.length > 0 && (
        <View className="service-items">
          {card.serviceItems.map((item) => (
            <View className="service-item" key={item}>
              <Chip>{item}</Chip>
            </View>
          ))}
        </View>
      )}
      {!elder && card.commitment && <View className="service-promise">{card.commitment}</View>}
      <View className="service-call">
        <Button icon="phone" onPress={() => call(card.phone)}>
          {elder ? `打给${card.cadreName}` : `给${card.cadreName}打电话`}
        </Button>
        <View className="small service-number">{spaced(card.phone)}</View>
      </View>
      <View className="service-aloud">
        <ReadAloud of={aloud(card)} />
      </View>
    </Card>
  )
}

/** In the card's place where nobody is paired with the household yet. */
export const NoCadre = ({ serial, office }: Pick<Home, 'serial' | 'office'>) => (
  <Card head={head(serial)} pad>
    <View className="h2">您家还没有结对干部</View>
    <View>这件事已经记下来了。干部定下来之前,有事请找{office.name}。</View>
    <View className="service-call">
      <Button icon="phone" onPress={() => call(office.phone)}>
        打给{office.name}
      </Button>
      <View className="small service-number">{office.phone}</View>
    </View>
  </Card>
)

import { occasions, Delivery, Occasion } from '../../../contract/notice'
import type { Letter } from '../../../contract/ticket'
import { Card } from '../../design/card'
import { Row } from '../../design/row'
import { moment } from '../../design/when'

const words: Readonly<Record<Delivery, string>> = {
  pending: '正在通知',
  sent: '已通知到手机',
  inboxOnly: '在小程序消息里',
  technicalFailure: '没通知到',
  folded: '和别的来信一起提醒',
}

const occasionOf = (name: string) => {
  const occasion = Occasion.safeParse(name)
  return occasion.success ? occasions[occasion.data] : name
}
const deliveryOf = (name: string) => {
  const delivery = Delivery.safeParse(name)
  return delivery.success ? words[delivery.data] : name
}

/** For inspection: who was told of this, and whether it got through. */
export const Notices = ({ notices, now }: { notices: NonNullable<Letter['notices']>; now: number }) => (
  <Card>
    {notices.map(({ to, occasion, delivery, tries, at }) => (
      <Row
        key={`${to}${occasion}${at}`}
        plain
        title={`${to}:${occasionOf(occasion)}`}
        small={`${moment(at, now)} · ${deliveryOf(delivery)}${tries > 1 ? `,试了 ${tries} 次` : ''}`}
      />
    ))}
  </Card>
)

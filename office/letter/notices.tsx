import { Delivery, Occasion, occasions } from '../../contract/notice'
import type { Letter } from '../../contract/ticket'
import { moment } from '../design/when'

const deliveries: Readonly<Record<Delivery, string>> = {
  pending: '正在通知',
  sent: '已通知',
  inboxOnly: '在小程序消息里',
  technicalFailure: '没通知到',
  folded: '合在待办提醒里',
}

const occasionOf = (name: string) => {
  const { data } = Occasion.safeParse(name)
  return data ? occasions[data] : name
}
const deliveryOf = (name: string) => {
  const { data } = Delivery.safeParse(name)
  return data ? deliveries[data] : name
}

/** Who was told of this ticket, and whether it got through. */
export const Notices = ({ notices, now }: { notices: NonNullable<Letter['notices']>; now: number }) => (
  <table className="letter-table">
    <thead>
      <tr>
        <th scope="col">告诉了谁</th>
        <th scope="col">什么事</th>
        <th scope="col">到了没有</th>
        <th scope="col">时间</th>
      </tr>
    </thead>
    <tbody>
      {notices.map(({ to, occasion, delivery, tries, at }, place) => (
        <tr key={place}>
          <td>{to}</td>
          <td>{occasionOf(occasion)}</td>
          <td className={delivery === 'technicalFailure' ? 'seal' : undefined}>
            {deliveryOf(delivery)}
            {tries > 1 && `,试了 ${tries} 次`}
          </td>
          <td>{moment(at, now)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

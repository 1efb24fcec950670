import { useState } from 'react'

import { askConsent } from '../api/notify'
import { Chip } from '../design/chip'
import { Row } from '../design/row'

const words = { villager: '有答复时微信告诉您', staff: '有来信时微信告诉您' } as const

/** Asks for consent to one more message; WeChat gives one message a consent. */
export function Reminder({ side }: { side: 'villager' | 'staff' }) {
  const [asked, ask] = useState(false)
  const press = async () => {
    await askConsent(side, { pressed: true })
    ask(true)
  }
  return (
    <Row
      title="打开提醒"
      small={asked ? '微信已经记下您的选择' : words[side]}
      end={<Chip tone={asked ? 'grey' : 'field'}>{asked ? '好了' : '打开'}</Chip>}
      onPress={() => void press()}
    />
  )
}

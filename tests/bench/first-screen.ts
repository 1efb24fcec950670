import { cardOf } from '../journeys/people'
import { sandboxAt } from '../journeys/sandbox'
import { startStack } from '../stack'
import { openWeapp } from '../weapp/open'

/** Bytes that the compiled mini-program hands to the view until its first screen rests: to somebody new, and to a villager with a card. */
export async function firstScreens(): Promise<{ visitor: number; villager: number }> {
  const stack = await startStack()
  try {
    const person = await sandboxAt(stack.url).find('0217')
    const phone = await openWeapp({ server: stack.url, person: person.id })
    try {
      const bytes = async (text: string) => {
        await phone.see(text)
        await phone.rested()
        return phone.setData().firstScreenBytes
      }
      const visitor = await bytes('输入卡上的号码')
      await phone.tap('输入卡上的号码')
      await phone.type('卡上的号码', cardOf({ person }))
      await phone.tap('下一步')
      await phone.tap('核对手机号')
      await phone.tap('去首页')
      await phone.see('给陈建华打电话')
      await phone.rested()
      await phone.kill()
      await phone.reopen()
      return { visitor, villager: await bytes('给陈建华打电话') }
    } finally {
      await phone.close()
    }
  } finally {
    await stack.stop()
  }
}

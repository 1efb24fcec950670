import { openWeapp } from './open'
import type { Phone } from './phone'

jest.setTimeout(60_000)

/** What may cross from the logic to the view before the first touch. */
const FIRST_SCREEN_BYTES = 16 * 1024

let phone: Phone
afterEach(() => phone.close())

it('starts in WeChat, paints its first page without an error, and sends little to the screen', async () => {
  phone = await openWeapp()
  await phone.see('进农家')
  await phone.rested()
  const [page] = await phone.front()
  expect(await page!.evaluate(() => document.body.innerText)).toMatch(/\p{Script=Han}/u)
  expect(phone.setData().firstScreenBytes).toBeLessThanOrEqual(FIRST_SCREEN_BYTES)
  expect(await phone.unspoken()).toEqual([])
})

import { createHash, randomBytes } from 'node:crypto'

import { client } from '../../contract/client'
import { desktop, DesktopSecret, DesktopSignInId } from '../../contract/desktop'
import { good } from '../bench/product'
import { sandboxAt } from '../journeys/sandbox'
import { startStack } from '../stack'
import { openWeapp } from './open'
import type { Phone } from './phone'

jest.setTimeout(120_000)

let stack: Awaited<ReturnType<typeof startStack>>
let cadre: Phone

beforeAll(async () => {
  stack = await startStack()
  cadre = await openWeapp({ server: stack.url, person: (await sandboxAt(stack.url).find('水利局', '经办')).id })
})
afterAll(async () => {
  await cadre?.close()
  await stack?.stop()
})

it('scans the code on a desktop, compares the number, and signs it in', async () => {
  const ask = client(desktop, async ({ method, url, body }) => {
    const reply = await fetch(stack.url + url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    return { status: reply.status, body: await reply.json() }
  })
  const hex = () => randomBytes(16).toString('hex')
  const [id, secret] = [DesktopSignInId.parse(hex()), DesktopSecret.parse(hex())]
  const secretHash = createHash('sha256').update(secret).digest('hex')
  const { code, check } = good(await ask('POST /v1/desktop-sign-ins', { body: { id, secretHash, machine: 'windows' } }))

  await cadre.tap('我是干部')
  await cadre.tap('确认我是干部')
  await cadre.see('工作台')
  await cadre.tap('我的')
  await cadre.tap('登录电脑网页')
  await cadre.see('在电脑上打开办公网页')
  expect(await cadre.unspoken()).toEqual([])
  cadre.scanNext({ result: `https://office.example.cn/#/cadre/desktop-sign-in/screen?code=${code}` })
  await cadre.tap('扫电脑上的码')
  await cadre.see(check)
  await cadre.see('Windows 电脑')
  expect(await cadre.unspoken()).toEqual([])
  await cadre.tap('确认登录')
  await cadre.see('电脑上登录好了')
  const { session } = good(await ask('POST /v1/desktop-sign-ins/{id}/session', { params: { id }, body: { secret } }))
  expect(session?.me.staff?.unitName).toBe('北流市水利局')
})

import { cardOf } from '../journeys/people'
import { type Sandbox, sandboxAt } from '../journeys/sandbox'
import { startStack } from '../stack'
import { openWeapp } from './open'
import type { Phone } from './phone'
import { until } from './until'

jest.setTimeout(120_000)

let stack: Awaited<ReturnType<typeof startStack>>
let sandbox: Sandbox
let villager: Phone
let cadre: Phone
let villagerId: string

beforeAll(async () => {
  stack = await startStack()
  sandbox = sandboxAt(stack.url)
  const person = await sandbox.find('0217')
  const { id } = await sandbox.find('陈建华', '驻村')
  villagerId = person.id
  const query = { q: encodeURIComponent(`https://jnj.example/c/${cardOf({ person })}`) }
  villager = await openWeapp({ server: stack.url, person: person.id, query })
  cadre = await openWeapp({ server: stack.url, person: id })
})
afterAll(async () => {
  await villager?.close()
  await cadre?.close()
  await stack?.stop()
})

it('is known by the number that WeChat proves', async () => {
  await cadre.tap('我是干部')
  await cadre.tap('确认我是干部')
  await cadre.see('来信')
  expect(await cadre.unspoken()).toEqual([])
})

it('gets what the paired villager asks for, and answers', async () => {
  await villager.tap('核对手机号')
  await villager.tap('去首页')
  await villager.tap('意见箱')
  await villager.tap('求助')
  await villager.type('您要帮什么忙', '猪不吃料,想找个兽医看看')
  // Of this class telephones ring at any hour.
  await villager.tap('有人有危险')
  await villager.tap('提交')
  await villager.see('收到了')

  cadre.hide()
  cadre.show()
  await cadre.tap('猪不吃料')
  expect(await cadre.unspoken()).toEqual([])
  await cadre.tap('答复')
  await cadre.type('答复村民', '明天上午带兽医来')
  await cadre.tap('发出答复')
  await cadre.see('有了答复')
})

it('is heard by the villager through the consent of the tap on submit', async () => {
  const messages = await until(async () => {
    const all = await sandbox.wechat(villagerId)
    // The survey may invite this household meanwhile.
    return all.some((message) => /T\d{8}-\d{4}/.test(message)) ? all : undefined
  }, 10_000)
  expect(messages.join()).not.toContain('兽医')
})

it('resolves it, and the villager rates it with a face', async () => {
  await cadre.tap('办结答复')
  await cadre.type('办好了,说说怎么办的', '兽医来看过,开了药')
  await cadre.tap('办结,请村民评价')
  await cadre.see('等村民评价')

  await villager.tap('去看进度')
  await villager.see('兽医来看过,开了药')
  expect(await villager.unspoken()).toEqual([])
  await villager.tap('很好')
  await villager.tap('确认')
  await villager.see('您评价:很好')
})

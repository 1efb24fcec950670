import { until } from '../weapp/until'
import { enlarge, faults } from './look'
import { signInStaff, tie } from './people'
import type { Phone } from './phone'
import { aPhoto, aRiskyPhoto, choose, comes, pictures, speak } from './photos'
import { openStage, type Stage } from './stage'
import { openTicket } from './walk'

jest.setTimeout(300_000)

const LIMIT_MS = 30_000

let stage: Stage
let villager: Phone
let cadre: Phone

beforeAll(async () => {
  stage = await openStage()
  villager = await stage.phoneOf('0217')
  cadre = await stage.phoneOf('陈建华', '驻村')
  await tie(villager)
  await signInStaff(cadre)
})
afterAll(() => stage?.close())

/** Everybody can read and press what is in front, in elder mode's largest letters too. */
async function fits(phone: Phone) {
  expect(await faults(phone, 'plain')).toEqual([])
  await enlarge(phone, true)
  expect(await faults(phone, 'large')).toEqual([])
  await enlarge(phone, false)
}
const shows = (phone: Phone, count: number) =>
  until(async () => {
    const widths = await pictures(phone)
    return widths.length === count && widths.every((width) => width > 0) ? widths : undefined
  }, LIMIT_MS)

it('photos and a voice note are chosen, looked at, heard and taken out again, and are there after a kill', async () => {
  await villager.open('villager/ticket-new/screen')
  await villager.tap('求助')
  await villager.type('您要帮什么忙?', '屋后的水渠堵了')
  await choose(villager, '拍照片', [await aPhoto('one'), await aPhoto('two', '#5a4a3a'), await aPhoto('three', '#223344')])
  // Made small on the phone.
  expect(await shows(villager, 3)).toEqual([1600, 1600, 1600])
  await fits(villager)
  await villager.tap('照片 2,看大图')
  await villager.tap('下一张')
  await fits(villager)
  await villager.tap('关上照片')
  await villager.tap('去掉照片 3')
  await shows(villager, 2)
  await speak(villager, 3)
  await fits(villager)
  await villager.tap(/^听一遍/)
  await villager.see(/^停/)
  await villager.see(/^听一遍/)
  await villager.reload()
  await shows(villager, 2)
  await villager.see(/^听一遍/)
  expect(villager.sent('/v1/media')).toEqual([])
})

it('what was submitted without signal waits with its photos, and the cadre sees and hears it when the signal is back', async () => {
  await villager.offline(true)
  await villager.tap('提交')
  await villager.see('已经存在手机里')
  await villager.tap('去我的事看看')
  await villager.offline(false)
  await villager.see('已收到')
  expect(villager.sent('/v1/media')).toHaveLength(3)
  expect(villager.sent('/v1/tickets')).toHaveLength(1)

  await cadre.open('cadre/letters/screen')
  await cadre.tap(/求助:屋后的水渠堵了/)
  await shows(cadre, 2)
  await comes(cadre, /^听录音 \d+ 秒/)
  await fits(cadre)
  await cadre.tap('照片 1,看大图')
  await fits(cadre)
  await cadre.tap('关上照片')
  await openTicket(villager, /屋后的水渠堵了/)
  await shows(villager, 2)
  await fits(villager)
})

it('the cadre shows how it was and how it is now, and the villager sees which is which', async () => {
  await cadre.tap('办结答复')
  await cadre.type('办好了,说说怎么办的', '水渠已经清通')
  await choose(cadre, '放办之前的照片', [await aPhoto('before', '#5a4a3a')])
  await cadre.tap('办之前的照片 1,看大图')
  await cadre.tap('关上照片')
  await choose(cadre, '放办之后的照片', [await aPhoto('after', '#3f8fc0')])
  await until(async () => ((await pictures(cadre)).length === 4 ? true : undefined), LIMIT_MS)
  await fits(cadre)
  await cadre.tap('办结,请村民评价')
  await cadre.see('等村民评价')
  await openTicket(villager, /屋后的水渠堵了/)
  for (const words of ['办之前的照片', '办之后的照片']) await comes(villager, words)
  await shows(villager, 4)
  await fits(villager)
  await villager.tap('办之后的照片 1,看大图')
  await villager.tap('关上照片')
})

it('a file that is no photo is said to be none, and a risky photo is hidden until inspection has looked', async () => {
  await villager.open('villager/ticket-new/screen')
  await villager.tap('求助')
  await villager.type('您要帮什么忙?', '村口的灯坏了')
  await choose(villager, '拍照片', [{ name: 'fake.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo at all') }])
  await villager.see(/打不开/)
  await choose(villager, '拍照片', [await aRiskyPhoto()])
  await shows(villager, 1)
  await villager.tap('提交')
  await villager.see('收到了')
  await openTicket(villager, /村口的灯坏了/)
  await comes(villager, '1 张照片要等督查组看过,先不显示')
  await fits(villager)
})

it('who does not let the phone listen is told so, and submits all the same', async () => {
  const other = await stage.phoneOf('还没有结对干部')
  await tie(other)
  await other.open('villager/ticket-new/screen')
  await other.tap('说一段话')
  await other.see(/手机没让用麦克风/)
  await fits(other)
  await other.type('您要说什么事?', '路灯不亮')
  await other.tap('提交')
  await other.see('收到了')
})

import sharp from 'sharp'

import { cardOf } from '../journeys/people'
import { aPhoto } from '../journeys/photos'
import { type Sandbox, sandboxAt } from '../journeys/sandbox'
import { startStack } from '../stack'
import { openWeapp } from './open'
import type { Phone } from './phone'
import { until } from './until'

jest.setTimeout(180_000)

const LIMIT_MS = 30_000
const WORDS = '屋后的水渠堵了半个月'

let stack: Awaited<ReturnType<typeof startStack>>
let sandbox: Sandbox
let villager: Phone
let cadre: Phone
let photos: Buffer[]

beforeAll(async () => {
  stack = await startStack()
  sandbox = sandboxAt(stack.url)
  photos = await Promise.all(['#6f8f86', '#5a4a3a'].map(async (water) => (await aPhoto('photo', water)).buffer))
  const person = await sandbox.find('0217')
  villager = await openWeapp({ server: stack.url, person: person.id, limitMs: LIMIT_MS })
  await villager.tap('输入卡上的号码')
  await villager.type('卡上的号码', cardOf({ person }))
  await villager.tap('下一步')
  await villager.tap('核对手机号')
  await villager.tap('去首页')
  await villager.see('陈建华')
  cadre = await openWeapp({ server: stack.url, person: (await sandbox.find('陈建华', '驻村')).id, limitMs: LIMIT_MS })
  await cadre.tap('我是干部')
  await cadre.tap('确认我是干部')
  await cadre.see('工作台')
})
afterAll(async () => {
  await villager?.close()
  await cadre?.close()
  await stack?.stop()
})

type Sent = { url: string; method: string; data: { id: string; media: { kind: string }[] } }
const sent = (route: string) => (villager.calls('request') as Sent[]).filter(({ url, method }) => method === 'POST' && url.endsWith(route))
const uploads = () => villager.calls('uploadFile') as { url: string; filePath: string; name: string; formData: Record<string, string> }[]

/** Addresses of the pictures on the screen in front, as the mini-program's `image` has them. */
async function pictures(phone: Phone): Promise<string[]> {
  const [page] = await phone.front()
  return page!.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('wx-image')].map(({ style }) => /url\("(.+)"\)/.exec(style.backgroundImage)?.[1] ?? ''),
  )
}
const shows = (phone: Phone, count: number) =>
  until(async () => {
    const urls = await pictures(phone)
    return urls.length === count ? urls : undefined
  }, LIMIT_MS)

it('two photos are made small and kept, and a voice note is recorded and heard', async () => {
  await villager.tap('意见箱')
  await villager.tap('求助')
  await villager.type('您要帮什么忙', WORDS)
  villager.album(photos)
  await villager.tap('拍照片')
  expect(await shows(villager, 2)).toEqual([expect.stringMatching(/usr\/[0-9a-f]{32}\.jpg$/), expect.stringMatching(/\.jpg$/)])
  expect(villager.calls('compressImage')).toMatchObject([{ compressedWidth: 1600 }, { compressedWidth: 1600 }])
  villager.says(7)
  await villager.tap('说一段话')
  await villager.see('正在录音,请说话')
  expect(await villager.unspoken()).toEqual([])
  await villager.tap('说完了')
  await villager.see('听一遍 7 秒')
  expect(await villager.unspoken()).toEqual([])
  await villager.tap('听一遍')
  expect(await villager.called('audio.play')).toMatchObject({ options: { src: expect.stringMatching(/usr\/.+\.mp3$/) } })
  await villager.tap('照片 2,看大图')
  expect(await villager.called('previewImage')).toMatchObject({ options: { urls: [expect.any(String), expect.any(String)] } })
  expect(villager.files()).toHaveLength(3)
  expect(sent('/v1/media')).toEqual([])
})

it('they are there after a kill, wait for the signal with the words, and are sent once', async () => {
  await villager.kill()
  await villager.reopen()
  await villager.tap('意见箱')
  await shows(villager, 2)
  await villager.see('听一遍 7 秒')
  villager.offline(true)
  await villager.tap('提交')
  await villager.see('等有网时自动发出')
  await villager.kill()
  await villager.reopen()
  // The first photo arrives, but its answer does not.
  villager.loseReplies(true)
  await villager.rested()
  expect(sent('/v1/tickets')).toEqual([])
  villager.offline(false)
  await villager.tap('我的事')
  await villager.see('已收到')
  expect(uploads().every(({ name, formData }) => name === 'file' && formData.policy && formData['x-amz-signature'])).toBe(true)
  expect(sent('/v1/tickets')).toMatchObject([{ data: { media: [{ kind: 'photo' }, { kind: 'photo' }, { kind: 'voice' }] } }])
  await until(async () => villager.files().length === 0 || undefined, LIMIT_MS)
})

it('the handler sees the photos, hears the recording with its length, and looks at one large', async () => {
  await cadre.tap('来信')
  await cadre.tap(`求助:${WORDS}`)
  const urls = await shows(cadre, 2)
  for (const url of urls) {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1600 })
    expect(bytes.includes('CANARY-CAMERA')).toBe(false)
  }
  await cadre.see('听录音 7 秒')
  expect(await cadre.unspoken()).toEqual([])
  await cadre.tap('听录音')
  expect(await cadre.called('audio.play')).toMatchObject({ options: { src: expect.stringMatching(/^http.+clean\//) } })
  await cadre.tap('照片 1,看大图')
  expect(await cadre.called('previewImage')).toMatchObject({ options: { current: urls[0] } })
})

it('the handler shows how it was and how it is now', async () => {
  await cadre.tap('办结答复')
  await cadre.type('办好了,说说怎么办的', '水渠已经清通')
  cadre.album([photos[1]!])
  await cadre.tap('放办之前的照片')
  await shows(cadre, 3)
  cadre.album([photos[0]!])
  await cadre.tap('放办之后的照片')
  await shows(cadre, 4)
  expect(await cadre.unspoken()).toEqual([])
  await cadre.tap('办结,请村民评价')
  await cadre.see('等村民评价')
  await villager.tap('屋后的水渠')
  await villager.see('办之前的照片')
  await villager.see('办之后的照片')
  await shows(villager, 4)
  expect(await villager.unspoken()).toEqual([])
})

it('who lets WeChat use neither camera nor microphone is told what to do, and submits all the same', async () => {
  await villager.back()
  await villager.tap('我有话要说')
  villager.refuse('camera')
  villager.refuse('scope.record')
  await villager.tap('拍照片')
  await villager.see('手机没让用相机或相册')
  await villager.tap('说一段话')
  await villager.see('手机没让用麦克风')
  await villager.tap('去设置里打开')
  await villager.called('openSetting')
  expect(await villager.unspoken()).toEqual([])
  await villager.tap('求助')
  await villager.type('您要帮什么忙', '路灯不亮')
  await villager.tap('提交')
  await villager.see('收到了')
})

it('chooses photos in an older WeChat as well', async () => {
  const old = await openWeapp({ server: stack.url, person: (await sandbox.find('0217')).id, unknown: ['chooseMedia'] })
  await old.tap('意见箱')
  old.album([photos[0]!])
  await old.tap('拍照片')
  await shows(old, 1)
  await old.close()
})

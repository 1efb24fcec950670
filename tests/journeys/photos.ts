import sharp from 'sharp'

import { mediaLimits } from '../../contract/media'
import { until } from '../weapp/until'
import type { Phone } from './phone'
import { openTicket, type Visit } from './walk'

const LIMIT_MS = 30_000

type File = { name: string; mimeType: string; buffer: Buffer }

/** A telephone's photo of a ditch beside a field, large and with the camera's notes; `water` tells one from another. */
export async function aPhoto(name: string, water = '#6f8f86'): Promise<File> {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2250">
    <rect width="3000" height="900" fill="#bcd3e0"/><rect y="900" width="3000" height="1350" fill="#8aa05a"/>
    <path d="M1300 900 L1700 900 L2300 2250 L600 2250 Z" fill="${water}"/>
    <circle cx="500" cy="760" r="260" fill="#4f7444"/><rect x="470" y="900" width="60" height="220" fill="#6b4f34"/>
    <path d="M900 1700 l420 -160 l260 240 l-380 180 Z" fill="#7a6347"/></svg>`
  // Leaves and gravel: what a real photo is heavy with.
  const noise = await sharp({
    create: { width: 3000, height: 2250, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 24 } },
  })
    .png()
    .toBuffer()
  const buffer = await sharp(Buffer.from(drawn))
    .composite([{ input: noise, blend: 'overlay' }])
    .withExif({ IFD0: { Make: 'CANARY-CAMERA' } })
    .jpeg({ quality: 95 })
    .toBuffer()
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer }
}

/** A photo at which the sandbox's WeChat takes offence. */
export async function aRiskyPhoto(): Promise<File> {
  const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#f00' } })
    .jpeg()
    .toBuffer()
  return { name: 'red.jpg', mimeType: 'image/jpeg', buffer }
}

/** Taps `button` and chooses these files in the browser's own window. */
export async function choose(phone: Phone, button: string, files: File[]) {
  const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.tap(button)])
  await chooser.setFiles(files)
}

/** Lets the page listen, and speaks for some seconds at least. */
async function beginToSpeak(phone: Phone, seconds: number) {
  await phone.page.context().grantPermissions(['microphone'])
  await phone.tap('说一段话')
  await phone.see('正在录音,请说话')
  const left = phone.page.locator('.recording-left').filter({ visible: true })
  await until(async () => (Number(await left.innerText()) <= mediaLimits.voice.seconds - seconds ? true : undefined), LIMIT_MS)
}

/** Speaks for some seconds, and is done. */
export async function speak(phone: Phone, seconds: number) {
  await beginToSpeak(phone, seconds)
  await phone.tap('说完了')
  await phone.see(/^听一遍/)
}

/** Waits until this is to be seen; a photo is looked at by the server, and then by WeChat. */
export const comes = (phone: Phone, text: string | RegExp) => until(async () => ((await phone.sees(text)) ? true : undefined), LIMIT_MS)

/** How large the pictures in sight really are, in pixels of their files; 0 where one could not be loaded. */
export const pictures = ({ page }: Phone) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('img.picture')]
      .filter((picture) => picture.checkVisibility())
      .map(({ naturalWidth, complete }) => (complete ? naturalWidth : 0)),
  )

/** Goes through the screens with photos and a voice note, as villager and as cadre; both are signed in. */
export async function walkPhotos(villager: Phone, cadre: Phone, visit: Visit) {
  await villager.open('villager/ticket-new/screen')
  await villager.tap('求助')
  await villager.type('您要帮什么忙?', '村口的水渠也堵了。')
  await choose(villager, '拍照片', [await aPhoto('ditch'), await aPhoto('mud', '#5a4a3a')])
  await villager.tap('说一段话')
  await villager.see(/手机没让用麦克风/)
  await visit(villager, 'photos-refused')
  await beginToSpeak(villager, 3)
  await visit(villager, 'photos-recording')
  await villager.tap('说完了')
  await villager.see(/^听一遍/)
  await visit(villager, 'photos-chosen')
  await villager.tap('照片 1,看大图')
  await visit(villager, 'photos-large')
  await villager.tap('关上照片')
  await villager.offline(true)
  await villager.tap('提交')
  await villager.see('已经存在手机里')
  await villager.tap('去我的事看看')
  await visit(villager, 'photos-waiting')
  await villager.offline(false)
  // What waited has given its place on the list to what was taken.
  await villager.seeNoMore('等有网时自动发出')
  await villager.see('已收到')
  await openTicket(villager, /村口的水渠也堵了/)
  await comes(villager, /^听录音/)
  await visit(villager, 'photos-ticket')

  await cadre.open('cadre/letters/screen')
  await cadre.tap(/求助:村口的水渠也堵了/)
  await comes(cadre, /^听录音/)
  await visit(cadre, 'photos-letter')
  await cadre.tap('办结答复')
  await cadre.type('办好了,说说怎么办的', '已经清好,水通了。')
  await choose(cadre, '放办之前的照片', [await aPhoto('before', '#5a4a3a')])
  await choose(cadre, '放办之后的照片', [await aPhoto('after', '#3f8fc0')])
  await visit(cadre, 'photos-resolve')
  await cadre.tap('办结,请村民评价')
  await cadre.see('等村民评价')
  await openTicket(villager, /村口的水渠也堵了/)
  await comes(villager, '办之后的照片')
  await visit(villager, 'photos-before-after')
}

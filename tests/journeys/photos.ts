import sharp from 'sharp'

import type { Phone } from './phone'

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

/** Speaks for some seconds. */
export async function speak(phone: Phone, seconds: number) {
  await phone.page.context().grantPermissions(['microphone'])
  await phone.tap('说一段话')
  await phone.see('正在录音,请说话')
  await phone.see(String(60 - seconds))
  await phone.tap('说完了')
  await phone.see(/^听一遍/)
}

/** How large the pictures in sight really are, in pixels of their files; 0 where one could not be loaded. */
export const pictures = ({ page }: Phone) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('img.picture')]
      .filter((picture) => picture.checkVisibility())
      .map(({ naturalWidth, complete }) => (complete ? naturalWidth : 0)),
  )

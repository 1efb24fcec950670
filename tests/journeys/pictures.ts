// npm run pictures: walks through the running product, in the browser and as the compiled mini-program (npm run build:weapp
// first), and leaves two pictures of each screen in .local/pictures, as it is and in the largest letters; those that README.md
// shows go to docs/. Prints what does not fit or cannot be heard.
import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

import { openWeapp } from '../weapp/open'
import { enlarge, faults } from './look'
import { officePictures } from './office-pictures'
import type { Phone } from './phone'
import { walkPhotos } from './photos'
import { openStage } from './stage'
import { walk } from './walk'

const root = path.resolve(__dirname, '../..')
const folder = path.join(root, '.local', 'pictures')

async function visit(phone: Phone, name: string) {
  // Cached words give way to fresh ones, and pages that slide come to rest.
  await phone.page.waitForTimeout(600)
  for (const size of ['plain', 'large'] as const) {
    await enlarge(phone, size === 'large')
    await phone.page.screenshot({
      path: path.join(folder, size === 'plain' ? `${name}.png` : `large-${name}.png`),
      fullPage: size === 'large',
    })
    for (const fault of await faults(phone, size)) console.log(`  ${name} ${size}: ${fault}`)
  }
  await enlarge(phone, false)
  console.log(name)
}

/** The same screens in the compiled mini-program. */
async function weapp(server: string, person: string) {
  const wechat = await openWeapp({ server, person })
  for (const [name, words, tap] of [
    ['weapp-home', '给陈建华打电话', '我家'],
    ['weapp-family', '打开提醒', '大字版'],
    ['weapp-family-elder', '打开提醒', '首页'],
    ['weapp-home-elder', '打投诉电话', '我有话要说'],
    ['weapp-ticket-new-elder', '您要说什么事?', ''],
  ] as const) {
    await wechat.see(words)
    await wechat.picture(path.join(folder, `${name}.png`))
    console.log(name)
    if (tap) await wechat.tap(tap)
  }
  await wechat.close()
}

async function main() {
  mkdirSync(folder, { recursive: true })
  const stage = await openStage()
  try {
    const { villager, cadre } = await walk(stage, visit)
    await walkPhotos(villager, cadre, visit)
    await villager.page.goto(new URL('/sandbox/', villager.page.url()).href)
    await villager.page.waitForTimeout(600)
    await villager.page.screenshot({ path: path.join(folder, 'sandbox.png') })
    await officePictures(stage, folder)
    if (!process.argv.includes('--h5')) await weapp(stage.url, villager.person.id)
  } finally {
    await stage.close()
  }
  copyFileSync(path.join(folder, 'office-letters-1280.png'), path.join(root, 'docs', 'office.png'))
  for (const name of ['villager-home', 'ticket']) copyFileSync(path.join(folder, `${name}.png`), path.join(root, 'docs', `${name}.png`))
}

void main()

// npm run pictures: walks through the running product, in the browser and as the compiled mini-program (npm run build:weapp
// first), and leaves a picture of each screen in .local/pictures; the two that README.md shows go to docs/.
import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

import { openWeapp } from '../weapp/open'
import { signInStaff, tie } from './people'
import type { Phone } from './phone'
import { openStage } from './stage'

const root = path.resolve(__dirname, '../..')
const folder = path.join(root, '.local', 'pictures')

async function main() {
  mkdirSync(folder, { recursive: true })
  const stage = await openStage()
  const take = async (phone: Phone, name: string) => {
    // Cached words give way to fresh ones, and pages that slide come to rest.
    await phone.page.waitForTimeout(600)
    await phone.page.screenshot({ path: path.join(folder, `${name}.png`) })
    console.log(name)
  }
  try {
    const villager = await stage.phoneOf('0217')
    await villager.open()
    await villager.see('输入卡上的号码')
    await take(villager, 'welcome')
    await villager.tap('输入卡上的号码')
    await take(villager, 'tie')
    await tie(villager)
    await take(villager, 'villager-home')
    await villager.open('villager/ticket-new/screen')
    await take(villager, 'ticket-new')
    await villager.tap('求助')
    await villager.type('您要帮什么忙?', '屋后的水渠堵了半个月,地里进不了水')
    await villager.tap(/说的是谁/)
    await take(villager, 'about')
    await villager.tap(/水利站/)
    await villager.tap('提交')
    await villager.see('收到了')
    await take(villager, 'ticket-sent')

    const cadre = await stage.phoneOf('陈建华', '驻村')
    await signInStaff(cadre)
    await cadre.open('cadre/letters/screen')
    await cadre.see(/求助:屋后的水渠/)
    await take(cadre, 'letters')
    await cadre.tap(/求助:屋后的水渠/)
    await cadre.see('地里进不了水')
    await take(cadre, 'letter')
    await cadre.tap('答复')
    await cadre.type('答复村民', '明天上午带挖机来清淤,请留人在家。')
    await take(cadre, 'answer')
    await cadre.tap('发出答复')
    await cadre.see('有了答复')

    await villager.open('pages/tickets/screen')
    await villager.see(/屋后的水渠/)
    await take(villager, 'tickets')
    await villager.tap(/屋后的水渠/)
    await villager.see('明天上午带挖机来清淤')
    await take(villager, 'ticket')
    await cadre.tap('办结答复')
    await cadre.type('办好了,说说怎么办的', '已经清好,水通了。')
    await cadre.tap('办结,请村民评价')
    await cadre.see('等村民评价')
    await villager.open('pages/tickets/screen')
    await villager.tap(/屋后的水渠/)
    await villager.see('已经清好')
    await take(villager, 'ticket-rate')
    await villager.open()
    await villager.see('陈建华')
    await take(villager, 'villager-home-with-ticket')
    await villager.open('pages/family/screen')
    await take(villager, 'family')
    await villager.tap('大字版')
    await take(villager, 'family-elder')
    await villager.tap('首页')
    await villager.see('打投诉电话')
    await take(villager, 'villager-home-elder')
    await villager.open('villager/ticket-new/screen')
    await take(villager, 'ticket-new-elder')

    for (const screen of ['households', 'requests', 'me']) {
      await cadre.open(`cadre/${screen}/screen`)
      await take(cadre, `cadre-${screen}`)
    }
    const inspector = await stage.phoneOf('督查')
    await signInStaff(inspector)
    await take(inspector, 'inspection')
    const alone = await stage.phoneOf('还没有结对干部')
    await tie(alone)
    await take(alone, 'no-cadre')
    await inspector.page.goto(new URL('/sandbox/', inspector.page.url()).href)
    await take(inspector, 'sandbox')
    // The same screens in the compiled mini-program.
    const wechat = await openWeapp({ server: new URL(villager.page.url()).origin, person: villager.person.id })
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
    await villager.page.setViewportSize({ width: 1280, height: 800 })
    await villager.open()
    await take(villager, 'desk-size')
  } finally {
    await stage.close()
  }
  copyFileSync(path.join(folder, 'villager-home.png'), path.join(root, 'docs', 'villager-home.png'))
  copyFileSync(path.join(folder, 'ticket.png'), path.join(root, 'docs', 'ticket.png'))
}

void main()

import type { Phone } from './phone'
import type { Visit } from './walk'

const radios = (phone: Phone) => phone.page.getByRole('radio').filter({ visible: true })

/** Chooses a level (1, the worst, to 5) in one of the three questions of the unit in front. */
export const rate = (phone: Phone, question: number, level: number) =>
  radios(phone)
    .nth(5 * question + level - 1)
    .click()

/** How many pages the survey has, and which one is in front. */
export async function pageInFront(phone: Phone): Promise<{ page: number; of: number }> {
  await phone.see(/^\d+ \/ \d+$/)
  const [, page, of] = /^(\d+) \/ (\d+)$/m.exec(await phone.text()) ?? []
  return { page: Number(page), of: Number(of) }
}

/** Goes through the pages up to the last question, passing over every third unit. */
export async function rateAll(phone: Phone) {
  for (;;) {
    const { page, of } = await pageInFront(phone)
    if (page === of) return
    if (page % 3 === 0) await phone.tap('不了解,跳过')
    else {
      for (const question of [0, 1, 2]) await rate(phone, question, 1 + ((page + question) % 5))
      if (page % 2) await phone.tap('没有')
      await phone.tap('下一个')
    }
    await phone.see(`${page + 1} / ${of}`)
  }
}

/** Every screen of the survey and its states, as a villager comes to them who is invited; the ballot is in at the end. */
export async function votingWalk(villager: Phone, visit: Visit) {
  await villager.tap(/^抽中您家评机关/)
  await villager.see('您家抽中了')
  await visit(villager, 'survey-start')
  await villager.tap('开始评')
  await pageInFront(villager)
  await visit(villager, 'survey-unit')
  await rate(villager, 0, 4)
  await visit(villager, 'survey-unit-rated')
  await rateAll(villager)
  await visit(villager, 'survey-watched')
  await villager.tap('没有,我自己填的')
  await villager.tap('看一遍')
  await villager.see('再看一遍')
  await visit(villager, 'survey-summary')
  await villager.tap(/^.*,不了解,没有评,改$/)
  await villager.see('改好了')
  await visit(villager, 'survey-mending')
  await villager.tap('改好了')
  await villager.offline(true)
  await villager.tap('投进票箱')
  await villager.see('还没有投进去')
  await visit(villager, 'survey-waiting')
  await villager.offline(false)
  await villager.tap('再投一次')
  await villager.see('已经投进票箱')
  await visit(villager, 'survey-done')
  await villager.open('survey/start/screen')
  await villager.see('您家已经用手机领了选票。')
  await visit(villager, 'survey-in-the-box')
  await villager.open('survey/results/screen')
  await villager.see('还没有公布过结果')
  await visit(villager, 'survey-results-none')
  await villager.open()
}

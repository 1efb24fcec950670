import type { Kind } from '../../contract/ticket'
import type { Phone } from './phone'

const questions: Readonly<Record<Kind, readonly [tab: string, question: string]>> = {
  complaint: ['投诉', '您要说什么事?'],
  suggestion: ['建议', '您有什么建议?'],
  help: ['求助', '您要帮什么忙?'],
}

export type About = { about?: string; category?: RegExp }

/** Has a villager write and submit; gives the number that they are told. */
export async function submits(villager: Phone, kind: Kind, text: string, { about, category }: About = {}): Promise<string> {
  const [tab, question] = questions[kind]
  await villager.open('villager/ticket-new/screen')
  await villager.tap(tab)
  await villager.type(question, text)
  if (about) {
    await villager.tap(/说的是谁/)
    await villager.tap(about)
  }
  if (category) await villager.tap(category)
  await villager.tap('提交')
  await villager.see('收到了')
  return /T\d{8}-\d{4,}/.exec(await villager.text())?.[0] ?? ''
}

/** Has a villager look up one of their tickets in the list, by its title or number. */
export async function looksUp(villager: Phone, words: string | RegExp) {
  await villager.open('pages/tickets/screen')
  await villager.tap(words)
  await villager.see('已收到')
}

import type { Phone } from './phone'

const grouped = /(?:\d{3}[\s-]?){5}/

/** The 15 digits that stand on this person's card. */
export function cardOf({ person }: Pick<Phone, 'person'>): string {
  const digits = (person.cardCode ?? grouped.exec(person.note ?? '')?.[0] ?? '').replace(/\D/g, '')
  if (digits.length !== 15) throw new Error(`the sandbox shows no card for ${person.label}`)
  return digits
}

/** Proves this person's own number by the code that the sandbox's SMS brings. */
export async function proveNumber(phone: Phone, words: string) {
  const number = phone.person.phone ?? ''
  await phone.type('手机号', number)
  await phone.tap('获取验证码')
  await phone.see('短信已经发到')
  await phone.type('验证码', await phone.sandbox.smsCode(number))
  await phone.tap(words)
}

/** Ties a villager to the household of the card, by typing its code. */
export async function tie(phone: Phone) {
  await phone.open()
  await phone.tap('输入卡上的号码')
  await phone.type('卡上的号码', cardOf(phone))
  await phone.tap('下一步')
  await proveNumber(phone, '核对手机号')
  await phone.see('认好了')
  await phone.tap('去首页')
}

/** Has a cadre, a desk or inspection recognised, and goes to their letters. */
export async function signInStaff(phone: Phone) {
  await phone.open()
  if ((await phone.seeEither('请拿出您家的服务卡', '来信')) === '来信') return
  await phone.tap(/我是干部/)
  await proveNumber(phone, '确认我是干部')
  await phone.see('来信')
}

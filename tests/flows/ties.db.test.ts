import { cardTriesPerDay, checkDigits, smsLimits, TieRequestId } from '../../contract/account'
import { openPairing } from '../../functions/pairing'
import { ids } from '../../functions/pairing/roster/merge'
import { randomId, tagger } from '../../functions/platform/tag'
import { good, openProduct, type Product } from '../bench/product'
import { madeCadres } from '../fixtures/minle/cadres'
import { madeHouseholds } from '../fixtures/minle/households'
import { minlePersons } from '../fixtures/minle/persons'
import { openTown, secrets, type Town } from '../town'

let town: Town
let product: Product
beforeAll(async () => {
  town = await openTown()
  product = openProduct(town)
})
afterAll(() => town.close())

const guest = minlePersons.find(({ id }) => id.startsWith('guest-'))!
type Made = (typeof madeHouseholds)[number]
const numbers = madeHouseholds.flatMap(({ phones }) => phones)
const standsOn = (phone: string) => numbers.filter((other) => other === phone).length
const isCadres = (phone: string) => madeCadres.some((cadre) => cadre.phone === phone)
const plain = madeHouseholds.filter(({ phones: [phone] }) => phone && standsOn(phone) === 1 && !isCadres(phone))
const [first, second, third, fourth] = plain.slice(30) as [Made, Made, Made, Made]
const idOf = ({ code }: Made) => `household-${code}`

const phoneOf = async (person: string) => product.with(await product.signIn(person))
const byWechat = async (person: string) => ({ by: 'wechat' as const, code: await town.phoneCode(person) })
async function tie(person: string, household: string) {
  return (await phoneOf(person))('POST /v1/ties', { body: { cardCode: await town.cardCode(household), proof: await byWechat(person) } })
}

test('the code of the card and a number on the roll open the card, and both are needed', async () => {
  expect(await (await phoneOf(idOf(first)))('GET /v1/home')).toMatchObject({ problem: 'notAllowed' })
  const { token, me } = good(await tie(idOf(first), first.code))
  expect(me.villager).toMatchObject({ tie: 'phone', serial: first.serial })
  expect(good(await product.with(token)('GET /v1/home')).serial).toBe(first.serial)
  expect(await tie(idOf(first), second.code)).toMatchObject({ problem: 'phoneNotOnRoll' })
})

test("a cadre's own number proves nothing, and neither does one that stands on more than three households", async () => {
  const held = (by: (phone: string) => boolean) => madeHouseholds.find(({ phones: [phone] }) => phone && by(phone))!
  const [shared, cadres] = [held((phone) => standsOn(phone) > 3), held(isCadres)]
  for (const household of [shared, cadres])
    expect(await tie(idOf(household), household.code)).toMatchObject({ problem: 'phoneProvesNothing' })
})

test('a card that was replaced is refused as such, and the new one opens', async () => {
  const former = await town.cardCode(second.code)
  const pairing = openPairing({ table: town.database.table, tag: tagger(secrets.tagKey) })
  await pairing.reissueCard(ids.household(second.code))
  const phone = await phoneOf(idOf(second))
  const withCode = async (cardCode: string) => phone('POST /v1/ties', { body: { cardCode, proof: await byWechat(idOf(second)) } })
  expect(await withCode(former)).toMatchObject({ problem: 'cardRevoked' })
  good(await withCode(await town.cardCode(second.code)))
})

test('guessing cards ends after ten tries a day', async () => {
  const phone = await phoneOf(idOf(third))
  const guess = async (n: number) => {
    const body = String(n).padStart(13, '7')
    return phone('POST /v1/ties', { body: { cardCode: body + checkDigits(body), proof: { by: 'wechat', code: 'none' } } })
  }
  for (let n = 0; n < cardTriesPerDay; n++) expect(await guess(n)).toMatchObject({ problem: 'cardUnknown' })
  expect(await guess(99)).toMatchObject({ problem: 'tooManyTries' })
})

test('a code by SMS can be tried five times, works once, and is sent to a number five times a day', async () => {
  const [number] = fourth.phones as [string]
  const phone = await phoneOf(idOf(fourth))
  const cardCode = await town.cardCode(fourth.code)
  const ask = () => phone('POST /v1/phone-codes', { body: { phone: number } })
  const use = (code: string) => phone('POST /v1/ties', { body: { cardCode, proof: { by: 'sms', phone: number, code } } })
  const received = async () => /验证码 (\d{6})/.exec(JSON.stringify(await town.messages(idOf(fourth))))![1]!
  const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

  good(await ask())
  const spoilt = await received()
  for (let n = 0; n < smsLimits.tries; n++) expect(await use(otherThan(spoilt))).toMatchObject({ problem: 'codeWrong' })
  expect(await use(spoilt)).toMatchObject({ problem: 'tooManyTries' })

  good(await ask())
  const code = await received()
  good(await use(code))
  expect(await use(code)).toMatchObject({ problem: 'codeExpired' })
  for (let n = 2; n < smsLimits.perNumberPerDay; n++) good(await ask())
  expect(await ask()).toMatchObject({ problem: 'tooManyTries' })
})

test('whose number is not on the roll asks the cadre, whose word opens the card', async () => {
  const household = guest.householdCode!
  expect(await tie(guest.id, household)).toMatchObject({ problem: 'phoneNotOnRoll' })
  const asking = await phoneOf(guest.id)
  const body = { id: TieRequestId.parse(randomId()), cardCode: await town.cardCode(household), name: '陈小妹' }
  const { cadreName } = good(await asking('POST /v1/tie-requests', { body }))
  expect(good(await asking('POST /v1/tie-requests', { body })).cadreName).toBe(cadreName)
  expect(await asking('POST /v1/tie-requests', { body: { ...body, name: '别人' } })).toMatchObject({ problem: 'changedReplay' })

  const other = await product.as(
    `cadre-${madeCadres.find(({ name, duties, active }) => active && name !== cadreName && duties === '驻村干部')!.code}`,
  )
  const params = { id: body.id }
  expect(await other('POST /v1/tie-requests/{id}/answer', { params, body: { confirm: true } })).toMatchObject({ problem: 'notFound' })
  const cadre = await product.as(`cadre-${madeCadres.find(({ name }) => name === cadreName)!.code}`)
  expect(good(await cadre('GET /v1/tie-requests')).items).toMatchObject([{ id: body.id, name: '陈小妹' }])
  good(await cadre('POST /v1/tie-requests/{id}/answer', { params, body: { confirm: true } }))
  good(await cadre('POST /v1/tie-requests/{id}/answer', { params, body: { confirm: true } }))
  expect(await cadre('POST /v1/tie-requests/{id}/answer', { params, body: { confirm: false } })).toMatchObject({
    problem: 'alreadyAnswered',
  })
  expect(good(await cadre('GET /v1/tie-requests')).items).toEqual([])
  const again = await phoneOf(guest.id)
  expect(good(await again('GET /v1/home')).serial).toBeTruthy()
})

test('of two answers at once one counts, and the account follows that one', async () => {
  for (const one of plain.slice(40, 48)) {
    const [who, cardCode] = [idOf(one), await town.cardCode(one.code)]
    const asking = await phoneOf(who)
    const id = TieRequestId.parse(randomId())
    const { cadreName } = good(await asking('POST /v1/tie-requests', { body: { id, cardCode, name: '陈小妹' } }))
    const cadre = await product.as(`cadre-${madeCadres.find(({ name }) => name === cadreName)!.code}`)
    const answers = await Promise.all(
      [true, false].map(async (confirm) => ({
        confirm,
        reply: await cadre('POST /v1/tie-requests/{id}/answer', { params: { id }, body: { confirm } }),
      })),
    )
    const taken = answers.filter(({ reply }) => !('problem' in reply))
    expect(taken).toHaveLength(1)
    const tied = !('problem' in (await (await phoneOf(who))('GET /v1/home')))
    expect(tied).toBe(taken[0]!.confirm)
  }
})

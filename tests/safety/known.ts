import { createHash } from 'node:crypto'

import { BoxOpeningId } from '../../contract/intake'
import { MediaId } from '../../contract/media'
import { PackId } from '../../contract/survey'
import type { TicketId } from '../../contract/ticket'
import { day, later } from '../../contract/time'
import { ids } from '../../functions/pairing/roster/merge'
import { makeSurvey } from '../../functions/local/made-survey'
import { randomId, tagger } from '../../functions/platform/tag'
import { surveyStores } from '../../functions/survey'
import { asked } from '../../functions/survey/rectification'
import { good } from '../bench/product'
import { blindedBy, tokenKey, tokenSecret } from '../survey/held'
import { secrets } from '../town'
import { cast, type Name } from './cast'
import { about, aStep, type Stage, unit } from './stage'

/** Words that stand in this ticket and nowhere else. */
export const WORDS = '暗渠子午线'
export const HEAD_NAME = '何桂辉'
export const PHONE = '19907751217'

const cadreId = (name: Name) => ids.cadre(cast[name].id.replace('cadre-', ''))

const share = { value: 5, low: 1, high: 20 }

/** A survey in which everybody's household is drawn, a pack of its sheets, and what an earlier one has asked of the accused unit. */
async function openSurveyOf({ town, ask, clock }: Stage) {
  const now = clock()
  const { table } = town.database
  const homes = ['0217', '0219', '0241'].map((serial) => ids.household(`ML01-${serial}`))
  const keys = { tokenKey, sealKey: 'A'.repeat(43) }
  const given = { table, tag: tagger(secrets.tagKey), officeId: unit('BL00'), title: '评议', sample: 10_000, keys, invite: homes }
  const made = await makeSurvey(given, now)
  if (!made) throw new Error('there is a survey already')
  const { id, stratumId, dates, rollIdOf } = made
  town.windows.push({ campaignId: id, secretKey: tokenSecret, ...dates })
  const packId = PackId.parse(randomId())
  const pack = {
    id: packId,
    campaignId: id,
    stratumId,
    blinded: [1, 2, 3].map((nth) => blindedBy(`sheet ${nth}`, { campaignId: id, stratumId })),
  }
  const printed = await ask('office', 'POST', '/v1/sheet-packs', pack)
  if (printed.status !== 200) throw new Error(printed.text)

  const { campaigns, rectifications } = surveyStores(table)
  const unitId = unit('SL01')
  const units = [{ unitId, name: '北流市水利局', asked: 40, questions: {}, money: { n: 40, share } }]
  const [item] = asked({ units }, { campaignId: id, campaignTitle: '评议', officeId: unit('BL00'), dueAt: later(now, 21 * day) }, now)
  await rectifications.add(item!, now)
  const plan = (await campaigns.get(id))!.plan
  return { id, stratumId, packId, plan, rollId: rollIdOf(ids.household('ML01-0225')), rectification: item!.id }
}

/** The ticket of rights.ts, and all that a valid request of a route names. */
export async function openKnown(stage: Stage) {
  const { as, send, settle, product } = stage
  const media = [{ id: MediaId.parse(randomId()), kind: 'photo' as const }]
  const [mediaId] = media.map(({ id }) => id)
  good(await as('sender')('POST /v1/media', { body: { id: mediaId!, kind: 'photo', type: 'image/jpeg', bytes: 1000 } }))
  const { id, number } = await send('sender', 'complaint', `${WORDS},水利站的人收了钱`, { ...about('SL01'), media })
  const other = await send('otherVillager', 'complaint', '另一件事', about('LY01'))
  const params = { id }
  good(await as('inspector')('POST /v1/letters/{id}/assign', { params, body: { step: aStep(), unitId: unit('JT01') } }))
  good(await as('handlerDesk')('POST /v1/letters/{id}/offer', { params, body: { step: aStep(), unitId: unit('JS01'), text: WORDS } }))
  await settle()
  const noticeId = good(await as('inspector')('GET /v1/inbox', { query: {} })).items.find(({ ticket }) => ticket?.id === id)!.id

  const villageId = ids.village('ML01')
  const partnerId = cadreId('handlerCadre')
  async function opening() {
    const body = { id: BoxOpeningId.parse(randomId()), boxName: '局门口意见箱', villageId, slips: 40, partnerId }
    return good(await as('handlerDesk')('POST /v1/intake/box-openings', { body })).id
  }
  const openings = { waiting: await opening(), confirmed: await opening() }
  good(await as('handlerCadre')('POST /v1/intake/box-openings/{id}/confirm', { params: { id: openings.confirmed } }))

  const survey = await openSurveyOf(stage)
  const [signIn, secret] = [randomId(), randomId()]
  const secretHash = createHash('sha256').update(secret).digest('hex')
  const begun = { id: signIn, secretHash, machine: 'linux' } as const
  const { code } = good(await product.with()('POST /v1/desktop-sign-ins', { body: begun as never }))
  return {
    ...{ stage, id, number, other, mediaId: mediaId!, noticeId, villageId, partnerId, openings, box: 'desk', survey },
    ...{ householdId: ids.household('ML01-0217'), headName: HEAD_NAME, phone: PHONE, code: stage.pickUpCode(id) },
    desktop: { id: signIn, secret, code },
  }
}
export type Known = Awaited<ReturnType<typeof openKnown>>

/** What somebody who may not know of the ticket must never be sent. */
export const secretsOf = ({ id, number }: { id: TicketId; number: string }) => [id, number, WORDS]

import type { contract } from '../../contract/contract'
import type { RouteKey } from '../../contract/route'
import { randomId } from '../../functions/platform/tag'
import type { Name } from './cast'
import { cast, names } from './cast'
import type { Known } from './known'
import { blindedBy } from '../survey/held'
import { about, aStep } from './stage'

/** What a route needs to be asked in a way that only the right to do it decides; by the hand of `name`. */
type Valid = (name: Name, known: Known) => Promise<Asked> | Asked
type Asked = { params?: Readonly<Record<string, string>>; query?: string; body?: unknown }

const text = '照这样办'
const letter = ({ id }: Known) => ({ params: { id } })
const step = (more: object = {}) => ((_: Name, known: Known) => ({ ...letter(known), body: { step: aStep(), ...more } })) satisfies Valid
const nothing: Valid = () => ({})
const proof = async (name: Name, { stage }: Known) => ({ by: 'wechat', code: await stage.town.phoneCode(cast[name].id) })
const complaint = () => ({
  ...{ id: randomId(), kind: 'complaint', category: 'slow', text: '问了三次没有回音', ...about('SL01') },
  ...{ confidential: true, cadreMayFollow: false },
})
const held = ({ survey: { id } }: Known) => ({ params: { id } })
const blinded = (name: Name, { id, stratumId }: Pick<Known['survey'], 'id' | 'stratumId'>) => blindedBy(name, { campaignId: id, stratumId })
const home = ({ householdId }: Known) => ({ by: 'household', householdId })
const asked = ({ number, code }: Known) => ({ number, code })

/** A valid request of every route of the contract. */
export const requests: Record<keyof typeof contract & RouteKey, Valid> = {
  'POST /v1/sessions': async (name, { stage }) => ({ body: { code: await stage.town.loginCode(cast[name].id) } }),
  'POST /v1/phone-codes': (name) => ({ body: { phone: `1380013${1000 + names.indexOf(name)}` } }),
  'POST /v1/ties': async (name, known) => ({ body: { cardCode: known.stage.cardCode, proof: await proof(name, known) } }),
  'POST /v1/staff-ties': async (name, known) => ({ body: { proof: await proof(name, known) } }),
  'POST /v1/tie-requests': (_, { stage }) => ({ body: { id: randomId(), cardCode: stage.cardCode, name: '阿强' } }),
  'GET /v1/tie-requests': nothing,
  'POST /v1/tie-requests/{id}/answer': (_, { stage }) => ({ params: { id: stage.tieRequest }, body: { confirm: true } }),
  'POST /v1/desktop-sign-ins': () => ({ body: { id: randomId(), secretHash: randomId() + randomId(), machine: 'windows' } }),
  'POST /v1/desktop-sign-ins/{id}/session': (_, { desktop: { id, secret } }) => ({ params: { id }, body: { secret } }),
  'GET /v1/desktop-codes/{code}': (_, { desktop: { code } }) => ({ params: { code } }),
  'POST /v1/desktop-codes/{code}/approve': (_, { desktop: { code } }) => ({ params: { code } }),
  'POST /v1/desktop-codes/{code}/refuse': (_, { desktop: { code } }) => ({ params: { code } }),
  'POST /v1/desktop-session/renew': nothing,
  'POST /v1/desktop-session/end': nothing,
  'GET /v1/home': nothing,
  'GET /v1/units/nearby': nothing,
  'GET /v1/households': nothing,
  'GET /v1/calendar/{year}': () => ({ params: { year: '2026' } }),
  'PUT /v1/calendar/{year}': () => ({ params: { year: '2026' }, body: { version: 99, days: [] } }),
  'POST /v1/tickets': () => ({ body: { id: randomId(), kind: 'help', about: { who: 'unknown' }, text } }),
  'GET /v1/tickets': nothing,
  'GET /v1/tickets/{id}': (_, known) => letter(known),
  'POST /v1/tickets/{id}/supplement': step({ text }),
  'POST /v1/tickets/{id}/confirm': step({ face: 4 }),
  'POST /v1/tickets/{id}/reopen': step({ text }),
  'POST /v1/tickets/{id}/withdraw': step({ text }),
  'POST /v1/tickets/{id}/appeal': step({ text }),
  'GET /v1/letters': (_, { box }) => ({ query: `box=${box}` }),
  'GET /v1/letters/{id}': (_, known) => letter(known),
  'GET /v1/letter-numbers/{number}': (_, { number }) => ({ params: { number } }),
  'POST /v1/letters/{id}/triage': step(),
  'GET /v1/letters/{id}/desks': (_, known) => letter(known),
  'POST /v1/letters/{id}/assign': (_, known) => ({ ...letter(known), body: { step: aStep(), ...unitOf('WS01') } }),
  'POST /v1/letters/{id}/accept': step(),
  'POST /v1/letters/{id}/answer': step({ text }),
  'POST /v1/letters/{id}/ask': step({ text }),
  'POST /v1/letters/{id}/resolve': step({ text }),
  'POST /v1/letters/{id}/offer': (_, known) => ({ ...letter(known), body: { step: aStep(), text, ...unitOf('WS01') } }),
  'POST /v1/letters/{id}/take-over': step(),
  'POST /v1/letters/{id}/refuse-offer': step({ text }),
  'POST /v1/letters/{id}/decline': step({ reason: 'notFact', text }),
  'POST /v1/letters/{id}/ask-extension': step({ workingDays: 3, text }),
  'POST /v1/letters/{id}/grant-extension': step(),
  'POST /v1/letters/{id}/refuse-extension': step({ text }),
  'POST /v1/letters/{id}/merge': (_, known) => ({ ...letter(known), body: { step: aStep(), into: known.other.number } }),
  'POST /v1/letters/{id}/rectify': step({ text }),
  'POST /v1/letters/{id}/call-back': step({ text }),
  'POST /v1/letters/{id}/sender': step({ reason: '要上门核实' }),
  'GET /v1/sender-reads': nothing,
  'POST /v1/media': () => ({ body: { id: randomId(), kind: 'photo', type: 'image/jpeg', bytes: 1000 } }),
  'GET /v1/media/held': nothing,
  'GET /v1/media/{id}': (_, { mediaId }) => ({ params: { id: mediaId } }),
  'POST /v1/media/{id}/verdict': (_, { mediaId }) => ({ params: { id: mediaId }, body: { release: true } }),
  'POST /v1/intake/callers': (_, { phone }) => ({ body: { phone } }),
  'GET /v1/intake/villages': nothing,
  'POST /v1/intake/households': (_, { villageId, headName }) => ({ body: { villageId, search: headName } }),
  'POST /v1/intake/circles': (_, known) => ({ body: { home: home(known) } }),
  'POST /v1/intake/calls': (_, known) => ({ body: { ticket: complaint(), callerName: '打电话的', home: home(known), readBack: true } }),
  'POST /v1/intake/visits': (_, known) => ({
    body: { ticket: complaint(), villagerName: '村民', home: home(known), readBack: true, agreed: true },
  }),
  'GET /v1/intake/colleagues': nothing,
  'POST /v1/intake/box-openings': (_, { villageId, partnerId }) => ({
    body: { id: randomId(), boxName: '村口意见箱', villageId, slips: 1, partnerId },
  }),
  'GET /v1/intake/box-openings': nothing,
  'POST /v1/intake/box-openings/{id}/confirm': (_, { openings: { waiting } }) => ({ params: { id: waiting } }),
  'POST /v1/intake/slips': (_, { openings: { confirmed } }) => ({
    body: { openingId: confirmed, ticket: { ...complaint(), ...about('LY01'), media: [{ id: randomId(), kind: 'photo' }] } },
  }),
  'POST /v1/intake/inquiries': (_, known) => ({ body: asked(known) }),
  'POST /v1/intake/inquiries/word': (_, known) => ({ body: { ...asked(known), step: aStep(), word: 'confirm', face: 3 } }),
  'GET /v1/intake/lookups': nothing,
  'GET /v1/survey': nothing,
  'GET /v1/survey/results': nothing,
  'GET /v1/survey-receipts/{campaignId}/{prefix}': (_, { survey: { id } }) => ({ params: { campaignId: id, prefix: '0a' } }),
  'GET /v1/survey-digests/{campaignId}': (_, { survey: { id } }) => ({ params: { campaignId: id } }),
  'GET /v1/survey-visits': nothing,
  'GET /v1/surveys': nothing,
  'POST /v1/surveys': () => ({ body: { id: randomId(), title: '另一次评议' } }),
  'GET /v1/surveys/{id}': (_, known) => held(known),
  'PUT /v1/surveys/{id}': (_, known) => ({ ...held(known), body: { version: 1, plan: known.survey.plan } }),
  'PUT /v1/surveys/{id}/strata/{stratumId}': (_, { survey: { id, stratumId } }) => ({
    params: { id, stratumId },
    body: { version: 1, unitIds: [about('SL01').about.unitId] },
  }),
  'GET /v1/surveys/{id}/units': (_, known) => ({ ...held(known), query: `stratumId=${known.survey.stratumId}` }),
  'POST /v1/surveys/{id}/freeze': (_, known) => ({ ...held(known), body: { version: 1 } }),
  'POST /v1/surveys/{id}/value': (_, known) => ({ ...held(known), body: { version: 1, value: '03 08 11' } }),
  'POST /v1/surveys/{id}/totals': (_, known) => ({ ...held(known), body: { version: 1, part: 0, parts: 1, text: '{}' } }),
  'POST /v1/surveys/{id}/step': (_, known) => ({ ...held(known), body: { version: 1, to: 'published' } }),
  'POST /v1/surveys/{id}/annul': (_, known) => ({ ...held(known), body: { version: 1, because: '钥匙泄露了' } }),
  'GET /v1/surveys/{id}/progress': (_, known) => held(known),
  'GET /v1/surveys/{id}/roll': (_, known) => ({ ...held(known), query: `villageId=${known.villageId}` }),
  'POST /v1/surveys/{id}/paper-draws': (_, known) => ({ ...held(known), body: { rollId: known.survey.rollId, slip: '12345674' } }),
  'GET /v1/surveys/{id}/packs': (_, known) => held(known),
  'POST /v1/surveys/{id}/packs/{packId}/entries': (_, { survey: { id, packId } }) => ({
    params: { id, packId },
    body: { step: randomId(), kind: 'entered', sheets: 1 },
  }),
  'GET /v1/rectifications': nothing,
  'POST /v1/rectifications/{id}/answer': (_, { survey: { rectification } }) => ({ params: { id: rectification }, body: { text } }),
  'POST /v1/ballot-draws': (name, { survey }) => ({ body: { campaignId: survey.id, blinded: blinded(name, survey) } }),
  'POST /v1/telephone-draws': (name, { survey }) => ({
    body: { campaignId: survey.id, rollId: survey.rollId, blinded: blinded(name, survey) },
  }),
  'POST /v1/sheet-packs': (name, { survey: { id, stratumId } }) => ({
    body: { id: randomId(), campaignId: id, stratumId, blinded: [blinded(name, { id, stratumId })] },
  }),
  'POST /v1/ballots': (_, { survey: { id, stratumId } }) => ({
    body: { campaignId: id, stratumId, token: { input: 'A'.repeat(22), output: 'A'.repeat(22) }, sealed: 'A'.repeat(235) },
  }),
  'GET /v1/inbox': nothing,
  'POST /v1/inbox/{id}/read': (_, { noticeId }) => ({ params: { id: noticeId } }),
  'POST /v1/grants': () => ({ body: { id: randomId(), verdicts: { villager: 'accept' } } }),
  'GET /v1/grants': nothing,
  'GET /v1/templates': nothing,
}

function unitOf(code: string) {
  return { unitId: about(code).about.unitId }
}

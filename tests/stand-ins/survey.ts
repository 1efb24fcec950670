import { randomBytes } from 'node:crypto'

import { fromBase64url, type Random, toBase64url } from '../../ballot/bytes'
import { keyFingerprint, strataDigest, stratumDigest } from '../../ballot/digests'
import { receiptOf } from '../../ballot/receipt'
import { open, sealKeys } from '../../ballot/seal'
import { readSheet } from '../../ballot/sheet'
import { evaluate, newSecretKey, publicKey, tokenInfo, tokenIsGood } from '../../ballot/token'
import { BallotPaper, type MySurvey, questionsDefault, surveyCasts, surveyDraws } from '../../contract/survey'
import { instant, later, day } from '../../contract/time'
import { id } from './makers'
import { phone } from './taro'

export const random: Random = (length) => new Uint8Array(randomBytes(length))

const names = ['北流市水利局', '北流市农业局', '民乐镇人民政府'] as const
const units = names.map((name, nth) => ({
  id: id(0x30 + nth),
  name,
  does: ['管水渠、水库、防汛的单位', '管种养的单位', '管镇里的事'][nth],
}))

/** A campaign with keys of its own, and the two functions that draw and cast: the real reckoning, without what stores it. */
export function aCampaign() {
  const tokenSecret = newSecretKey(random)
  const seal = sealKeys(random)
  const now = instant(new Date())
  const stratum = { id: id(0x51), county: '北流市', township: '民乐镇', units }
  const given = {
    ...{ campaignId: id(0xca), title: '二〇二六年万名群众评机关', questions: questionsDefault, stratum },
    ...{ opensAt: later(now, -day), drawsUntil: later(now, 5 * day), castsUntil: later(now, 7 * day) },
    ...{ tokenKey: toBase64url(publicKey(tokenSecret)), sealKey: toBase64url(seal.publicKey) },
  }
  const own = BallotPaper.parse({ ...given, strata: [] }).stratum
  const strata = [stratumDigest(own), '0'.repeat(64)]
  const paper = BallotPaper.parse({ ...given, strata })
  const info = tokenInfo(paper.campaignId, paper.stratum.id)
  const fingerprint = (key: string) => keyFingerprint(fromBase64url(key)).replace(/ /g, '')

  const state = { drawnWith: undefined as string | undefined, box: new Map<string, string>() }

  function draw(body: unknown) {
    const { blinded } = surveyDraws['POST /v1/ballot-draws'].body.parse(body)
    if (state.drawnWith && state.drawnWith !== blinded) return { problem: 'alreadyDrawn', says: '您家的选票已经领过了。' }
    state.drawnWith = blinded
    const { evaluated, proof } = evaluate(tokenSecret, info, [fromBase64url(blinded)])
    return { evaluated: toBase64url(evaluated[0]!), proof: toBase64url(proof) }
  }

  function cast(body: unknown) {
    const { campaignId, stratumId, token, sealed } = surveyCasts['POST /v1/ballots'].body.parse(body)
    const [input, output] = [fromBase64url(token.input), fromBase64url(token.output)]
    if (!tokenIsGood(tokenSecret, info, { input, output })) return { problem: 'tokenWrong', says: '这张选票不对,没有收下。' }
    if ((state.box.get(token.input) ?? sealed) !== sealed)
      return { problem: 'tokenUsed', says: '这张选票已经投过了,里面的内容和这次的不一样。' }
    state.box.set(token.input, sealed)
    return { receipt: receiptOf(campaignId, stratumId, fromBase64url(sealed)) }
  }

  return {
    paper,
    release: { token: fingerprint(paper.tokenKey), seal: fingerprint(paper.sealKey), strata: strataDigest(strata) },
    draw,
    cast,
    /** The household has drawn with another blinded token than this phone's. */
    drawnElsewhere: () => void (state.drawnWith = toBase64url(random(32))),
    /** The household has not drawn. */
    forget: () => void (state.drawnWith = undefined),
    /** What an auditor reads of the ballots in the box. */
    opened: () =>
      Promise.all(
        [...state.box.values()].map(async (sealed) => {
          const sheet = await open(seal.secretKey, info, fromBase64url(sealed))
          return sheet && readSheet(sheet, units.length)
        }),
      ),
    mine: (): MySurvey => ({
      paper,
      campaign: {
        ...{ id: paper.campaignId, title: paper.title, state: 'open', because: undefined },
        ...{ opensAt: paper.opensAt, drawsUntil: paper.drawsUntil, castsUntil: paper.castsUntil },
      },
      mine: { rollId: id(0x70) as never, drew: state.drawnWith ? 'phone' : undefined },
    }),
  }
}

export type Campaign = ReturnType<typeof aCampaign>

/** Answers a phone as this campaign's servers do. */
export const answersOf = (campaign: Campaign) => ({
  'GET /v1/survey': () => campaign.mine(),
  'POST /v1/ballot-draws': campaign.draw,
  'POST /v1/ballots': campaign.cast,
})

/** What left this phone for a route, oldest first. */
export const sentTo = (url: string) => phone.requests.filter((request) => request.url === url)

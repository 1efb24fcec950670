import { fromBase64url, toBase64url } from '../../ballot/bytes'
import { sealKeys } from '../../ballot/seal'
import { evaluate, newSecretKey, publicKey, tokenInfo } from '../../ballot/token'
import { Campaign, questionsDefault } from '../../contract/survey'
import { id } from './makers'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** Both key pairs of a campaign. */
export const campaignKeys = () => ({ token: newSecretKey(random), seal: sealKeys(random) })
type Keys = ReturnType<typeof campaignKeys>

export const units = ['水利局', '民政局'].map((name, nth) => ({ id: id(0x20 + nth), name, does: '' }))

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString()

/** A campaign that is open, with one township. */
export const aCampaign = ({ token, seal }: Keys, more: object = {}) =>
  Campaign.parse({
    ...{ id: id(0xc), version: 4, state: 'open' },
    plan: {
      ...{ title: '2026年万名群众评机关', questions: questionsDefault, weights: { service: 30, conduct: 30, results: 40 } },
      ...{ sample: 200, floor: 30, source: { name: '双色球', at: inDays(-3) } },
      ...{ tokenKey: toBase64url(publicKey(token)), sealKey: toBase64url(seal.publicKey) },
      ...{ opensAt: inDays(-1), drawsUntil: inDays(12), castsUntil: inDays(14) },
    },
    strata: [{ id: id(0x1), county: '北流市', township: '民乐镇', units, roll: 2053, sample: 200 }],
    ...more,
  })

/** Blinded elements evaluated as the server does it. */
export function evaluated(secret: Uint8Array, stratumId: string, blinded: readonly string[]) {
  const answer = evaluate(secret, tokenInfo(id(0xc), stratumId), blinded.map(fromBase64url))
  return { evaluated: answer.evaluated.map(toBase64url), proof: toBase64url(answer.proof) }
}

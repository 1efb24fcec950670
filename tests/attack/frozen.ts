import { toBase64url } from '../../ballot/bytes'
import { Frozen } from '../../ballot/files'
import { questionsDefault } from '../../contract/survey'
import { idFrom } from './bytes'
import type { Keys } from './keys'
import type { Plan } from './plan'

/** The frozen record of this election. */
export function frozenOf({ campaignId, opensAt, drawsUntil, castsUntil, strata, voters, unitCount }: Plan, keys: Keys): Frozen {
  const units = Array.from({ length: unitCount }, (_, nth) => ({ id: idFrom(`unit ${nth}`), name: `单位${nth}`, does: '办事' }))
  return Frozen.parse({
    ...{ campaignId, title: '评议', questions: questionsDefault, weights: { service: 40, conduct: 30, results: 30 } },
    ...{ sample: voters.length, floor: 0, source: { name: '开奖号', at: opensAt }, opensAt, drawsUntil, castsUntil, frozenAt: opensAt },
    ...{ tokenKey: toBase64url(keys.tokenPublic), sealKey: toBase64url(keys.sealPublic) },
    strata: [...strata].sort().map((id, nth) => {
      const households = voters.filter(({ stratumId }) => stratumId === id).length
      const place = { county: '北流', township: `乡镇${nth}`, units, rollDigest: idFrom(`roll ${nth}`).repeat(2) }
      return { id, ...place, roll: households, sample: households }
    }),
  })
}

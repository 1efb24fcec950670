import { rollDigest } from '../../ballot/digests'
import { drawSample } from '../../ballot/sample'
import { placeOf, type Check } from './check'

const ascending = (ids: readonly string[]) => ids.every((id, nth) => nth === 0 || ids[nth - 1]! < id)

export const rollHolds: Check = {
  name: '名册和冻结时一样,每户只有一个户号',
  async *problems(data) {
    const seen = new Set<string>()
    for (const stratum of data.campaign.frozen.strata) {
      const place = placeOf(data, stratum.id)
      const roll = await data.idsOf('roll', stratum.id)
      if (!ascending(roll)) yield `${place}的名册没有按顺序排列,或者有重复`
      if (roll.length !== stratum.roll) yield `${place}的名册有 ${roll.length} 户,冻结时是 ${stratum.roll} 户`
      if (rollDigest(roll) !== stratum.rollDigest) yield `${place}的名册变了:算出的摘要和冻结时不一样`
      for (const id of roll) {
        if (seen.has(id)) yield `户号 ${id} 出现在两个乡镇`
        seen.add(id)
      }
    }
  },
}

export const drawRepeats: Check = {
  name: '照公开的种子重新抽样,领票的户都是抽中的',
  async *problems(data) {
    for (const [nth, { id, sample }] of data.campaign.frozen.strata.entries()) {
      const place = placeOf(data, id)
      const drawn = new Set<string>(drawSample(data.campaign.seed, id, await data.idsOf('roll', id), sample))
      const drew = await data.idsOf('drew', id)
      if (!ascending(drew)) yield `${place}领票的户没有按顺序排列,或者有重复`
      if (drew.length !== data.strata[nth]?.drew) yield `${place}领票的有 ${drew.length} 户,乡镇表写的是 ${data.strata[nth]?.drew ?? 0} 户`
      for (const one of drew) if (!drawn.has(one)) yield `${place}的户号 ${one} 领了票,但没有被抽中`
    }
  },
}

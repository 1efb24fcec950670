import { frozenDigest } from '../../ballot/digests'
import { sampleSizes, seedOf } from '../../ballot/sample'
import { surveyLimits } from '../../contract/survey'
import { hour, later } from '../../contract/time'
import { placeOf, type Check } from './check'

export const frozenHolds: Check = {
  name: '冻结的内容没有变',
  *problems({ campaign: { frozen, frozenDigest: digest } }) {
    if (frozenDigest(frozen) !== digest) yield '题目、权重、单位、名册或者日期变了:算出的冻结摘要和公布的不一样'
    const ids = frozen.strata.map(({ id }) => String(id))
    if (ids.join() !== [...new Set(ids)].sort().join()) yield '乡镇没有按编号排列,或者有重复'
  },
}

export const seedHolds: Check = {
  name: '种子由冻结摘要和公开的数算出',
  *problems({ campaign: { frozenDigest: digest, publicValue, seed } }) {
    if (seedOf(digest, publicValue) !== seed) yield '按公开的数算出的种子,和公布的不一样'
  },
}

/** Whoever freezes must not know the value yet, and whoever draws last must have time to cast. */
export const timesInOrder: Check = {
  name: '冻结、公开的数、领票、投票的时间先后对',
  *problems({ campaign: { frozen } }) {
    const { frozenAt, source, opensAt, drawsUntil, castsUntil } = frozen
    if (frozenAt >= source.at) yield '冻结的时候,公开的数已经出来了'
    if (source.at > opensAt) yield '公开的数出来以前就开始领票'
    if (opensAt >= drawsUntil || later(drawsUntil, surveyLimits.hoursToCast * hour) > castsUntil)
      yield `领票截止到投票截止,不到 ${surveyLimits.hoursToCast} 小时`
  },
}

export const sizesHold: Check = {
  name: '每个乡镇抽多少户,按规则算',
  *problems(data) {
    const { strata, sample, floor } = data.campaign.frozen
    const sizes = sampleSizes(
      strata.map(({ id, roll }) => ({ id, roll })),
      sample,
      floor,
    )
    for (const [nth, stratum] of strata.entries())
      if (sizes[nth] !== stratum.sample) yield `${placeOf(data, stratum.id)}应抽 ${sizes[nth]} 户,写的是 ${stratum.sample} 户`
  },
}

export const strataAgree: Check = {
  name: '乡镇表和冻结的内容一样',
  *problems({ campaign, strata }) {
    const plain = (rows: readonly { id: string; county: string; township: string; roll: number; sample: number }[]) =>
      rows.map(({ id, county, township, roll, sample }) => [id, county, township, roll, sample].join()).join('\n')
    if (plain(strata) !== plain(campaign.frozen.strata)) yield '乡镇、名册户数或者抽样户数不一样'
  },
}

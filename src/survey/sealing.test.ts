import { fromBase64url, toBase64url } from '../../ballot/bytes'
import { aCampaign, random } from '../../tests/stand-ins/survey'
import { say, unfilled } from './answers'
import { drawnBallot, RANDOM_BYTES, sealedBallot, wrongWith } from './sealing'

const campaign = aCampaign()
const { paper, release } = campaign
const [first] = paper.stratum.units
const order = paper.stratum.units.map(({ id }) => id)
const filled = say(unfilled(paper.campaignId, order), first!.id, { service: 5, money: 'yes' })

function answerOf({ draw }: typeof campaign, blinded: string) {
  const answer = draw({ campaignId: paper.campaignId, blinded })
  if ('problem' in answer) throw new Error(answer.problem)
  return answer
}

describe('a paper', () => {
  it('is everybody’s where keys and strata are those of the release', () => {
    expect(wrongWith(paper, release, false)).toBeUndefined()
  })
  it('is refused with another key, for tokens or for sealing, in the demo as well where it is built for a campaign', () => {
    const other = aCampaign().paper
    expect(wrongWith({ ...paper, tokenKey: other.tokenKey }, release, false)).toBe('otherKeys')
    expect(wrongWith({ ...paper, sealKey: other.sealKey }, release, false)).toBe('otherKeys')
    expect(wrongWith({ ...paper, tokenKey: paper.sealKey, sealKey: paper.tokenKey }, release, false)).toBe('otherKeys')
    expect(wrongWith({ ...paper, sealKey: other.sealKey }, release, true)).toBe('otherKeys')
  })
  it('is refused with a list of units of one’s own, even where the server names it among the others', () => {
    const units = paper.stratum.units.slice(1)
    const own = { ...paper, stratum: { ...paper.stratum, units } }
    expect(wrongWith(own, release, true)).toBe('otherList')
    expect(wrongWith({ ...paper, strata: [...paper.strata, 'e'.repeat(64)] }, release, false)).toBe('otherList')
  })
  it('is filled in by no release that was built for no campaign, but for the demo', () => {
    expect(wrongWith(paper, null, false)).toBe('noRelease')
    expect(wrongWith(paper, null, true)).toBeUndefined()
  })
})

it('seals so that nothing of the answers can be read in what the phone keeps', async () => {
  const drawing = await sealedBallot(paper, filled, random)
  expect(fromBase64url(drawing.sealed)).toHaveLength(176)
  expect(Object.keys(drawing).sort()).toEqual(
    ['begun', 'campaignId', 'castsUntil', 'drawsUntil', 'receipt', 'sealed', 'stands', 'stratumId'].sort(),
  )
  const silent = await sealedBallot(paper, unfilled(paper.campaignId, order), random)
  expect(JSON.stringify(silent)).toHaveLength(JSON.stringify(drawing).length)
})

it('takes no more random bytes than the pool holds', async () => {
  let taken = 0
  await sealedBallot(paper, filled, (length) => {
    taken += length
    return random(length)
  })
  expect(taken).toBeGreaterThanOrEqual(16 + 32 + 32)
  expect(taken).toBeLessThanOrEqual(RANDOM_BYTES / 2)
})

it('makes a token of what the campaign’s key evaluated, and the box takes it', async () => {
  const drawing = await sealedBallot(paper, filled, random)
  const casting = drawnBallot(drawing, answerOf(campaign, drawing.begun.blinded))
  const { campaignId, stratumId, token, sealed, receipt } = casting!
  expect(casting).not.toHaveProperty('begun')
  expect(campaign.cast({ campaignId, stratumId, token, sealed })).toEqual({ receipt })
  expect(await campaign.opened()).toEqual([{ watched: 0, units: [{ unit: 0, service: 5, conduct: 0, results: 0, money: 2 }] }])
})

it('makes none of an answer that another key has proven, or that nothing proves', async () => {
  const other = aCampaign()
  const drawing = await sealedBallot(paper, filled, random)
  const forged = answerOf(other, drawing.begun.blinded)
  expect(drawnBallot(drawing, forged)).toBeUndefined()
  campaign.forget()
  const honest = answerOf(campaign, drawing.begun.blinded)
  expect(drawnBallot(drawing, { ...honest, proof: toBase64url(random(64)) })).toBeUndefined()
  expect(drawnBallot(drawing, { ...honest, evaluated: forged.evaluated })).toBeUndefined()
  expect(drawnBallot(drawing, honest)).toBeDefined()
})

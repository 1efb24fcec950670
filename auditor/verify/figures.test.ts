import fc from 'fast-check'

import { aFrozen, anElection, countOf } from '../../tests/survey/ballots'
import { figuresFit, partsMakeTheWhole } from './figures'
import type { PublicFolder } from './public-folder'
import { groupsAgree, nothingUnderTen, unitsListed, watchedAgrees } from './published'
import { weightsAgree } from './turnout'

const checks = [figuresFit, partsMakeTheWhole, groupsAgree, nothingUnderTen, unitsListed, watchedAgrees, weightsAgree]
const nothing = () => Promise.reject(new Error('not asked'))

/** As much of the open data as the totals' own consistency needs. */
const published = (strata: Parameters<typeof aFrozen>[0], ballots: Parameters<typeof countOf>[2]): PublicFolder => {
  const frozen = aFrozen(strata)
  const campaign = { version: 1, frozen, frozenDigest: '', publicValue: '', seed: '' } as const
  const totals = countOf(frozen, strata, ballots)
  return { folder: '', campaign, totals, strata: [], digests: [], voids: [], receipts: [], files: [], idsOf: nothing, textOf: nothing }
}

async function problems(data: PublicFolder) {
  const found: string[] = []
  for (const { name, problems: of } of checks) for await (const problem of of(data)) found.push(`${name}: ${problem}`)
  return found
}

test('an honest count is never doubted', async () => {
  await fc.assert(
    fc.asyncProperty(anElection, async ([strata, ballots]) => {
      expect(await problems(published(strata, ballots))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

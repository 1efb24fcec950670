import type { StratumProgress } from '../../../contract/survey'

type Drawn = Pick<StratumProgress, 'sample' | 'phone' | 'paper' | 'telephone'>

/** Households that drew, by whichever way. */
export const drewOf = ({ phone, paper, telephone }: Drawn) => phone + paper + telephone

/** Whole per cent of the sample that drew, never rounded up to all of it; nothing where there is no sample. */
export const shareOf = (of: Drawn) => (of.sample > 0 ? Math.floor((100 * drewOf(of)) / of.sample) : undefined)

const counts = ['sample', 'phone', 'paper', 'telephone', 'sheets', 'entered', 'voided'] as const
type Sums = Record<(typeof counts)[number], number>

/** All strata together. */
export const sumOf = (strata: readonly Sums[]): Sums => {
  const sums: Sums = { sample: 0, phone: 0, paper: 0, telephone: 0, sheets: 0, entered: 0, voided: 0 }
  for (const stratum of strata) for (const count of counts) sums[count] += stratum[count]
  return sums
}

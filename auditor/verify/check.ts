import type { PublicFolder } from './public-folder'

/** One thing that must hold of the open data: what it is called, and a line for each way in which it does not hold. */
export type Check = { name: string; problems: (data: PublicFolder) => Iterable<string> | AsyncIterable<string> }

/** How a stratum is called where something is said of it. */
export const placeOf = ({ campaign }: PublicFolder, stratumId: string) => {
  const stratum = campaign.frozen.strata.find(({ id }) => id === stratumId)
  return stratum ? `${stratum.county}${stratum.township}` : stratumId
}

/** What the product may weigh, in bytes. Browsers' loads are gzipped; WeChat counts its packages as they are. */
export const byteBudgets = {
  weappMain: 450 * 1024,
  weappPackage: 250 * 1024,
  h5FirstLoad: 260 * 1024,
  officeSignIn: 235 * 1024,
  officeLetters: 390 * 1024,
} as const
/** What may cross from the mini-program's logic to its view before the first touch, in bytes. */
export const FIRST_SCREEN_MOST_BYTES = 16 * 1024
/** What a request on its way from the phone into the cadre's inbox may cost, in bare writes of a kilobyte to the same database at the same time. */
export const BARE_WRITES_MOST = 200
/** Counting opened ballots, with all that is published of them: against a plain pass over the same bytes, and in megabytes of memory; opening one before: in bare key agreements. */
export const countBudgets = { ratio: 3, megabytes: 512, agreements: 3 } as const
/** What a ballot of the survey may cost: capacity units with their indexes, its bytes as it lies in the table, and a cast in bare puts of as many bytes to the same table at the same time. */
export const surveyBudgets = { drawWrites: 2, castWrites: 1, ballotBytes: 1024, castPuts: 12 } as const

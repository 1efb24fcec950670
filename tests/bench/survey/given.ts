/** What the model of the survey's cost and of its worst hour takes as given; all the rest is measured. */
export const given = {
  /** The largest survey there can be: every household on the roll is asked, and answers on its phone. */
  households: 1_200_000,
  townships: 110,
  /** A tenth of all ballots in one hour, and in its worst second three times the hour's mean. */
  worstHour: 0.1,
  worstSecond: 3,
  /** A phone opens the mini-program so often for each ballot, and then signs in and asks for its first screen, its letters and the survey. */
  opens: 1.5,
  asksAnOpening: 4,
  /** It asks for the survey once more when the ballot is in. */
  asksAfter: 1,
  /** Of a hundred draws one is asked for twice; of a hundred ballots two are sent twice. */
  retries: 0.01,
  duplicates: 0.02,
  /** Between function and database, in milliseconds. */
  roundTrip: 5,
  /** The memory with which Lambda gives a function one whole processor (developer guide, "Configure Lambda function memory"), taken to be as fast as one here. */
  wholeProcessor: 1769,
  nights: 14,
  /** For how many months ballots and roll are kept. */
  months: 2,
  /** What one partition of DynamoDB gives in a second, and a new table on demand (developer guide, "On-demand capacity mode"). */
  partition: { read: 3000, write: 1000 },
  newTable: { read: 12_000, write: 4000 },
} as const

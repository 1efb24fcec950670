/** AWS's list prices in US dollars, free tiers left out: the one place where they stand. China's regions have their own, in yuan. */
export const prices = {
  region: 'us-east-1',
  asOf: '2025-05',
  /** API Gateway, HTTP API: a request, answers up to 512 KB. */
  request: 1.0 / 1e6,
  /** Lambda on arm64: an invocation, and a second of a gigabyte. */
  invocation: 0.2 / 1e6,
  gigabyteSecond: 0.000_013_333_4,
  /** DynamoDB on demand: writing 1 KB, reading 4 KB strongly, and a gigabyte kept and recoverable for a month. */
  write: 0.625 / 1e6,
  read: 0.125 / 1e6,
  gigabyteMonth: 0.25,
  recoveryMonth: 0.2,
  /** To the internet. */
  gigabyteOut: 0.09,
} as const

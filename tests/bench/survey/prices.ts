/** Where and when these are AWS's list prices in US dollars, free tiers left out. China's regions have their own, in yuan. */
export const priced = { region: 'us-east-1', asOf: '2025-05' } as const

/** The one place where they stand. */
export const prices = {
  requests: { dollars: 1, of: 'a million requests to an HTTP API' },
  invocations: { dollars: 0.2, of: 'a million invocations of Lambda' },
  gigabyteSeconds: { dollars: 13.3334, of: 'a million gigabyte-seconds of Lambda on arm64' },
  writes: { dollars: 0.625, of: 'a million writes of 1 KB to DynamoDB on demand' },
  reads: { dollars: 0.125, of: 'a million strong reads of 4 KB from DynamoDB on demand' },
  kept: { dollars: 0.25, of: 'a gigabyte in DynamoDB for a month' },
  recoverable: { dollars: 0.2, of: 'a gigabyte recoverable to any second, for a month' },
  out: { dollars: 0.09, of: 'a gigabyte to the internet' },
} as const

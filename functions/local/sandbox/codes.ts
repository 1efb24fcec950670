import { randomBytes } from 'node:crypto'

import type { Instant } from '../../../contract/route'
import { later, minute } from '../../../contract/time'
import type { Clock } from '../../platform/clock'

const VALID = 5 * minute

/** The codes that a telephone gets from WeChat and the server trades in: each works once, within 5 minutes. */
export function oneTimeCodes(clock: Clock) {
  const issued = new Map<string, { person: string; until: Instant; used: boolean }>()
  return {
    issue: (person: string): string => {
      const now = clock()
      for (const [code, { until }] of issued) if (until <= now) issued.delete(code)
      const code = `0${randomBytes(15).toString('hex')}0`
      issued.set(code, { person, until: later(now, VALID), used: false })
      return code
    },
    redeem: (code: string): { person: string } | 'unknown' | 'used' => {
      const known = issued.get(code)
      if (!known || known.until <= clock()) return 'unknown'
      if (known.used) return 'used'
      known.used = true
      return { person: known.person }
    },
    reset: () => issued.clear(),
  }
}
export type OneTimeCodes = ReturnType<typeof oneTimeCodes>

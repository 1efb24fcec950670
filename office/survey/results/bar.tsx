import type { Interval } from '../../../contract/survey'

/** A value from 0 to 100 on a track, its interval beside it on both sides. The figures stand in words next to it. */
export const Bar = ({ of: { value, low, high }, seal }: { of: Interval; seal?: boolean }) => (
  <span className={`ci ${seal ? 'ci-seal' : ''}`} aria-hidden>
    <i style={{ left: `${low}%`, width: `${Math.max(0.5, high - low)}%` }} />
    <b style={{ left: `calc(${value}% - 2px)` }} />
  </span>
)

/** `84.6`, and `81.2–88.0` for its interval. */
export const figure = (value: number) => value.toFixed(1)
export const span = ({ low, high }: Interval) => `${figure(low)}–${figure(high)}`

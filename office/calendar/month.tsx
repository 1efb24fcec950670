import type { SpecialDay } from '../../contract/calendar'
import { type Day, monthOf } from './year'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

type Props = { year: number; month: number; special: ReadonlyMap<string, SpecialDay>; onToggle: (day: Day) => void }

const lookOf = (special: SpecialDay | undefined, weekend: boolean) =>
  special ? (special.works ? 'cal-works' : 'cal-off') : weekend ? 'cal-weekend' : ''
const wordOf = (special: SpecialDay | undefined) => (special ? (special.works ? '班' : (special.name ?? '休')) : '')

/** One month; each day says by a word, not by its colour alone, that it is not what its weekday says. */
export function Month({ year, month, special, onToggle }: Props) {
  const { lead, days } = monthOf(year, month)
  return (
    <section className="month">
      <h2>{month} 月</h2>
      <div className="month-grid">
        {weekdays.map((name) => (
          <span key={name}>{name}</span>
        ))}
        {Array.from({ length: lead }, (_, place) => (
          <i key={place} aria-hidden />
        ))}
        {days.map((each) => {
          const one = special.get(each.day)
          const works = one ? one.works : !each.weekend
          return (
            <button
              key={each.day}
              type="button"
              className={`cal-day ${lookOf(one, each.weekend)}`}
              aria-pressed={one !== undefined}
              onClick={() => onToggle(each)}
            >
              {each.date}
              {one && <small>{wordOf(one)}</small>}
              <span className="unseen">{`${month}月${each.date}日${works ? '上班' : '休息'}`}</span>
            </button>
          )
        })}
      </div>
    </section>
  )
}

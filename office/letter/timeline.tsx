import type { TimelineEntry } from '../../contract/ticket'
import { moment } from '../design/when'
import { AttachedMedia } from '../media/attached'
import { lookOf, titleOf } from './words'

/** What has happened, oldest first; the clock's own steps among it. */
export const Timeline = ({ entries, now }: { entries: readonly TimelineEntry[]; now: number }) => (
  <ol className="timeline">
    {entries.map((entry, place) => (
      <li key={place} className={`timeline-${lookOf(entry.step)}`}>
        <div className="timeline-title">{titleOf(entry)}</div>
        {entry.text && <div className="written">{entry.text}</div>}
        {entry.media && <AttachedMedia of={entry.media} />}
        <div className="timeline-small">
          {moment(entry.at, now)}
          {entry.by && ` · ${entry.by}`}
        </div>
      </li>
    ))}
  </ol>
)

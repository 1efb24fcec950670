import type { Letter as Whole } from '../../contract/ticket'
import { Chip } from '../design/chip'
import { Note } from '../design/standing'
import { moment } from '../design/when'
import { remaining, standing } from '../letters/standing'
import { AttachedMedia } from '../media/attached'
import { Actions } from './actions'
import { Facts } from './facts'
import './letter.css'
import { Notices } from './notices'
import { Reads } from './reads'
import { Sender } from './sender'
import { Timeline } from './timeline'

const ended = ['已评价', '未评价', '待评价', '—']

/** A ticket with all that this person may know of it and do about it. */
export function Letter({ letter, now }: { letter: Whole; now: number }) {
  const { text, media, timeline, notices, senderReads, offer, extensionAsked } = letter
  const [words, tone] = standing(letter)
  const rest = remaining(letter, now)
  return (
    <article className="letter">
      <div className="letter-top">
        <Chip tone={tone}>{words}</Chip>
        {letter.raised > 0 && <Chip tone="seal">督办</Chip>}
        {letter.flagged && <Chip tone="seal">被标记,请看一看</Chip>}
        {letter.confidential && <Chip tone="grey">保密</Chip>}
        <span className={`letter-left ${rest.tone ?? ''}`}>
          {ended.includes(rest.words) || rest.tone === 'seal' ? rest.words : `还剩 ${rest.words}`}
        </span>
      </div>
      <div className="letter-words">
        <div className="written">{text}</div>
        <AttachedMedia of={media} />
      </div>
      <Sender letter={letter} />
      {offer && (
        <Note>
          {offer.from}请{offer.to}接办:{offer.text}
        </Note>
      )}
      {extensionAsked && (
        <Note>
          申请延期到 {moment(extensionAsked.until, now)}:{extensionAsked.text}
        </Note>
      )}
      <Actions letter={letter} />
      <Facts letter={letter} now={now} />
      <section>
        <h2>办理经过</h2>
        <Timeline entries={timeline} now={now} />
      </section>
      {senderReads && senderReads.length > 0 && (
        <section>
          <h2>谁看过投诉人</h2>
          <Reads reads={senderReads} now={now} />
        </section>
      )}
      {notices && notices.length > 0 && (
        <section>
          <h2>通知到了没有</h2>
          <Notices notices={notices} now={now} />
        </section>
      )}
    </article>
  )
}

import { Button, Input } from 'antd'

import { kinds } from '../../contract/ticket'
import { Chip } from '../design/chip'
import { Page, Panel } from '../design/page'
import { Note } from '../design/standing'
import { useNow } from '../design/use-now'
import { moment } from '../design/when'
import '../intake/intake.css'
import { Timeline } from '../letter/timeline'
import '../letter/letter.css'
import { remaining, standing } from '../letters/standing'
import { LastWord } from './last-word'
import { useInquiry } from './use-inquiry'

/** A villager without a phone asks at the desk how far it is: by the number and the code that were read out. */
export default function Inquiry() {
  const now = useNow()
  const inquiry = useInquiry()
  const { number, setNumber, code, setCode, found, says, busy, look, another } = inquiry
  const rest = found && remaining(found, now)
  return (
    <Page title="窗口查询" note="凭编号和查询码,看办到哪一步" narrow acts={found && <Button onClick={another}>查下一件</Button>}>
      <Panel>
        <form
          className="intake-form"
          aria-label="窗口查询"
          onSubmit={(event) => {
            event.preventDefault()
            look()
          }}
        >
          <div className="field-row">
            <label className="labelled">
              <span>编号</span>
              <Input
                className="phone-input"
                value={number}
                placeholder="T20261118-0043"
                maxLength={24}
                autoFocus
                onChange={({ target }) => setNumber(target.value)}
              />
            </label>
            <label className="labelled">
              <span>查询码(6 位)</span>
              <Input
                className="phone-input"
                value={code}
                inputMode="numeric"
                autoComplete="off"
                placeholder="000 000"
                maxLength={9}
                onChange={({ target }) => setCode(target.value)}
              />
            </label>
          </div>
          {says && <Note tone="seal">{says}</Note>}
          <Button htmlType="submit" type="primary" loading={busy} style={{ justifySelf: 'start' }}>
            查
          </Button>
        </form>
      </Panel>
      {found && rest && (
        <Panel>
          <article className="letter">
            <div className="letter-top">
              <strong>
                {kinds[found.kind]} {found.number}
              </strong>
              <Chip tone={standing(found)[1]}>{standing(found)[0]}</Chip>
              <span className={`letter-left ${rest.tone ?? ''}`}>{rest.words}</span>
            </div>
            <p className="soft">
              {moment(found.submittedAt, now)} 交来,{moment(found.deadline, now)} 前办结
            </p>
            <Timeline entries={found.steps} now={now} />
            <LastWord {...inquiry} />
          </article>
        </Panel>
      )}
    </Page>
  )
}

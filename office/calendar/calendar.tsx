import { Button, Input } from 'antd'

import { Page, Panel } from '../design/page'
import { Loading, Note, Trouble } from '../design/standing'
import { useNow } from '../design/use-now'
import { moment } from '../design/when'
import './calendar.css'
import { Month } from './month'
import { useYear } from './use-year'

const months = Array.from({ length: 12 }, (_, at) => at + 1)

/** Which days are worked: deadlines in working days are counted by it. */
export default function Calendar() {
  const now = useNow()
  const { year, show, reading, days, changed, unsaved, name, setName, says, busy, toggle, save, undo } = useYear()
  const special = new Map(days.map((day) => [day.day, day]))
  const off = days.filter(({ works }) => !works).length
  return (
    <Page
      title={`${year} 年节假日`}
      note={reading.data && `放假 ${off} 天,调休上班 ${days.length - off} 天`}
      acts={
        <>
          <Button onClick={() => show(year - 1)} disabled={unsaved}>
            上一年
          </Button>
          <Button onClick={() => show(year + 1)} disabled={unsaved}>
            下一年
          </Button>
          {unsaved && <Button onClick={undo}>不改了</Button>}
          <Button type="primary" disabled={!unsaved} loading={busy} onClick={save}>
            保存
          </Button>
        </>
      }
    >
      <Panel>
        <Trouble of={reading} />
        {reading.loading && <Loading rows={12} />}
        {reading.data && (
          <>
            <div className="year-tools">
              <span>点一天:工作日变放假,周末变上班;再点一次变回来。</span>
              <Input
                className="year-name"
                aria-label="是什么节"
                placeholder="是什么节?例:春节"
                maxLength={10}
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
              <span className="soft">
                {changed ? `${changed.by} ${moment(changed.at, now)} 存的` : '还没有人填过这一年:按周一到周五上班算。'}
              </span>
            </div>
            {says && <Note tone="seal">{says}</Note>}
            {unsaved && !says && <Note>改了还没有保存。已经定下的时限不会变,以后的来信按新的日历算。</Note>}
            <div className="year">
              {months.map((month) => (
                <Month key={month} year={year} month={month} special={special} onToggle={toggle} />
              ))}
            </div>
          </>
        )}
      </Panel>
    </Page>
  )
}

import { Button, Progress } from 'antd'
import { useRef } from 'react'

import type { Campaign } from '../../../contract/survey'
import { Panel } from '../../design/page'
import { Note } from '../../design/standing'
import { useTotals } from './use-totals'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** What the auditors counted is handed in as they wrote it. */
export function Totals({ campaign }: { campaign: Campaign }) {
  const { chosen, sent, says, choose, hand } = useTotals(campaign)
  const input = useRef<HTMLInputElement>(null)
  const strata = chosen?.totals.strata ?? []
  return (
    <Panel title="下一步:交监票人的结果">
      <div className="plan-lines">
        <p>监票人在自己的电脑上开票、统计,得到 totals.json。把它原样交上来,改一个字都会被查出来。</p>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label="totals.json"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) choose(file)
            target.value = ''
          }}
        />
        <Button block disabled={sent !== undefined} onClick={() => input.current?.click()}>
          {chosen ? '换一个文件' : '选 totals.json'}
        </Button>
        {chosen && (
          <p>
            {chosen.name}:{sum(strata.map(({ ballots }) => ballots))} 张票,其中废票 {sum(strata.map(({ spoilt }) => spoilt))} 张;
            {chosen.totals.units.length} 个单位有结果。
          </p>
        )}
        {says && <Note tone="seal">{says}</Note>}
        {sent ? (
          <>
            <Progress percent={Math.floor((100 * sent.so) / sent.of)} aria-label="交了多少" />
            <p role="status">
              正在交第 {sent.so + 1} 份,共 {sent.of} 份。请不要关网页。
            </p>
          </>
        ) : (
          <Button type="primary" block disabled={!chosen} onClick={hand}>
            交上去
          </Button>
        )}
      </div>
    </Panel>
  )
}

import { Button, Popconfirm } from 'antd'

import type { Campaign, Pack } from '../../../../contract/survey'
import { Note } from '../../../design/standing'
import { openCell } from '../../ballot/cells'
import { tailOf } from '../../ballot/code'
import { CodeField } from '../code-field'
import { SecondHere } from '../second'
import { passOf } from './batch'
import { Grid } from './grid'
import type { EntryDesk } from './use-entry'

type Props = { desk: EntryDesk; campaign: Campaign; pack: Pack; stratum: Campaign['strata'][number] }

/** The end of the first pass: the stack goes to somebody else. */
const HandOver = ({ onDone }: { onDone: () => void }) => (
  <div className="entry-over">
    <p>这一摞录完了,就把纸交给另一位同事,从头再录一遍。他看不到您录的。</p>
    <Button type="primary" onClick={onDone} style={{ justifySelf: 'start' }}>
      录完了,交给另一位同事
    </Button>
  </div>
)

/** One person types the stack, sheet after sheet. */
export function Pass({ desk, campaign, pack, stratum }: Props) {
  const { batch, rest, says } = desk
  const { typing, stage } = batch
  const typed = passOf(batch)
  const isSecond = stage === 'second'
  return (
    <div className="intake-form">
      <SecondHere beside={desk.beside} />
      <Note tone="field">
        {isSecond
          ? `第二遍,由${desk.beside.partner?.name ?? ''}录。一共 ${batch.first.length} 张,不用按顺序。`
          : `第一遍。这包还有 ${rest} 张没有着落;一次录几张都行。`}
      </Note>
      {typing ? (
        <Grid
          key={typing.code}
          plan={campaign.plan}
          stratum={stratum}
          tail={tailOf(typing.code)}
          cells={typing.cells}
          onType={desk.type}
          onDone={() => (openCell(typing.cells) < 0 ? desk.add() : desk.say('还有空着的格子。纸上没答的打 0。'))}
          onAside={desk.layAside}
        />
      ) : (
        <CodeField
          key={typed.length}
          campaignId={campaign.id}
          stratumId={pack.stratumId}
          label={`第 ${typed.length + 1} 张的暗码`}
          onSheet={desk.take}
        />
      )}
      {says && <Note tone="seal">{says}</Note>}
      <p role="status">
        这一遍录了 <b>{typed.length}</b> 张
        {typed.length > 0 && <span className="soft">,尾号 {typed.map(({ code }) => tailOf(code)).join('、')}</span>}
      </p>
      {!typing && !isSecond && typed.length > 0 && <HandOver onDone={desk.toSecond} />}
      {!typing && isSecond && typed.length > 0 && (
        <Button type="primary" style={{ justifySelf: 'start' }} onClick={desk.toCompare}>
          录完了,对一对
        </Button>
      )}
      {(batch.first.length > 0 || typing) && (
        <Popconfirm title="这一摞录的都不要了?" okText="都不要了" cancelText="留着" onConfirm={desk.giveUp}>
          <Button style={{ justifySelf: 'start' }} size="small">
            这一摞重新来
          </Button>
        </Popconfirm>
      )}
    </div>
  )
}

import { Button, InputNumber, Modal, Select } from 'antd'
import { type ReactNode, useState } from 'react'

import { type Campaign, type StratumId, surveyLimits } from '../../../../contract/survey'
import { Panel } from '../../../design/page'
import { Note } from '../../../design/standing'
import { packName } from '../pack'
import { PackSheets } from './pack-sheets'
import { usePack } from './use-pack'

/** Makes a pack of sheets and prints it. */
export function PrintPack({ campaign, back }: { campaign: Campaign; back: ReactNode }) {
  const pack = usePack(campaign)
  const [stratumId, setStratum] = useState<StratumId>()
  const [count, setCount] = useState<number | null>(20)
  const [asking, setAsking] = useState(false)
  const { printed, making, says, busy } = pack
  const stratum = campaign.strata.find(({ id }) => id === (printed ?? making)?.stratumId)

  if (printed && stratum)
    return (
      <>
        <div className="sheets-tools">
          <Note tone="field">
            {stratum.township}的 {printed.sheets.length} 张,包号 {packName(printed.id)}。单面打印,A4,不要缩放。下面是打印的样子。
          </Note>
          <Button type="primary" onClick={() => window.print()}>
            打印
          </Button>
          <Button onClick={() => setAsking(true)}>都印好了</Button>
        </div>
        <PackSheets campaign={campaign} stratum={stratum} pack={printed} />
        <Modal
          title="都印好了吗?"
          open={asking}
          okText="都印好了,数过了"
          cancelText="还没有"
          onOk={() => {
            setAsking(false)
            pack.done()
          }}
          onCancel={() => setAsking(false)}
        >
          <p>请数一数,是不是 {printed.sheets.length} 张,有没有印坏的。点了以后,这台电脑就忘掉它们,不能再印。</p>
        </Modal>
      </>
    )
  return (
    <Panel title="印一包问卷" note={back}>
      <form
        className="intake-form"
        aria-label="印一包问卷"
        onSubmit={(event) => {
          event.preventDefault()
          if (making) pack.again()
          else if (stratumId && count) pack.make(stratumId, count)
        }}
      >
        {making && stratum ? (
          <Note>
            {stratum.township}的 {making.sheets.length} 张(包号 {packName(making.id)})还没有说印好。先把它印完。
          </Note>
        ) : (
          <div className="field-row">
            <label className="labelled">
              <span>哪个乡镇的?</span>
              <Select
                aria-label="哪个乡镇的"
                value={stratumId}
                showSearch={{ optionFilterProp: 'label' }}
                options={campaign.strata.map(({ id, county, township }) => ({ value: id, label: `${county} ${township}` }))}
                onChange={setStratum}
              />
            </label>
            <label className="labelled">
              <span>几张?一包最多 {surveyLimits.packMost} 张</span>
              <InputNumber
                aria-label="几张"
                min={1}
                max={surveyLimits.packMost}
                precision={0}
                value={count}
                style={{ width: '100%' }}
                onChange={setCount}
              />
            </label>
          </div>
        )}
        <p className="soft">每张都有自己的暗码,在这台电脑上生成,服务器也不知道哪个暗码在哪张上。问卷上只有乡镇,没有户名。</p>
        {says && <Note tone="seal">{says}</Note>}
        <Button
          htmlType="submit"
          type="primary"
          loading={busy}
          disabled={!making && (!stratumId || !count)}
          style={{ justifySelf: 'start' }}
        >
          {making ? '接着印这一包' : '生成问卷'}
        </Button>
      </form>
    </Panel>
  )
}

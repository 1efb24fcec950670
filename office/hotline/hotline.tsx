import { Button } from 'antd'

import { Page, Panel } from '../design/page'
import { Note } from '../design/standing'
import { MatterFields } from '../intake/matter-fields'
import { Taken } from '../intake/taken'
import { Caller } from './caller'
import { ReadBack } from './read-back'
import { useCall } from './use-call'

/** A ticket taken down on the telephone, while the villager speaks. */
export default function Hotline() {
  const desk = useCall()
  const { call, change, agree, circle, circleSays, says, busy, submit, next } = desk
  if (call.taken)
    return (
      <Page title="热线登记" narrow>
        <Panel>
          <Taken taken={call.taken} phone={call.phone || undefined} next="接下一个电话" onNext={next} />
        </Panel>
      </Page>
    )
  return (
    <Page title="热线登记" note="边听边记,刷新也不会丢" acts={<Button onClick={next}>不记了,清空</Button>}>
      <form
        className="intake"
        aria-label="热线登记"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="intake-form">
          <Panel title="谁打来的">
            <div className="intake-form">
              <Caller {...desk} />
            </div>
          </Panel>
          <Panel title="什么事">
            <div className="intake-form">
              <MatterFields matter={call.matter} circle={circle} onChange={(matter) => change({ matter })} />
              {circleSays && <Note tone="seal">{circleSays}</Note>}
            </div>
          </Panel>
        </div>
        <div className="intake-side">
          <Panel title="复述一遍">
            <div className="intake-form">
              <ReadBack call={call} onAgree={agree} />
              {says && <Note tone="seal">{says}</Note>}
              <Button htmlType="submit" type="primary" size="large" loading={busy} block>
                提交,给编号
              </Button>
            </div>
          </Panel>
        </div>
      </form>
    </Page>
  )
}

import { App, Button, Drawer } from 'antd'
import { useState } from 'react'

import type { BoxOpeningId } from '../../contract/intake'
import { isProblem } from '../../contract/problem'
import { ask, NO_ANSWER } from '../api/ask'
import { readAll, refresh, useRead } from '../api/read'
import { useStaff } from '../api/session'
import { Page, Panel } from '../design/page'
import { Loading, Trouble } from '../design/standing'
import { BoxTable } from './box-table'
import { OpeningForm } from './opening-form'
import { SlipForm } from './slip-form'

const typists = ['desk', 'inspection', 'office'] as const
const drawer = { size: 720, styles: { wrapper: { maxWidth: '100vw' } }, destroyOnHidden: true } as const

/** The log of the suggestion boxes, and the slips out of them. */
export default function Boxes() {
  const { message } = App.useApp()
  const mayType = useStaff()?.roles.some((role) => typists.some((one) => one === role)) ?? false
  const openings = useRead(['openings'], () => readAll((after) => ask('GET /v1/intake/box-openings', { query: { after } })))
  const [opening, setOpening] = useState(false)
  const [typing, setTyping] = useState<BoxOpeningId>()
  const typed = openings.data?.items.find(({ id }) => id === typing)

  async function confirm(id: BoxOpeningId) {
    try {
      const answer = await ask('POST /v1/intake/box-openings/{id}/confirm', { params: { id } })
      if (isProblem(answer)) void message.warning(answer.says)
      else void message.success('已确认一起开箱')
    } catch {
      void message.error(NO_ANSWER)
    }
    refresh('openings')
  }

  return (
    <Page
      title="意见箱"
      note="两个人一起开,一个登记、一个确认"
      acts={
        <>
          <Button onClick={openings.again}>刷新</Button>
          {mayType && (
            <Button type="primary" onClick={() => setOpening(true)}>
              登记开箱
            </Button>
          )}
        </>
      }
    >
      <Panel>
        <Trouble of={openings} />
        {openings.loading && <Loading />}
        {openings.data && (
          <BoxTable openings={openings.data.items} mayType={mayType} onConfirm={(id) => void confirm(id)} onType={setTyping} />
        )}
      </Panel>
      <Drawer title="登记开箱" open={opening} onClose={() => setOpening(false)} {...drawer}>
        <OpeningForm onDone={() => setOpening(false)} />
      </Drawer>
      <Drawer
        title={typed ? `${typed.village} ${typed.boxName}` : '录入信件'}
        open={typed !== undefined}
        onClose={() => setTyping(undefined)}
        {...drawer}
      >
        {typed && <SlipForm opening={typed} onDone={() => setTyping(undefined)} />}
      </Drawer>
    </Page>
  )
}

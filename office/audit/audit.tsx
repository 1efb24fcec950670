import { useState } from 'react'

import { Page, Panel } from '../design/page'
import { Parts } from '../design/parts'
import { Lookups } from './lookups'
import { SenderReads } from './sender-reads'

const tabs = [
  { key: 'senders', title: '查看投诉人' },
  { key: 'lookups', title: '查名册' },
]

/** Who has looked at what is kept from others: confidential senders, and the roll. */
export default function Audit() {
  const [tab, setTab] = useState('senders')
  return (
    <Page title="保密审计" note="谁看过保密投诉的投诉人,谁查过名册">
      <Panel>
        <Parts label="哪一种" of={tabs} chosen={tab} onChoose={setTab} />
        {tab === 'senders' ? <SenderReads /> : <Lookups />}
      </Panel>
    </Page>
  )
}

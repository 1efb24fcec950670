import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Route, Routes } from 'react-router'

import { Page, Panel } from '../design/page'
import { Parts } from '../design/parts'
import { Loading, Note, Trouble } from '../design/standing'
import { LetterDrawer } from '../letter/drawer'
import { Find } from './find'
import { Queue } from './queue'
import './queue.css'
import { matter } from './standing'
import { useQueue } from './use-queue'

/** What villagers wrote, by the time that is left; a ticket opens beside the table. */
export default function Letters() {
  const { now, boxes, box, parts, part, lines, reading, search, show } = useQueue()
  const [typed, setTyped] = useState('')
  const found = lines?.filter((line) => `${line.number} ${matter(line)} ${line.place} ${line.deskName}`.includes(typed.trim()))
  return (
    <Page title="群众来信" note="按剩余时间排" acts={<Button onClick={reading.again}>刷新</Button>}>
      <Panel>
        <div className="queue-tools">
          {boxes.length > 1 && (
            <Segmented
              aria-label="哪个信箱"
              value={box}
              options={boxes.map((view) => ({ value: view.box, label: view.title }))}
              onChange={(next) => show({ box: next })}
            />
          )}
          <Find typed={typed} onType={setTyped} />
        </div>
        <Parts label="哪一部分" of={parts} chosen={part.key} onChoose={(key) => show({ part: key })} />
        <Trouble of={reading} />
        {reading.data?.more && <Note>来信太多,这里只列出最近的 {reading.data.items.length} 件。要找别的,请输入编号。</Note>}
        {reading.loading && <Loading />}
        {found && (
          <Queue
            lines={found}
            now={now}
            search={search}
            empty={typed ? '没有找到,可以输入完整编号再按回车' : `没有“${part.title}”的来信`}
          />
        )}
      </Panel>
      <Routes>
        <Route path=":id" element={<LetterDrawer search={search} now={now} />} />
      </Routes>
    </Page>
  )
}

import { Button, Input } from 'antd'
import { useState } from 'react'

import { Face, faces, TEXT_MOST } from '../../contract/ticket'
import type { useInquiry } from './use-inquiry'

type Props = Pick<ReturnType<typeof useInquiry>, 'found' | 'word' | 'write' | 'busy' | 'confirm' | 'reopen'>

const best = [...faces].reverse()

/** The villager says at the desk whether it is well done; whoever handled it does not enter it. */
export function LastWord({ found, word, write, busy, confirm, reopen }: Props) {
  const [face, setFace] = useState<Face>()
  if (!found || found.can.length === 0) return null
  return (
    <section className="intake-form" aria-label="村民的评价">
      {found.can.includes('confirm') && (
        <div>
          <p className="legend">村民当面说,办得怎么样?</p>
          <div className="choices">
            {best.map((name) => {
              const value = Face.parse(faces.indexOf(name) + 1)
              return (
                <Button
                  key={name}
                  type={face === value ? 'primary' : 'default'}
                  aria-pressed={face === value}
                  onClick={() => setFace(value)}
                >
                  {name}
                </Button>
              )
            })}
          </div>
          {face && (
            <Button style={{ marginTop: 10 }} type="primary" loading={busy} onClick={() => confirm(face)}>
              确认:{faces[face - 1]}
            </Button>
          )}
        </div>
      )}
      {found.can.includes('reopen') && (
        <div>
          <label className="labelled">
            <span>没办好,哪里没办好?</span>
            <Input.TextArea
              value={word.text}
              maxLength={TEXT_MOST}
              autoSize={{ minRows: 2 }}
              onChange={({ target }) => write({ ...word, text: target.value })}
            />
          </label>
          <Button style={{ marginTop: 8 }} danger loading={busy} onClick={reopen}>
            要求重办
          </Button>
        </div>
      )}
    </section>
  )
}

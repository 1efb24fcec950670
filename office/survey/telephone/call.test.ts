/** @jest-environment node */
import { RollId, StratumId } from '../../../contract/survey'
import { emptyCells } from '../ballot/cells'
import { answered, asked, type Asking, Call, cellsAt, goneBack, goneOn, type Household, mayGoOn, mended, skipped } from './call'

const household: Household = {
  ...{ rollId: RollId.parse('a'.repeat(32)), stratumId: StratumId.parse('1'.repeat(32)) },
  ...{ headName: '何桂辉', village: '桃冲村', group: '14组' },
}
const call = () => asked(household, 2)
const asking = (next: Call): Asking => {
  if (next.stage !== 'ask') throw new Error(`the call is at ${next.stage}`)
  return next
}

it('begins with nothing chosen, and goes on only once every question of a unit is answered', () => {
  let now = call()
  expect(now.cells).toEqual(emptyCells(2))
  for (const cell of cellsAt(now)) {
    expect([mayGoOn(now), goneOn(now)]).toEqual([false, now])
    now = answered(now, cell, 1)
  }
  expect(asking(goneOn(now)).at).toBe(1)
})

it('skips a unit as not known, asks the last question once, and then reads back', () => {
  const last = asking(skipped(asking(skipped(call()))))
  expect(cellsAt(last)).toEqual([8])
  expect(mayGoOn(last)).toBe(false)
  expect(goneOn(answered(last, 8, 1))).toEqual({ stage: 'readBack', household, cells: [0, 0, 0, 0, 0, 0, 0, 0, 1] })
})

it('goes back without losing an answer, and after a correction reads everything back again', () => {
  const first = cellsAt(call()).reduce((so, cell) => answered(so, cell, 2), call())
  const back = goneBack(asking(goneOn(first)))
  expect([back.at, back.cells.slice(0, 4)]).toEqual([0, [2, 2, 2, 2]])
  expect(goneBack(back).at).toBe(0)
  const whole = goneOn(answered(asking(skipped(asking(goneOn(first)))), 8, 3))
  if (whole.stage !== 'readBack') throw new Error('something was left out')
  const again = goneOn(asking(goneOn(asking(goneOn(answered(mended(whole, 0), 0, 5))))))
  expect(again).toEqual({ ...whole, cells: [5, ...whole.cells.slice(1)] })
})

it('holds no answer any more once it is sealed', () => {
  const kept = Call.parse({
    stage: 'send',
    household,
    cells: [1, 2],
    begun: { input: '', blind: '', blinded: '', tweakedKey: '' },
    sealed: 's',
  })
  expect(Object.keys(kept).sort()).toEqual(['begun', 'household', 'sealed', 'stage'])
})

import { grantsEnough } from '../../contract/notice'
import { mayAsk } from './consent'

const today = '20261118'

test('consent is asked for where nothing is known yet, or little is left', () => {
  expect(mayAsk({}, 'villager', today)).toBe(true)
  expect(mayAsk({ left: { villager: grantsEnough.villager - 1, staff: 9 } }, 'villager', today)).toBe(true)
})

test('whoever has agreed to enough is not asked', () => {
  expect(mayAsk({ left: { villager: grantsEnough.villager, staff: 0 } }, 'villager', today)).toBe(false)
})

test('whoever has said no is left alone for the day, for that kind of message only', () => {
  const refused = { left: { villager: 0, staff: 0 }, refusedOn: { villager: today } }
  expect(mayAsk(refused, 'villager', today)).toBe(false)
  expect(mayAsk(refused, 'staff', today)).toBe(true)
  expect(mayAsk(refused, 'villager', '20261119')).toBe(true)
})

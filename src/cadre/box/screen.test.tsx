import { fireEvent, screen } from '@testing-library/react'

import { BoxOpening } from '../../../contract/intake'
import { aMe, aSession, id } from '../../../tests/stand-ins/makers'
import { serve, show, signedIn } from '../../../tests/stand-ins/show'
import { phone } from '../../../tests/stand-ins/taro'
import BoxScreen from './screen'

const me = { id: id(8), name: '陈文平' }
const anOpening = (more: object = {}) =>
  BoxOpening.parse({
    ...{ id: id(7), boxName: '镇政府门口', unitName: '民乐镇政府', village: '桃冲村', slips: 2, typed: 0, mine: true },
    ...{ openedBy: { id: id(9), name: '谢海林' }, partner: me, openedAt: '2026-11-18T01:00:00.000Z' },
    ...more,
  })

beforeEach(() => signedIn(aSession({}, aMe({ staff: { name: me.name, unitName: '民乐镇政府', roles: ['cadre'] } }))))

it('asks the second person whether they were there, and no longer once they have said so', async () => {
  let confirmed = false
  const items = () => ({ items: [anOpening(confirmed ? { mine: false, confirmedAt: '2026-11-18T02:00:00.000Z' } : {})] })
  serve({
    'GET /v1/intake/box-openings': items,
    [`POST /v1/intake/box-openings/${id(7)}/confirm`]: () => {
      confirmed = true
      return items().items[0]
    },
  })
  show(<BoxScreen />)
  await screen.findByText('谢海林说和您一起开的箱,里面有 2 封信。')
  fireEvent.click(screen.getByText('我在场,数目对'))
  await screen.findByText(/2 封信,录了 0 封/)
  expect(screen.queryByText('我在场,数目对')).toBeNull()
  expect(phone.requests.filter(({ url }) => url.endsWith('/confirm'))).toHaveLength(1)
})

it('asks nobody else', async () => {
  serve({ 'GET /v1/intake/box-openings': { items: [anOpening({ mine: false })] } })
  show(<BoxScreen />)
  await screen.findByText(/等陈文平确认/)
  expect(screen.queryByText('我在场,数目对')).toBeNull()
})

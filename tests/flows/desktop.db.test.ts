import { createHash, randomBytes } from 'node:crypto'

import { desktopLimits, DesktopSecret, DesktopSignInId } from '../../contract/desktop'
import { good, openProduct, type Product } from '../bench/product'
import { openTown, type Town } from '../town'

let town: Town
let product: Product
beforeAll(async () => {
  town = await openTown()
  product = openProduct(town)
})
afterAll(() => town?.close())

const hex = () => randomBytes(16).toString('hex')
const CADRE = 'cadre-G001'

async function aDesktop() {
  const [id, secret] = [DesktopSignInId.parse(hex()), DesktopSecret.parse(hex())]
  const secretHash = createHash('sha256').update(secret).digest('hex')
  const asking = { body: { id, secretHash, machine: 'windows' } } as const
  const nobody = product.with()
  const shown = good(await nobody('POST /v1/desktop-sign-ins', asking))
  const fetchSession = (with_ = secret) => nobody('POST /v1/desktop-sign-ins/{id}/session', { params: { id }, body: { secret: with_ } })
  return { asking, ...shown, fetchSession }
}

it('signs a desktop in by the phone’s yes, for the desktop’s secret alone, once', async () => {
  const desktop = await aDesktop()
  const phone = await product.as(CADRE)
  const params = { code: desktop.code }
  expect(good(await product.with()('POST /v1/desktop-sign-ins', desktop.asking)).code).toBe(desktop.code)
  expect(await desktop.fetchSession()).toEqual({})
  expect(good(await phone('GET /v1/desktop-codes/{code}', { params }))).toMatchObject({ check: desktop.check, machine: 'windows' })
  good(await phone('POST /v1/desktop-codes/{code}/approve', { params }))
  good(await phone('POST /v1/desktop-codes/{code}/approve', { params }))
  expect(await desktop.fetchSession(DesktopSecret.parse(hex()))).toMatchObject({ problem: 'desktopGone' })
  const { session } = good(await desktop.fetchSession())
  expect(session?.me.staff?.name).toBe('陈建华')
  expect(await desktop.fetchSession()).toMatchObject({ problem: 'desktopGone' })
  expect(await product.with()('POST /v1/desktop-sign-ins', desktop.asking)).toMatchObject({ problem: 'desktopGone' })
})

it('renews a desktop’s session until its person leaves; then its tokens open nothing', async () => {
  const desktop = await aDesktop()
  const phone = await product.as(CADRE)
  good(await phone('POST /v1/desktop-codes/{code}/approve', { params: { code: desktop.code } }))
  const first = product.with(good(await desktop.fetchSession()).session?.token)
  const second = product.with(good(await first('POST /v1/desktop-session/renew')).token)
  good(await second('GET /v1/letters', { query: { box: 'cadre' } }))
  expect(await phone('POST /v1/desktop-session/renew')).toMatchObject({ problem: 'desktopGone' })
  const another = await aDesktop()
  expect(await second('POST /v1/desktop-codes/{code}/approve', { params: { code: another.code } })).toMatchObject({ problem: 'notAllowed' })
  good(await second('POST /v1/desktop-session/end'))
  for (const gone of [first, second])
    expect(await gone('GET /v1/letters', { query: { box: 'cadre' } })).toMatchObject({ problem: 'signInAgain' })
  good(await phone('GET /v1/letters', { query: { box: 'cadre' } }))
})

it('tells the desktop that the phone refused', async () => {
  const desktop = await aDesktop()
  const phone = await product.as(CADRE)
  good(await phone('POST /v1/desktop-codes/{code}/refuse', { params: { code: desktop.code } }))
  expect(await desktop.fetchSession()).toMatchObject({ problem: 'desktopRefused' })
})

it('lets an account look up no more than so many codes a day', async () => {
  const phone = await product.as('cadre-G003')
  const look = () => phone('GET /v1/desktop-codes/{code}', { params: { code: '00000000' } })
  for (let n = 0; n < desktopLimits.looksPerDay; n++) expect(await look()).toMatchObject({ problem: 'desktopGone' })
  expect(await look()).toMatchObject({ problem: 'tooManyTries' })
})

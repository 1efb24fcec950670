import { MediaId } from '../../../contract/media'
import { TicketId } from '../../../contract/ticket'
import { UnitId } from '../../../contract/pairing'
import { aHome, id } from '../../../tests/stand-ins/makers'
import { choicesFor, formOf, ticketOf } from './ticket-form'

const { card } = aHome()
const unit = { who: 'unit' as const, unitId: UnitId.parse(id(3)) }
const about = (name: string) => ({ text: '水渠堵了', about: unit, aboutName: name })

it('is a confidential complaint unless the person says otherwise', () => {
  expect(formOf({ text: '' }, card)).toMatchObject({ kind: 'complaint', confidential: true, cadreMayFollow: false, aboutName: '我不清楚' })
  expect(formOf({ text: '', kind: 'help' }, card)).toMatchObject({ about: { who: 'myCadre' } })
})

it('offers to let the cadre follow only where the complaint is about neither the cadre nor the cadre’s unit', () => {
  expect(formOf(about('北流市水利局'), card).mayOfferCadre).toBe(true)
  expect(formOf({ text: '' }, card).mayOfferCadre).toBe(true)
  expect(formOf(about('北流市农业局'), card).mayOfferCadre).toBe(false)
  expect(formOf({ text: '', about: { who: 'myCadre' } }, card).mayOfferCadre).toBe(false)
  expect(formOf({ ...about('北流市水利局'), kind: 'help' }, card).mayOfferCadre).toBe(false)
  expect(formOf(about('北流市水利局'), undefined).mayOfferCadre).toBe(false)
})

it('sends a recording without words as one', () => {
  const media = [{ id: MediaId.parse(id(8)), kind: 'voice' as const }]
  expect(ticketOf(formOf({ text: ' ', media }, card), TicketId.parse(id(9)))).toMatchObject({ text: '见语音', media })
})

it('takes the category of another kind for none', () => {
  expect(formOf({ text: '', kind: 'help', category: 'taking' }, card)).toMatchObject({ category: 'other', urgency: 'd7' })
  expect(formOf({ text: '', kind: 'help', category: 'danger' }, card)).toMatchObject({ category: 'danger', urgency: 'h2' })
})

it('takes back the permission when the complaint turns out to be about the cadre', () => {
  const form = formOf({ text: '收了钱', cadreMayFollow: true, about: { who: 'myCadre' } }, card)
  expect(ticketOf(form, TicketId.parse(id(9)))).toMatchObject({ cadreMayFollow: false })
})

it('does not let somebody without a cadre choose one', () => {
  const names = (withCard: typeof card) => choicesFor(withCard, []).map(({ name }) => name)
  expect(names(card)).toEqual(['我的干部', '我不清楚'])
  expect(names(undefined)).toEqual(['我不清楚'])
})

it('sends nothing without words, and no choices that only a complaint has', () => {
  expect(ticketOf(formOf({ text: '  ' }, card), TicketId.parse(id(9)))).toBeUndefined()
  expect(ticketOf(formOf({ text: '想找兽医', kind: 'help' }, card), TicketId.parse(id(9)))).toEqual({
    id: id(9),
    kind: 'help',
    category: 'other',
    about: { who: 'myCadre' },
    text: '想找兽医',
    media: [],
  })
})

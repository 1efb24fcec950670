import { Circle } from '../../contract/intake'
import { TakeCall } from '../../contract/intake'
import { TicketId } from '../../contract/ticket'
import { freshMatter, inConflict, type Matter, mayFollow, ofKind } from '../intake/matter'
import { bodyOf, Call, changed, freshCall, missing } from './call'

const hex = (n: number) => n.toString(16).padStart(32, '0')
const household = { id: hex(1), serial: '0217', headName: '何桂辉', villageId: hex(2), village: '桃冲村', group: '14组' }
const [farming, water] = [hex(3), hex(4)]
const circle = (more: object = {}) =>
  Circle.parse({
    household,
    villageId: hex(2),
    village: '桃冲村',
    cadre: { name: '陈建华', unitName: '农业局', conflict: false },
    units: [
      { id: farming, name: '农业局', does: '', conflict: false },
      { id: water, name: '水利局', does: '', conflict: true },
    ],
    looksAfter: false,
    instead: { name: '督查组', phone: '07750000000' },
    ...more,
  })
const matter = (more: object = {}): Matter => ({ ...freshMatter(), category: 'works', text: '水渠堵了', ...more }) as Matter
const call = (more: object = {}): Call =>
  Call.parse({
    ...freshCall(),
    phone: '199 0775 1217',
    name: '何桂辉',
    place: { by: 'household', household },
    matter: matter(),
    readBack: true,
    ...more,
  })

describe('a call that is taken down', () => {
  it('is sent once everything is there, the number without its blanks', () => {
    expect(missing(call(), circle())).toBeUndefined()
    expect(TakeCall.parse(bodyOf(call(), circle()))).toMatchObject({
      phone: '19907751217',
      home: { by: 'household', householdId: household.id },
    })
  })
  it.each([
    [{ phone: '123' }, /号码不对/],
    [{ place: undefined }, /哪个村哪一户/],
    [{ name: ' ' }, /姓名/],
    [{ matter: matter({ category: undefined }) }, /类别/],
    [{ matter: matter({ text: ' ' }) }, /写下来/],
    [{ readBack: false }, /念给来电人听/],
  ])('%j says what is missing', (more, says) => {
    expect(missing(call(more), circle())).toMatch(says)
  })
  it('has to be read back again once a word of it has changed', () => {
    expect(changed(call(), { matter: matter({ text: '水渠又堵了' }) }).readBack).toBe(false)
  })
  it('may come from somebody whose number is not known', () => {
    expect(bodyOf(call({ phone: '' }), circle()).phone).toBeUndefined()
  })
})

describe('a complaint', () => {
  it('is confidential unless its sender says otherwise', () => {
    const complaint = { ...ofKind(matter(), 'complaint'), category: 'slow' as const }
    expect(bodyOf(call({ matter: complaint }), circle()).ticket).toMatchObject({ kind: 'complaint', confidential: true })
  })
  it.each([
    [{ kind: 'complaint', about: 'unknown' }, true],
    [{ kind: 'complaint', about: water }, true],
    [{ kind: 'complaint', about: 'myCadre' }, false],
    [{ kind: 'complaint', about: farming }, false],
    [{ kind: 'complaint', about: 'unknown', category: 'taking' }, false],
    [{ kind: 'help', about: 'unknown' }, false],
  ])('%j: whether the cadre may be asked to follow it: %s', (more, offered) => {
    expect(mayFollow(matter(more), circle())).toBe(offered)
  })
  it('does not take a tick along that is not offered any more', () => {
    const about = matter({ kind: 'complaint', category: 'slow', about: 'myCadre', cadreMayFollow: true })
    expect(bodyOf(call({ matter: about }), circle()).ticket).toMatchObject({ cadreMayFollow: false })
  })
  it.each([
    [{ about: water }, {}, true],
    [{ about: 'unknown' }, { looksAfter: true }, true],
    [{ about: 'myCadre' }, { cadre: { name: '陈建华', unitName: '农业局', conflict: true } }, true],
    [{ about: farming }, {}, false],
    [{ about: water, kind: 'help' }, {}, false],
  ])('%j with %j: whether the desk must not take it down: %s', (more, around, conflict) => {
    expect(inConflict(matter({ kind: 'complaint', category: 'slow', ...more }), circle(around))).toBe(conflict)
  })
})

it('forgets the category with the kind, and keeps the words and the id', () => {
  const before = matter({ id: TicketId.parse(hex(9)) })
  expect(ofKind(before, 'suggestion')).toMatchObject({ kind: 'suggestion', category: undefined, text: before.text, id: before.id })
})

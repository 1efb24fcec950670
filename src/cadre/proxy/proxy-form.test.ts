import { MediaId } from '../../../contract/media'
import { TicketId } from '../../../contract/ticket'
import { id } from '../../../tests/stand-ins/makers'
import { formOf, readBack, visitOf } from './proxy-form'

const photo = (n: number) => ({ id: MediaId.parse(id(n)), kind: 'photo' as const })
const voice = { id: MediaId.parse(id(9)), kind: 'voice' as const }
const begun = { villagerName: '陈小妹', text: ' 水渠堵了 ', home: { by: 'card' as const, cardCode: '000000000000098' } }

it('reads back what goes with the words, too', () => {
  expect(readBack(formOf({ ...begun, media: [photo(1), photo(2), voice] }))).toEqual([
    '陈小妹要求助:其他。',
    '水渠堵了',
    '放了 2 张照片。',
    '还有一段录音。',
  ])
})

it('takes what the villager said into the phone for the words', () => {
  const draft = { ...begun, text: '', media: [voice] }
  expect(visitOf(formOf(draft), draft, undefined, TicketId.parse(id(5)))?.ticket).toMatchObject({ text: '见语音', media: [voice] })
  expect(visitOf(formOf({ ...draft, media: [] }), draft, undefined, TicketId.parse(id(5)))).toBeUndefined()
})

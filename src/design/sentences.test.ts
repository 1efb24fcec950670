import { sentences } from './sentences'

it('breaks a long text after its sentences, and a long sentence anywhere', () => {
  expect(sentences('已收到。明天来修。请留人在家', 9)).toEqual(['已收到。明天来修。', '请留人在家'])
  expect(sentences('一二三四五六七', 3)).toEqual(['一二三', '四五六', '七'])
  expect(sentences(' \n ', 3)).toEqual([])
})

import fc from 'fast-check'

import { canonical } from './canonical'

test('the example of RFC 8785, as far as it has whole numbers', () => {
  // Section 3.2.3: keys in the order of their UTF-16 units.
  const keys = {
    '\u20ac': 'Euro',
    '\r': 'Return',
    '\ufb33': 'Dalet',
    '1': 'One',
    '\ud83d\ude00': 'Face',
    '\u0080': 'Control',
    '\u00f6': 'O',
  }
  expect(canonical(keys)).toBe(
    '{"\\r":"Return","1":"One","\u0080":"Control","\u00f6":"O","\u20ac":"Euro","\ud83d\ude00":"Face","\ufb33":"Dalet"}',
  )
  expect(canonical({ literals: [true, false], nothing: undefined, string: '\u20ac$\u000f\nA\'B"\\"/' })).toBe(
    '{"literals":[true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\"/"}',
  )
})

test('the order in which keys come changes nothing, and nothing is lost', () => {
  const value = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.string())))
  fc.assert(
    fc.property(value, (given) => {
      const turned = Object.fromEntries(Object.entries(given).reverse())
      expect(canonical(turned)).toBe(canonical(given))
      expect(JSON.parse(canonical(given))).toEqual(given)
    }),
  )
})

test('a number that has more than one spelling is refused', () => {
  for (const number of [0.5, NaN, Infinity, 2 ** 53]) expect(() => canonical({ number })).toThrow(TypeError)
})

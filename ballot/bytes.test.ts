import fc from 'fast-check'

import { fromBase64url, fromHex, joined, toBase64url, toHex, utf8 } from './bytes'

const bytes = fc.uint8Array({ maxLength: 200 })

test('base64url is Node’s, and back', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      const text = toBase64url(given)
      expect(text).toBe(Buffer.from(given).toString('base64url'))
      expect(fromBase64url(text)).toEqual(given)
    }),
  )
})

test('hex is Node’s, and back', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      expect(toHex(given)).toBe(Buffer.from(given).toString('hex'))
      expect(fromHex(toHex(given))).toEqual(given)
    }),
  )
})

test('UTF-8 is TextEncoder’s, of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) }), (text) => {
      expect(utf8(text)).toEqual(Uint8Array.from(new TextEncoder().encode(text)))
    }),
  )
  expect(toHex(utf8('é评😀'))).toBe('c3a9e8af84f09f9880')
})

test('what is no text of bytes is refused', () => {
  for (const text of ['a+b', 'a/b', 'ab==', '评']) expect(() => fromBase64url(text)).toThrow(TypeError)
  for (const text of ['0', 'AB', '0g', ' 00']) expect(() => fromHex(text)).toThrow(TypeError)
})

test('parts are joined in their order', () => {
  expect(joined(Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3))).toEqual(Uint8Array.of(1, 2, 3))
})

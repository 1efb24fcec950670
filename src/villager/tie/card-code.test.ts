import { codeFrom, digitsOf, grouped } from './card-code'

const code = '123456789012334'

it.each([
  ['a plain-link code', `https://example.cn/c/${code}`],
  ['a plain-link code as WeChat passes it', encodeURIComponent(`https://example.cn/c/${code}`)],
  ['a plain link with more behind it', `https://example.cn/c/${code}?from=card`],
  ["a mini-program code's scene", encodeURIComponent(`c=${code}`)],
  ["a mini-program code's path", `pages/home/screen?scene=${encodeURIComponent(`c=${code}`)}`],
  ['the digits alone', code],
])('finds the code in %s', (_, scanned) => {
  expect(codeFrom(scanned)).toBe(code)
})

it.each([['https://example.cn/'], ['c=123'], [`c=${code}9`], ['%E0%A4%A'], ['']])('finds none in %j', (scanned) => {
  expect(codeFrom(scanned)).toBeUndefined()
})

it('shows digits in groups of three while they are typed', () => {
  expect(grouped('1234567')).toBe('123 456 7')
  expect(grouped('123')).toBe('123')
  expect(digitsOf(`${grouped(code)}99`)).toBe(code)
})

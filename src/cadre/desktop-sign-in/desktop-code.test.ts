import { codeIn, grouped } from './desktop-code'

it.each([
  ['http://127.0.0.1:8080/#/cadre/desktop-sign-in/screen?code=7K3MQ0ZD'],
  ['cadre/desktop-sign-in/screen?from=qr&code=7K3MQ0ZD'],
  ['7K3MQ0ZD'],
  ['7k3m qozd'],
])('finds the code in %s', (text) => {
  expect(codeIn(text)).toBe('7K3MQ0ZD')
})

it.each([['https://example.cn/'], ['code=7K3M'], ['?code=7K3MQ0ZD9'], [''], ['123456789012345']])('finds none in %j', (text) => {
  expect(codeIn(text)).toBeUndefined()
})

it('groups what is typed as the desktop shows it', () => {
  expect(['7k3', '7k3mq', '7K3M Q0ZD', '7K3MQ0ZD55'].map(grouped)).toEqual(['7K3', '7K3M Q', '7K3M Q0ZD', '7K3M Q0ZD'])
})

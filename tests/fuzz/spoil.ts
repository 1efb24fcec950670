import type { Random } from '../fixtures/minle/random'
import { type Draft, pathOf } from './draft'
import { MARK } from './valid'

type Holder = Record<string, unknown> | unknown[]
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null

function holdersIn(value: unknown): Holder[] {
  return isHolder(value) ? [value, ...Object.values(value).flatMap(holdersIn)] : []
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const poison = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  '$ne',
  'pk',
  'version',
  'barred',
  'accountId',
]

const odd: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 53 + 2, 2 ** 31, '', ' ', '0', 'null', [], {}, [[]], [null]],
  ...[
    { __proto__: null },
    { length: 1e9 },
    { toString: 1 },
    { then: 1 },
    '\u0000',
    '\ud83d',
    '\udc00\ud83d',
    '‮مرحبا',
    '👩‍👩‍👧‍👦',
    '\uffff',
    '﷽',
  ],
  ...[
    'x'.repeat(1001),
    '路'.repeat(5000),
    'T20261118-0001',
    '1'.repeat(400),
    '../../etc/passwd',
    '${jndi:x}',
    "' OR 1=1 --",
    `{{${MARK}}}`,
  ],
  ...['2026-13-45T99:99:99.999Z', '+010000-01-01T00:00:00.000Z', '0'.repeat(32), 'f'.repeat(32), 'F'.repeat(32), JSON.parse(nested(200))],
]

// A copy, because the next fault may reach into it.
const oddOne = (random: Random) => structuredClone(random.of(odd))

const oddPieces = [
  '',
  '.',
  '..',
  '%',
  '%00',
  '\u0000',
  '%2e%2e',
  '//',
  '{id}',
  ':id',
  '*',
  ' ',
  '0'.repeat(32),
  'g'.repeat(32),
  'A'.repeat(4000),
  '路灯',
  '__proto__',
]
const oddAddresses = [
  (path: string) => `${path}/`,
  (path: string) => `/${path}`,
  (path: string) => path.replace('/v1', '/v1/..//v1'),
  (path: string) => path.replace('/v1', '/V1'),
  (path: string) => `${path}%`,
  (path: string) => `${path}%zz`,
  (path: string) => `${path}%00`,
  (path: string) => `${path}%ff%fe`,
  (path: string) => `${path}%2f..%2f..`,
  (path: string) => `${path};a=b`,
  (path: string) => `${path}?`,
  (path: string) => `${path}?&&==&`,
  (path: string) => `${path}?after=%ff&after=%`,
  (path: string) => `${path}?after=a&after=b&after[]=c&after[x]=d`,
  (path: string) => `${path}?__proto__=1&constructor=2&__proto__[a]=3`,
  (path: string) => `${path}?${'a=1&'.repeat(2000)}`,
  (path: string) => `${path}?after=${'%F0%9F%98%80'.repeat(300)}`,
  (path: string) => `${path}#x`,
]

/** One way in which a request can be wrong. */
type Fault = (draft: Draft, random: Random) => void

/** Changes something in the JSON body; one that has none gets one. */
const inBody =
  (work: (holder: Holder, key: string, random: Random) => void): Fault =>
  (draft, random) => {
    const holders = holdersIn(draft.json)
    if (holders.length === 0) draft.json = oddOne(random)
    else {
      const holder = random.of(holders)
      work(holder, random.of([...Object.keys(holder), 'id']), random)
    }
  }
const put = (holder: Holder, key: string, value: unknown) =>
  void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })

/** As text; an object that was spoiled before may not even have a `toString`. */
const words = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const text = (draft: Draft) => JSON.stringify(draft.json ?? {})
const bytes = (...all: number[]) => new Uint8Array(all)

/** A body whose sender goes away in the middle. */
const cutOff = () =>
  new ReadableStream({
    pull: (controller) => {
      controller.enqueue(bytes(0x7b, 0x22))
      controller.error(new Error('gone'))
    },
  })

const bodies: Fault[] = [
  inBody((holder, key) => void Reflect.deleteProperty(holder, key)),
  inBody((holder, key, random) => put(holder, key, oddOne(random))),
  inBody((holder, key, random) => put(holder, key, oddOne(random))),
  inBody((holder, _, random) => put(holder, random.of([...poison, 'extra', '', '路', '\u0000']), oddOne(random))),
  inBody((holder, key) => put(holder, key, [Reflect.get(holder, key)])),
  inBody((holder, key) => put(holder, key, { [key]: Reflect.get(holder, key) })),
  inBody((holder, key) => put(holder, key, words(Reflect.get(holder, key)).toUpperCase())),
  inBody((holder, key) => put(holder, key, `${words(Reflect.get(holder, key))} `)),
  (draft, random) => (draft.json = oddOne(random)),
  (draft) => (draft.json = [draft.json]),
  (draft, random) => (draft.raw = text(draft).slice(0, random.below(text(draft).length))),
  (draft) => (draft.raw = text(draft).replace('{', `{"id":"${'0'.repeat(32)}","text":"${MARK}",`)),
  (draft) => (draft.raw = text(draft).replace('{', '{"__proto__":{"roles":["inspection"]},')),
  (draft) => (draft.raw = `${text(draft)}${text(draft)}`),
  (draft) => (draft.raw = `\ufeff${text(draft)}`),
  (draft) => (draft.raw = text(draft).padEnd(17 * 1024, ' ')),
  (draft) => (draft.raw = text(draft).replace('{', `{"pad":"${'路'.repeat(8 * 1024)}",`)),
  (draft) => (draft.raw = nested(7000)),
  (draft) => (draft.raw = '{"a":'.repeat(2500)),
  (draft) => (draft.raw = ''),
  (draft, random) =>
    (draft.raw = random.of(['null', 'NaN', '1e999', '-0', '"', "{'a':1}", '{"a":undefined}', '<xml/>', 'a=1&b=2', '--', '\u0000'])),
  (draft) => (draft.raw = bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d)),
  (draft) => (draft.raw = bytes(...new TextEncoder().encode(text(draft)), 0xc3)),
  (draft) => (draft.raw = bytes(0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00)),
  (draft) => (draft.raw = cutOff()),
]

const heads: Fault[] = [
  (draft, random) =>
    (draft.headers['content-type'] = random.of([
      'text/plain',
      'application/xml',
      'multipart/form-data',
      'application/json; charset=gbk',
      '',
      'a/b/c;;;=',
    ])),
  (draft, random) => (draft.headers['content-encoding'] = random.of(['gzip', 'br', 'x'])),
  (draft, random) => (draft.headers['content-length'] = random.of(['0', '1', '99999999', '-1', 'x'])),
  (draft, random) => (draft.headers['transfer-encoding'] = random.of(['chunked', 'identity'])),
  (draft, random) => (draft.headers['x-http-method-override'] = random.of(['DELETE', 'GET'])),
  (draft) => (draft.headers['accept'] = 'text/html'),
  (draft, random) =>
    (draft.headers['authorization'] = random.of([
      '',
      'Bearer',
      'Bearer  ',
      'Basic YTpi',
      'Bearer a b',
      `Bearer ${'x'.repeat(9000)}`,
      'bearer ..',
    ])),
  (draft) => void delete draft.headers['authorization'],
]

const addresses: Fault[] = [
  (draft, random) => (draft.method = random.of(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND'])),
  (draft, random) => (draft.path[random.below(draft.path.length)] = random.of(oddPieces)),
  (draft, random) => draft.path.push(random.of(oddPieces)),
  (draft) => draft.path.pop(),
  (draft, random) => (draft.address = random.of(oddAddresses)(pathOf(draft))),
  (draft, random) => draft.query.push([random.of([...poison, 'after', 'box', '', '路']), random.of(oddPieces)]),
  (draft, random) => draft.query.push(...draft.query.map(([name]): [string, string] => [name, random.of(oddPieces)])),
  (draft, random) => (draft.query = draft.query.map(([name]) => [name, random.of(oddPieces)])),
  (draft) => draft.query.push(...draft.query),
]

/** Makes one to three things of the request wrong. */
export function spoil(draft: Draft, random: Random): void {
  for (let left = 1 + random.below(3); left > 0; left--) random.of(random.of([bodies, bodies, heads, addresses]))(draft, random)
}

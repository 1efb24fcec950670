import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import vm from 'node:vm'

import { fromHex, toHex } from './bytes'
import { open, sealKeys } from './seal'
import { readSheet } from './sheet'
import { evaluate, newSecretKey, publicKey, tokenInfo, tokenIsGood } from './token'

/** What a phone does of it. */
const exchange = `
  import { fromHex, toBase64url, toHex } from './bytes'
  import { keyFingerprint, strataDigest, stratumDigest } from './digests'
  import { receiptOf } from './receipt'
  import { seal } from './seal'
  import { writeSheet } from './sheet'
  import { blind, finalize, tokenInfo } from './token'
  export { blind, finalize, fromHex, keyFingerprint, receiptOf, seal, strataDigest, stratumDigest, toBase64url, toHex, tokenInfo, writeSheet }
`

/** Bundled by a process of its own: esbuild wants Node's own realm. */
function bundled(): string {
  const esbuild = path.join(path.dirname(require.resolve('esbuild/package.json')), 'bin/esbuild')
  const options = ['--bundle', '--format=iife', '--global-name=ballot', '--target=es2020', '--loader=ts', '--log-level=error']
  return execFileSync(esbuild, options, { cwd: __dirname, input: exchange, encoding: 'utf8' })
}

test('a phone draws and seals where there is no crypto, Buffer, TextEncoder, URL or eval, and servers and auditors understand it', async () => {
  const bare = vm.createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } })
  const run = (code: string) => vm.runInContext(code, bare) as unknown
  for (const name of ['crypto', 'Buffer', 'TextEncoder', 'TextDecoder', 'URL', 'atob', 'fetch', 'process'])
    expect(run(`typeof ${name}`)).toBe('undefined')
  run(bundled())
  bare['randomHex'] = (length: number) => randomBytes(length).toString('hex')

  const [campaignId, stratumId] = ['c'.repeat(32), '5'.repeat(32)]
  const tokenSecret = newSecretKey(randomBytes)
  const auditors = sealKeys(randomBytes)
  const info = tokenInfo(campaignId, stratumId)
  const begun = run(`
    var random = (length) => ballot.fromHex(randomHex(length))
    var info = ballot.tokenInfo('${campaignId}', '${stratumId}')
    var begun = ballot.blind(random(16), info, ballot.fromHex('${toHex(publicKey(tokenSecret))}'), random)
    ballot.toHex(begun.blinded)
  `)
  const { evaluated, proof } = evaluate(tokenSecret, info, [fromHex(String(begun))])
  const token = run(`
    var token = ballot.finalize(begun, info, ballot.fromHex('${toHex(evaluated[0]!)}'), ballot.fromHex('${toHex(proof)}'))
    ballot.toHex(token.input) + ' ' + ballot.toHex(token.output)
  `)
  const [input, output] = String(token).split(' ').map(fromHex)
  expect(tokenIsGood(tokenSecret, info, { input: input!, output: output! })).toBe(true)

  const sealed = await (run(`
    var sheet = ballot.writeSheet({ watched: 2, units: [{ unit: 3, service: 5, conduct: 4, results: 0, money: 1 }] })
    ballot.seal(ballot.fromHex('${toHex(auditors.publicKey)}'), info, sheet, random).then(ballot.toHex)
  `) as Promise<string>)
  const sheet = await open(auditors.secretKey, info, fromHex(sealed))
  expect(readSheet(sheet!, 4)).toEqual({ watched: 2, units: [{ unit: 3, service: 5, conduct: 4, results: 0, money: 1 }] })
  expect(run(`ballot.receiptOf('${campaignId}', '${stratumId}', ballot.fromHex('${sealed}'))`)).toMatch(/^[0-9a-f]{64}$/)
  const stratum = `{ id: '${stratumId}', county: '北流市', township: '民乐镇', units: [] }`
  expect(run(`ballot.strataDigest([ballot.stratumDigest(${stratum})])`)).toMatch(/^[0-9a-f]{64}$/)
  expect(run(`ballot.keyFingerprint(random(32))`)).toMatch(/^[0-9a-f]{4} /)
})

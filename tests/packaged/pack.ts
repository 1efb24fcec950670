import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { unzipSync } from 'fflate'
import * as z from 'zod/mini'

const root = path.resolve(__dirname, '..', '..')
const inPackages = (...parts: string[]) => path.join(root, 'node_modules', ...parts)

const Resource = z.looseObject({ Type: z.string(), Properties: z._default(z.record(z.string(), z.unknown()), {}) })
const Template = z.looseObject({ Resources: z.record(z.string(), Resource) })
export type Template = z.infer<typeof Template>

/** Nothing of an account, and a proxy that is not there: packaging must ask nobody. */
const alone = (folder: string) => ({
  PATH: process.env['PATH'],
  HOME: folder,
  NODE_NO_WARNINGS: '1',
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
})

/** What `npm run package` makes, in a folder of its own: the functions unpacked, and the template for a region. */
export function pack() {
  const folder = mkdtempSync(path.join(tmpdir(), 'packaged-'))
  const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, env: alone(folder), stdio: 'pipe' })
  const lambdas = path.join(folder, 'lambda')
  run(inPackages('tsx', 'dist', 'cli.mjs'), 'config/lambda.ts', lambdas)
  return {
    /** The CloudFormation template for this region, as text. */
    template: (region: string): string => {
      const target = path.join(folder, region)
      const given = ['--package', target, '--region', region, '--param', `artifacts=${lambdas}`]
      run(inPackages('serverless', 'bin', 'serverless.js'), 'package', ...given)
      return readFileSync(path.join(target, 'cloudformation-template-update-stack.json'), 'utf8')
    },
    /** Unpacks the archive that Lambda gets: its files, and where the handler's module stands now. */
    unpacked: (name: string): { files: Record<string, number>; module: string } => {
      const files = unzipSync(readFileSync(path.join(lambdas, `${name}.zip`)))
      const at = mkdtempSync(path.join(folder, `${name}-`))
      for (const [file, data] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(at, file)), { recursive: true })
        writeFileSync(path.join(at, file), data)
      }
      const sizes = Object.fromEntries(Object.entries(files).map(([file, data]) => [file, data.length]))
      return { files: sizes, module: path.join(at, 'index.mjs') }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export const readTemplate = (text: string): Template => Template.parse(JSON.parse(text))

// tsx config/lambda.ts [FOLDER]: bundles each function of functions/entry into FOLDER/<name>/index.mjs (default dist/lambda)
// and packs it as FOLDER/<name>.zip, which serverless.yml hands to Lambda.
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { build, type Plugin } from 'esbuild'
import { type Zippable, zipSync } from 'fflate'

import { contract } from '../contract/contract'
import { openApi } from '../functions/platform/openapi'

const root = path.resolve(__dirname, '..')
const standIn = (name: string) => path.join(root, 'config', 'lambda-stand-ins', name)

export const lambdas = ['api', 'dispatch', 'clock', 'media', 'draw', 'cast', 'export'] as const
export type LambdaName = (typeof lambdas)[number]
/** The most that each bundle may weigh; cast is asked by everybody in the same days, and starts with little. */
export const bundleMostBytes: Readonly<Record<LambdaName, number>> = {
  ...{ api: 700 * 1024, dispatch: 700 * 1024, clock: 700 * 1024, media: 700 * 1024 },
  ...{ draw: 600 * 1024, cast: 350 * 1024, export: 530 * 1024 },
}

// Packages that are CommonJS call `require` for Node's own modules, and an ES module has none.
const banner = "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);"

/** sharp for Lambda on x86-64, with what it needs at run time, by the paths at which Node looks for it. */
async function sharpFiles(): Promise<Record<string, Buffer>> {
  const packages = ['sharp', '@img/colour', '@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64', 'detect-libc', 'semver']
  const found = packages.map(async (one) => {
    const at = path.join('node_modules', ...one.split('/'))
    if (!existsSync(path.join(root, at))) throw new Error(`${one} is missing: npm install --no-save --os=linux --cpu=x64 sharp`)
    const names = await readdir(path.join(root, at), { recursive: true })
    const files = names.filter((file) => /\.([cm]?js|json|node|so[.\d]*)$/.test(file)).map((file) => path.join(at, file))
    return Promise.all(
      files.map(async (file): Promise<[string, Buffer]> => [file.split(path.sep).join('/'), await readFile(path.join(root, file))]),
    )
  })
  return Object.fromEntries((await Promise.all(found)).flat())
}

/** The document client's own modules for our code, and its commands without them for ElectroDB. */
const documentClient: Plugin = {
  name: 'document-client',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@aws-sdk\/lib-dynamodb$/ }, ({ importer }) => ({
      path: standIn(importer.includes(path.join('node_modules', 'electrodb')) ? 'commands.cjs' : 'lib-dynamodb.mjs'),
    })),
}

/** Bundles one function into `folder`; rejects at an import that cannot be resolved. Resolves to the bundle's bytes. */
export async function bundle(name: LambdaName, folder: string): Promise<number> {
  const outfile = path.join(folder, name, 'index.mjs')
  const { warnings } = await build({
    absWorkingDir: root,
    entryPoints: [path.join('functions', 'entry', `${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // Node's own order prefers CommonJS, of which esbuild can leave nothing out.
    mainFields: ['module', 'main'],
    banner: { js: banner },
    alias: {
      '@aws-sdk/credential-provider-node': standIn('credentials.ts'),
      jsonschema: standIn('jsonschema.ts'),
      electrodb: standIn('electrodb.mjs'),
      '@aws-sdk/endpoint-cache': standIn('endpoint-cache.ts'),
      '@smithy/core/event-streams': standIn('event-streams.ts'),
    },
    plugins: [documentClient],
    legalComments: 'none',
    // Chinese as it is written takes half of what it does escaped.
    charset: 'utf8',
    // A binary: it goes into the package of the function that draws photos anew, and into no bundle.
    external: ['sharp'],
    // For reading the frames in a log; it stays out of the package.
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'error',
  })
  if (warnings.length) throw new Error(`${name}: ${warnings.map(({ text }) => text).join('; ')}`)
  const code = await readFile(outfile)
  // A fixed date and mode: the same code makes the same bytes, and deploying it again changes nothing.
  const options = { mtime: '2000-01-01', os: 3, attrs: 0o100644 << 16, level: 9 } as const
  // The API's description is made here once: what makes it weighs more than it.
  const beside =
    name === 'api' ? { 'openapi.json': Buffer.from(JSON.stringify(openApi(contract))) } : name === 'media' ? await sharpFiles() : {}
  const files = Object.entries({ 'index.mjs': code, ...beside }).map(([file, data]): [string, Zippable[string]] => [file, [data, options]])
  await writeFile(path.join(folder, `${name}.zip`), zipSync(Object.fromEntries(files)))
  return code.length
}

async function main(folder = path.join(root, 'dist', 'lambda')) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const name of lambdas) {
    const bytes = await bundle(name, folder)
    const most = bundleMostBytes[name]
    console.log(`${name}: ${Math.ceil(bytes / 1024)} KB of ${most / 1024} KB`)
    if (bytes > most) process.exitCode = 1
  }
}

if (require.main === module) void main(process.argv[2])

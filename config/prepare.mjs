// Sees to what a fresh clone is missing. Plain Node: it runs before anything is installed.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => path.join(root, ...parts)

const quiet = { ...process.env, NODE_NO_WARNINGS: '1', npm_config_loglevel: 'error' }

/** Installs the packages of package-lock.json if they are missing or older than it. */
export function ensurePackages() {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20) throw new Error(`需要 Node 20 或更新的版本,现在是 ${process.versions.node}`)
  const installed = at('node_modules', '.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return
  console.log('安装依赖 …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    env: quiet,
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('npm ci 没有成功')
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(file)
    else if (!entry.name.includes('.test.')) yield file
  }
}

// Taro's check of its configuration would fetch a schema from GitHub.
const taro = (target) => [at('node_modules', '@tarojs', 'cli', 'bin', 'taro'), 'build', '--no-check', '--type', target]
const phone = { folders: ['src', 'contract', 'ballot', 'config'], files: ['package-lock.json', 'babel.config.js', '.browserslistrc'] }
const vite = [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '-c', at('office', 'vite.config.mts'), '--mode', 'demo']

// What is built here is for this one machine: the phone's pages offer the survey, which a deployed browser build does not.
process.env.DEMO = 'yes'

/** What is built, by what, and from what. */
const targets = {
  h5: { ...phone, run: taro('h5') },
  weapp: { ...phone, run: taro('weapp') },
  office: { folders: ['office', 'contract', 'ballot'], files: ['package-lock.json', 'tsconfig.json'], run: vite },
}

/** A hash of everything that a target is built from. */
function sourceHash({ folders, files }) {
  const hash = createHash('sha256')
  const sources = folders.flatMap((folder) => [...filesBelow(at(folder))])
  for (const file of [...sources, ...files.map((name) => at(name))]) hash.update(path.relative(root, file)).update(readFileSync(file))
  hash.update(JSON.stringify([process.env.API_URL, process.env.SURVEY_KEYS]))
  return hash.digest('hex')
}

/** The command that builds one target, or undefined if what stands in dist/ is of these very sources. */
export function buildNeeded(target) {
  const stamp = at('dist', `${target}.sources`)
  const hash = sourceHash(targets[target])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return undefined
  return {
    command: [process.execPath, ...targets[target].run],
    done: () => {
      mkdirSync(at('dist'), { recursive: true })
      writeFileSync(stamp, hash)
    },
  }
}

const works = (command, ...args) => {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
const chromium = () =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (file) => file && existsSync(file),
  )

async function ownChromium() {
  const { chromium: own } = await import('playwright-core')
  return existsSync(own.executablePath()) ? own.executablePath() : undefined
}

/** The path of a browser for the tests, with a Chinese font beside it: Debian's packages as root, Playwright's own elsewhere. */
export async function ensureBrowser() {
  const hasFont = () => !works('which', 'fc-list') || works('fc-list', ':lang=zh') !== ''
  const missing = [!chromium() && 'chromium', !hasFont() && 'fonts-wqy-microhei'].filter(Boolean)
  if (missing.length && process.getuid?.() === 0 && works('which', 'apt-get')) {
    console.log(`安装测试用的 ${missing.join('、')} …`)
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing, 'fontconfig'], options)
  }
  if (!chromium() && !(await ownChromium())) {
    spawnSync(process.execPath, [at('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], { stdio: 'inherit' })
  }
  const found = chromium() ?? (await ownChromium())
  if (!found) throw new Error('没有浏览器:请安装 Chromium,或用环境变量 CHROMIUM 指出它的路径')
  if (!hasFont()) console.warn('没有中文字体,截图里的字会显示成方块:请安装 fonts-wqy-microhei')
  return found
}

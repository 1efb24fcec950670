import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')

/** All that a build of the office web consists of, as text. */
function built(...options: string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'office-'))
  try {
    const args = [vite, 'build', '-c', path.join(root, 'office', 'vite.config.mts'), '--outDir', folder, '--emptyOutDir', ...options]
    execFileSync(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|css|html)$/.test(name))
    return files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const demo = ['/sandbox', '演示', '挑一个人登录']

it('a deployed office web has no way to sign in as somebody else; the one-machine stack’s has', () => {
  const [deployed, local] = [built(), built('--mode', 'demo')]
  expect(deployed).toContain('登录电脑网页')
  expect(demo.filter((words) => deployed.includes(words))).toEqual([])
  expect(demo.filter((words) => local.includes(words))).toEqual(demo)
})

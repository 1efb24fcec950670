// npm start: installs what is missing, builds what has changed, starts the product on this one machine.
import { spawn } from 'node:child_process'
import path from 'node:path'

import { buildNeeded, ensurePackages, root } from './config/prepare.mjs'

/** Runs a command; its output is kept for the case that it fails, and a line shows that it goes on. */
function build({ command: [program, ...args], done }) {
  return new Promise((resolve, reject) => {
    const began = Date.now()
    const child = spawn(program, args, { cwd: root, env: { ...process.env, NODE_ENV: 'production', NODE_NO_WARNINGS: '1' } })
    const output = []
    const seconds = () => Math.round((Date.now() - began) / 1000)
    const tick = setInterval(() => process.stdout.write(process.stdout.isTTY ? `\r  已用 ${seconds()} 秒` : ''), 1000)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part))
    child.on('close', (code) => {
      clearInterval(tick)
      if (code !== 0) return reject(new Error(`没有编译成功:\n${Buffer.concat(output)}`))
      done()
      console.log(`${process.stdout.isTTY ? '\r' : ''}  用了 ${seconds()} 秒`)
      resolve()
    })
  })
}

try {
  ensurePackages()
  for (const [target, says] of [
    ['h5', '编译手机页面(第一次约一分钟) …'],
    ['office', '编译电脑网页 …'],
  ]) {
    const needed = buildNeeded(target)
    if (!needed) continue
    console.log(says)
    await build(needed)
  }
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const stack = spawn(process.execPath, [tsx, path.join(root, 'functions', 'local', 'main.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  // The terminal sends Ctrl-C to both; the stack closes its database, and this process ends with it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && stack.kill(signal))
  stack.on('close', (code) => process.exit(code ?? 0))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

import { readFileSync } from 'node:fs'
import path from 'node:path'

import { buildSync } from 'esbuild'
import type { Route } from 'playwright-core'

import { compileWxml } from './wxml'
import { wxssToCss } from './wxss'

/** The address under which Chromium knows the mini-program; nothing leaves this process. */
export const origin = 'http://weapp.invalid'

/** Where Chromium finds what WeChat calls `wxfile://`. */
const KEPT = '/wxfile/'

const here = (name: string) => path.join(__dirname, name)
const bundled = new Map<string, string>()

function client(name: string): string {
  const known = bundled.get(name)
  if (known) return known
  const { outputFiles } = buildSync({
    entryPoints: [here(`client/${name}.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  })
  const script = outputFiles[0]!.text
  bundled.set(name, script)
  return script
}

function pageHtml(dist: string, route: string): string {
  const css = readFileSync(here('base.css'), 'utf8') + wxssToCss(dist, 'app.wxss') + wxssToCss(dist, `${route}.wxss`)
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${css}</style>`
  return `<!doctype html><html lang="zh-CN"><head>${head}</head><body><div id="wx-page"></div><script src="/gwx.js"></script><script src="/page.js"></script></body></html>`
}

/** Answers what the view asks for: its shell, its scripts, a page's document, the mini-program's own files and those it keeps. */
export function serveFiles(dist: string, files: ReadonlyMap<string, Buffer>) {
  return async (asked: Route) => {
    const { pathname, searchParams } = new URL(asked.request().url())
    const html = (body: string) => asked.fulfill({ contentType: 'text/html; charset=utf-8', body })
    const script = (body: string) => asked.fulfill({ contentType: 'text/javascript; charset=utf-8', body })
    if (pathname === '/') return html(readFileSync(here('shell.html'), 'utf8'))
    if (pathname === '/page.html') return html(pageHtml(dist, searchParams.get('route') ?? ''))
    if (pathname === '/gwx.js') return script(compileWxml(dist))
    if (pathname === '/page.js') return script(client('page'))
    if (pathname === '/shell.js') return script(client('shell'))
    if (pathname.startsWith(KEPT)) {
      const body = files.get(`wxfile://${pathname.slice(KEPT.length)}`)
      return body ? asked.fulfill({ body }) : asked.fulfill({ status: 404 })
    }
    if (pathname === '/favicon.ico') return asked.fulfill({ status: 204 })
    return asked.fulfill({ path: path.join(dist, path.posix.normalize(decodeURIComponent(pathname))) })
  }
}

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import postcss, { type Root } from 'postcss'

const tags = [
  ...['view', 'text', 'button', 'image', 'input', 'textarea', 'switch', 'scroll-view', 'form', 'label', 'picker', 'swiper', 'swiper-item'],
  ...['navigator', 'checkbox', 'radio', 'checkbox-group', 'radio-group', 'rich-text', 'slider', 'icon', 'progress', 'cover-view'],
]
const tagName = new RegExp(`(^|[\\s>+~,(])(${tags.join('|')})(?![\\w-])`, 'g')
const pageName = /(^|[\s>+~,])page(?![\w-])/g

const inKeyframes = (parent: unknown) =>
  typeof parent === 'object' && parent !== null && 'name' in parent && /keyframes$/.test(String(parent.name))

function toCss(root: Root): string {
  root.walkRules((rule) => {
    if (inKeyframes(rule.parent)) return
    // WeChat does not promise that :root is anything; what is to hold for all is said of `page`.
    const meant = rule.selectors.filter((selector) => !selector.includes(':root'))
    if (meant.length === 0) rule.remove()
    else rule.selector = meant.join(',').replace(pageName, '$1#wx-page').replace(tagName, '$1wx-$2')
  })
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(/(-?[\d.]+)rpx/g, (_, amount: string) => `calc(${amount} * var(--rpx))`)
  })
  return root.toString()
}

/** A style sheet of the mini-program as Chromium reads it, with all that it imports; empty if there is none. */
export function wxssToCss(dist: string, file: string, seen = new Set<string>()): string {
  const full = path.join(dist, file)
  if (seen.has(full) || !existsSync(full)) return ''
  seen.add(full)
  const root = postcss.parse(readFileSync(full, 'utf8'))
  const imported: string[] = []
  root.walkAtRules('import', (rule) => {
    const name = rule.params.replace(/["']/g, '')
    imported.push(wxssToCss(dist, name.startsWith('/') ? name : path.join(path.dirname(file), name), seen))
    rule.remove()
  })
  return imported.join('') + toCss(root)
}

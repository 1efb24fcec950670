import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Titles = { navigationBarTitleText?: string; navigationStyle?: string }
type AppJson = { pages: string[]; subPackages?: { root: string; pages: string[] }[]; window?: Titles }

const json = (file: string) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

/** What app.json says: every page's route, main package first. */
export function manifest(dist: string): { pages: string[]; packages: string[] } {
  const { pages, subPackages = [] }: AppJson = json(path.join(dist, 'app.json'))
  const inner = subPackages.flatMap(({ root, pages: own }) => own.map((page) => path.posix.join(root, page)))
  return { pages: [...pages, ...inner], packages: subPackages.map(({ root }) => root.replace(/\/$/, '')) }
}

/** The title above a page, and whether the page paints its own bar instead. */
export function barOf(dist: string, route: string): { title: string; custom: boolean } {
  const { window = {} }: AppJson = json(path.join(dist, 'app.json'))
  const titles: Titles = { ...window, ...json(path.join(dist, `${route}.json`)) }
  return { title: titles.navigationBarTitleText ?? '', custom: titles.navigationStyle === 'custom' }
}

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import ts from 'typescript'

/** A place in functions/ from which the database, WeChat, the text messages' provider or the bucket is asked. */
export type SourceSite = { file: string; from: number; to: number; text: string }

const functions = path.resolve(__dirname, '..', '..', 'functions')
const isProduct = (file: string) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file) && !file.startsWith('local/')

/** `….go()` of an entity, `client.send(…)`, `fetch(…)`. */
function asksOutside(call: ts.CallExpression): boolean {
  const { expression } = call
  if (ts.isIdentifier(expression)) return expression.text === 'fetch'
  if (!ts.isPropertyAccessExpression(expression)) return false
  const { name, expression: on } = expression
  return name.text === 'go' || (name.text === 'send' && /(^|\.)client$/.test(on.getText()))
}

function sitesIn(file: string): SourceSite[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(functions, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1
  const found: SourceSite[] = []
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && asksOutside(node))
      found.push({ file, from: lineOf(node.getStart()), to: lineOf(node.getEnd()), text: node.getText().replace(/\s+/g, ' ') })
    node.forEachChild(look)
  }
  look(source)
  return found
}

/** Every call site of the product's own source, by its syntax: what a journey has to reach. */
export const sourceSites: readonly SourceSite[] = readdirSync(functions, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter(isProduct)
  .sort()
  .flatMap(sitesIn)

/** The site that holds this place of the source; undefined where no call of one of the known forms stands there. */
export const siteAt = (file: string, line: number): SourceSite | undefined =>
  sourceSites.find((site) => site.file === file && site.from <= line && line <= site.to)

/** How a site is written down: `ticket/store.ts:154`. */
export const placeOf = ({ file, from }: SourceSite) => `${file}:${from}`

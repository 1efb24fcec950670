import { framesIn, type Stack } from './frames'
import type { Site } from './kinds'
import { placeOf, siteAt } from './source-sites'

/** A call that comes from a place which is no known call site: the search in source-sites.ts has to learn its form. */
const unknown = (file: string, line: number) => `${file}:${line} is no call site of the source`

/** The site of a call by the stack where it was made; undefined where it does not come from the product. */
export function siteOf(stack: Stack | undefined, asked: string, about: Pick<Site, 'to' | 'writes' | 'versioned'>): Site | undefined {
  const [first, ...rest] = stack ? framesIn(stack) : []
  if (!first || first.file.startsWith('local/')) return undefined
  const source = siteAt(first.file, first.line)
  const place = source ? placeOf(source) : unknown(first.file, first.line)
  const unit = `${asked} from ${place}`
  const way = rest.map(({ file, line }) => `${file}:${line}`).join(' < ')
  return { place, text: source?.text ?? '', unit, name: way ? `${unit} < ${way}` : unit, ...about }
}

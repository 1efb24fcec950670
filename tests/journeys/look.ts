import axe from 'axe-core'
import type { Page } from 'playwright-core'

import type { Phone } from './phone'

/** WeChat's largest letters as elder mode follows them; see sizes() of src/design/page.tsx. */
const LARGEST = '--text: 30px; --text-small: 24px; --text-large: 32px'
const SMALLEST = { plain: 48, large: 60 } as const
export type Size = keyof typeof SMALLEST

/** Draws the screen in front in elder mode's largest letters, or as it was. */
export async function enlarge({ page }: Pick<Phone, 'page'>, large: boolean) {
  await page.evaluate(
    ([on, sizes]) => {
      for (const one of document.querySelectorAll<HTMLElement>('.page')) {
        one.dataset['was'] ??= `${one.classList.contains('elder')} ${one.style.cssText}`
        const [elder, ...style] = one.dataset['was'].split(' ')
        one.classList.toggle('elder', on || elder === 'true')
        one.style.cssText = on ? sizes : style.join(' ')
      }
    },
    [large, LARGEST] as const,
  )
  await page.waitForTimeout(50)
}

/** What is too small for a thumb, or runs out of its place, on the screen in front. */
const badlyPlaced = (page: Page, least: number) =>
  page.evaluate((smallest) => {
    const seen = (element: Element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
    const called = (element: Element) =>
      element.getAttribute('aria-label') ?? (element.textContent ?? '').replace(/\s+/g, ' ').slice(0, 30) ?? element.className
    const complaints: string[] = []
    for (const control of document.querySelectorAll('[role=button], [role=radio], [role=tab], [role=switch]')) {
      if (!seen(control)) continue
      const { width, height } = control.getBoundingClientRect()
      if (Math.round(height) < smallest) complaints.push(`${called(control)} is ${Math.round(height)} high`)
      if (Math.round(width) < 44) complaints.push(`${called(control)} is ${Math.round(width)} wide`)
    }
    for (const element of document.querySelectorAll('.page *')) {
      if (!seen(element) || element.closest('.parts')) continue
      const { left, right, width } = element.getBoundingClientRect()
      if (width > 0 && (right > innerWidth + 1 || left < -20)) complaints.push(`${called(element)} runs out of the screen`)
      const cut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible'
      if (cut && !element.matches('textarea, input, .page-note, .page-title')) complaints.push(`${called(element)} is cut off`)
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) complaints.push('the screen can be pushed aside')
    return [...new Set(complaints)]
  }, least)

type Found = { violations: { id: string; impact?: string | null; nodes: { target: unknown; failureSummary?: string }[] }[] }

/** What keeps a person who listens, or sees little contrast, from using the screen in front: axe's serious and critical findings. */
async function unheard(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (where: object, how: object) => Promise<Found> } }).axe.run(document, {
      resultTypes: ['violations'],
    }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id} ${String(target)}: ${failureSummary.replace(/\s+/g, ' ')}`),
    )
}

/** Everything that is wrong with the screen in front, at this size. */
export async function faults({ page }: Pick<Phone, 'page'>, size: Size): Promise<string[]> {
  // tsx names functions by a helper of its own, which the page does not have.
  await page.evaluate('globalThis.__name ??= (it) => it')
  return [...(await badlyPlaced(page, SMALLEST[size])), ...(await unheard(page))]
}

import type { Desktop } from './desktop'

/** What is filled in, by what the field is called; `unit` is chosen from the list. */
type Filled = { unit?: string; reason?: string; texts?: Readonly<Record<string, string>> }

const lineOf = ({ page }: Desktop, words: string) => page.getByRole('row', { name: words })

/** Opens a part of a box, read anew. */
export async function opensBox(desktop: Desktop, box: string, part = 'open') {
  await desktop.open(`letters?box=${box}&part=${part}`)
  await desktop.tap('刷新')
}

/** What the line of a ticket says. Waits for it. */
export async function lineIn(desktop: Desktop, words: string): Promise<string> {
  await desktop.see(words)
  return lineOf(desktop, words).innerText()
}

/** Opens the ticket whose line holds these words. */
export async function opensLetter(desktop: Desktop, box: string, words: string, part?: string) {
  await opensBox(desktop, box, part)
  await desktop.see(words)
  await lineOf(desktop, words).getByRole('link').click()
  await desktop.see('办理经过')
}

/** Does what `name` offers: fills in its form, which is called `title`, and presses `send`. */
export async function does(desktop: Desktop, name: string, title: string, send: string, { unit, reason, texts = {} }: Filled = {}) {
  await desktop.tap(name)
  if (unit) await desktop.pick('单位', unit)
  if (reason) await desktop.choose(reason)
  for (const [label, text] of Object.entries(texts)) await desktop.type(label, text)
  const form = desktop.page.getByRole('form', { name: title })
  await form.getByRole('button', { name: send, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

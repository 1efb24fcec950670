import { until } from './until'
import type { View } from './view/view'

/** Up to this many letters are typed one by one, the logic answering each; more are put in at once, as by pasting. */
const SLOWLY = 40

type Purpose = 'tap' | 'type'

/** A person's fingers and eyes on the painted mini-program: real clicks and keys in Chromium. */
export function fingers(view: View, limitMs: number) {
  /** The element that is meant by `name`; undefined while it is not there. */
  async function reach(name: string, purpose: Purpose, nth?: number) {
    for (const frame of await view.front()) {
      const found = await frame.evaluateHandle(([words, use, which]) => window.weappFind(words, use, which), [name, purpose, nth] as const)
      const element = (await found.getProperty('element')).asElement()
      if (element) return element
      const count = await found.evaluate((result) => result.count)
      if (count > 1) throw new Error(`${count} things are called so; say which by its number`)
    }
    throw new Error('it is not there')
  }

  return {
    tap: (name: string, nth?: number) =>
      until(async () => {
        await view.painted()
        const element = await reach(name, 'tap', nth)
        await element.click({ timeout: 2000 })
        return true
      }, limitMs),
    async type(name: string, text: string, nth?: number) {
      const field = await until(async () => {
        await view.painted()
        return reach(name, 'type', nth)
      }, limitMs)
      await field.click({ timeout: limitMs })
      await field.press('ControlOrMeta+a')
      await field.press('Delete')
      await view.answered()
      if (text.length > SLOWLY) await view.tab.keyboard.insertText(text)
      else {
        for (const letter of text) {
          await field.type(letter)
          await view.answered()
        }
      }
      await view.answered()
    },
    see: (text: string, wanted: boolean) =>
      until(async () => {
        await view.painted()
        const seen = (await view.text()).replace(/\s+/g, '').includes(text.replace(/\s+/g, ''))
        if (seen !== wanted) throw new Error(wanted ? 'it is not to be seen' : 'it is still to be seen')
        return true
      }, limitMs),
  }
}

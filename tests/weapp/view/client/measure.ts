import { attributesOf } from './events'

/** One question of a selector query. An empty selector asks about the viewport. */
export type Asked = { selector: string; all: boolean; fields: ('rect' | 'scroll' | 'id' | 'dataset')[] }

function facts(element: Element, { fields }: Asked): object {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
  const data = Object.entries(attributesOf(element)).filter(([name]) => name.startsWith('data-'))
  return {
    ...(fields.includes('id') ? { id: element.id } : {}),
    ...(fields.includes('dataset') ? { dataset: Object.fromEntries(data.map(([name, value]) => [name.slice(5), value])) } : {}),
    ...(fields.includes('rect') ? { left, right, top, bottom, width, height } : {}),
    ...(fields.includes('scroll')
      ? { scrollTop: element.scrollTop, scrollLeft: element.scrollLeft, scrollHeight: element.scrollHeight }
      : {}),
  }
}

/** Where things stand on the screen; null for what is not there. */
export function measure(asked: Asked[]): unknown[] {
  return asked.map((question) => {
    if (!question.selector) return facts(document.documentElement, question)
    const found = [...document.querySelectorAll(question.selector)].map((element) => facts(element, question))
    return question.all ? found : (found[0] ?? null)
  })
}

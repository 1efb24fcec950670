import { control, isControl } from './control'
import { dress } from './dress'
import { bind } from './events'

export type Attributes = Record<string, unknown>
export type WxNode = { tag: string; attr?: Attributes; children?: WxChild[] }
export type WxChild = WxNode | string | number

/** Taro goes on in a component where a template would nest too deeply for WeChat. */
const inComponents: Record<string, string> = { 'wx-comp': 'comp.wxml', 'wx-custom-wrapper': 'custom-wrapper.wxml' }

function expand(node: WxNode): WxNode {
  const file = inComponents[node.tag]
  const { i, l, c } = node.attr ?? {}
  const template = file && (window.$gwx(file) ?? window.$gwx(`./${file}`))
  return template ? { ...node, children: template({ i, l, c }, {}, {}).children } : node
}

/** The children without the wrappers that wx:for and wx:if leave in the tree. */
const flat = (children: WxChild[] = []): WxChild[] =>
  children.flatMap((child) => (typeof child === 'object' && child.tag === 'virtual' ? flat(child.children) : [child]))

const idOf = (node: WxNode) => String(node.attr?.id ?? '')

function paintNode(element: HTMLElement, node: WxNode) {
  const attributes = node.attr ?? {}
  bind(element, attributes)
  dress(element, attributes)
  if (isControl(element)) control(element, attributes)
  else paintChildren(element, expand(node).children)
}

/** Makes the children of `parent` those of the new tree; an element with the same id stays the same element. */
export function paintChildren(parent: HTMLElement, wanted: WxChild[] | undefined) {
  const children = flat(wanted)
  const ids = new Set(children.map((child) => (typeof child === 'object' ? idOf(child) : '')))
  const kept = new Map<string, HTMLElement>()
  for (const element of [...parent.children] as HTMLElement[]) {
    if (element.id && ids.has(element.id)) kept.set(element.id, element)
    else if (element.id) element.remove()
  }
  let at: ChildNode | null = parent.firstChild
  for (const child of children) {
    if (typeof child !== 'object') {
      if (at instanceof Text) {
        if (at.data !== String(child)) at.data = String(child)
        at = at.nextSibling
      } else parent.insertBefore(document.createTextNode(String(child)), at)
      continue
    }
    const known = kept.get(idOf(child)) ?? (at instanceof HTMLElement && !at.id ? at : undefined)
    const element = known?.localName === child.tag ? known : document.createElement(child.tag)
    if (element === at) at = at.nextSibling
    else parent.insertBefore(element, at)
    paintNode(element, child)
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling
    at.remove()
    at = next
  }
}

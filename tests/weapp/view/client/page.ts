import { setAt } from '../../path'
import { find, text } from './find'
import { measure } from './measure'
import { paintChildren } from './paint'
import { unspoken } from './unspoken'
import { listenToScrolling, listenToTaps } from './taps'

// One page of the mini-program: its own document, as in WeChat each page is a web view of its own.
let route = ''
let data: Record<string, unknown> = {}

function paint() {
  const template = window.$gwx(`${route}.wxml`) ?? window.$gwx(`./${route}.wxml`)
  if (!template) throw new Error(`${route}.wxml is not compiled`)
  paintChildren(document.getElementById('wx-page')!, template(data, {}, {}).children)
}

window.weappPage = {
  start(opened, json) {
    route = opened
    data = JSON.parse(json)
    paint()
  },
  patch(json) {
    for (const [path, value] of Object.entries(JSON.parse(json))) setAt(data, path, value)
    paint()
  },
  measure,
  unspoken,
  scroll(to) {
    if (typeof to === 'number') document.documentElement.scrollTo({ top: to })
    else document.querySelector(to)?.scrollIntoView()
  },
}
window.weappFind = find
window.weappText = text
listenToTaps()
listenToScrolling()

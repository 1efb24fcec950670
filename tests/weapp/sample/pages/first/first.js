/* global Page, getApp, global, wx */
const gone = ['window', 'document', 'fetch', 'URL', 'AbortController', 'crypto', 'TextEncoder', 'queueMicrotask', 'Intl']

Page({
  data: {
    greeting: '你好',
    log: '',
    name: '',
    words: '',
    secret: true,
    count: 0,
    items: [
      { id: 'a', name: '甲' },
      { id: 'b', name: '乙' },
    ],
  },
  onLoad(query) {
    this.say(`打开 ${JSON.stringify(query)} ${JSON.stringify(getApp().launched)}`)
  },
  say(text) {
    this.setData({ log: text })
  },
  more(event) {
    this.setData({ count: this.data.count + event.currentTarget.dataset.by, greeting: `数到 ${this.data.count + 1}` })
  },
  outer() {
    this.say(`${this.data.log} 外`)
  },
  inner() {
    this.say('里')
  },
  caught() {
    this.say('截')
  },
  named(event) {
    const name = event.detail.value.trim()
    this.setData({ name, log: `叫 ${name}` })
  },
  worded(event) {
    this.say(`写 ${event.detail.value}`)
  },
  turned(event) {
    this.say(`保密 ${event.detail.value}`)
  },
  phone(event) {
    this.say(`${event.detail.errMsg} ${event.detail.code}`)
  },
  ask() {
    wx.request({
      url: 'http://127.0.0.1:8080/echo?a=1',
      method: 'POST',
      header: { authorization: 'Bearer x' },
      data: { text: '话' },
      success: (reply) => this.say(`答 ${reply.statusCode} ${JSON.stringify(reply.data)} ${reply.data instanceof Object}`),
      fail: (error) => this.say(error.errMsg),
    })
  },
  elsewhere() {
    wx.request({ url: 'http://other.example/', fail: (error) => this.say(error.errMsg) })
  },
  remind() {
    wx.requestSubscribeMessage({
      tmplIds: ['one'],
      success: (answer) => this.say(`提醒 ${answer.one}`),
      fail: (error) => this.say(error.errMsg),
    })
  },
  remindLate() {
    wx.login({ complete: () => this.remind() })
  },
  sure() {
    wx.showModal({ title: '真的吗', success: ({ confirm }) => this.say(confirm ? '真的' : '算了') })
  },
  measure() {
    wx.createSelectorQuery()
      .select('#head')
      .boundingClientRect()
      .exec(([head]) => this.say(`宽 ${Math.round(head.width)}`))
  },
  next() {
    wx.navigateTo({ url: '/inner/second/second?n=%E4%B8%80' })
  },
  scan() {
    wx.scanCode({ success: ({ result }) => this.say(result), fail: ({ errMsg }) => this.say(errMsg) })
  },
  fail() {
    throw new Error('坏了')
  },
  look() {
    const eval_ = (() => {
      try {
        return Function('return 1')()
      } catch {
        return 'no eval'
      }
    })()
    this.say(`${gone.filter((name) => typeof global[name] !== 'undefined').join() || 'bare'} ${eval_}`)
  },
  drop(event) {
    this.setData({ items: this.data.items.filter(({ id }) => id !== event.currentTarget.dataset.id) })
  },
})

/* global Page */
Page({
  data: { n: '' },
  onLoad({ n }) {
    this.setData({ n: decodeURIComponent(n) })
  },
})

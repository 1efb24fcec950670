/* global App, wx */
App({
  onLaunch(options) {
    this.launched = options.query
  },
  onShow() {
    wx.setStorageSync('shown', (wx.getStorageSync('shown') || 0) + 1)
  },
})

/** 微信同声传译 reads aloud; an account has to add the plugin before a program may declare it. */
const speech = { WechatSI: { version: '0.3.6', provider: 'wx069ba97219f66d99' } }

export default defineAppConfig({
  pages: ['pages/home/screen', 'pages/tickets/screen', 'pages/family/screen', 'pages/inbox/screen'],
  subPackages: [
    { root: 'villager', pages: ['tie/screen', 'ticket-new/screen', 'ticket/screen'] },
    { root: 'survey', pages: ['start/screen', 'fill/screen', 'results/screen'] },
    {
      root: 'cadre',
      pages: [
        'home/screen',
        'letters/screen',
        'letter/screen',
        'households/screen',
        'me/screen',
        'requests/screen',
        'proxy/screen',
        'box/screen',
        'staff-tie/screen',
        'desktop-sign-in/screen',
      ],
    },
  ],
  ...(process.env.SPEECH_PLUGIN === 'yes' && { plugins: speech }),
  lazyCodeLoading: 'requiredComponents',
  animation: false,
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '进农家',
    navigationBarBackgroundColor: '#f6f3ea',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f3ea',
  },
})

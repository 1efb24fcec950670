export default defineAppConfig({
  pages: ['pages/home/screen', 'pages/tickets/screen', 'pages/family/screen', 'pages/inbox/screen'],
  subPackages: [
    { root: 'villager', pages: ['tie/screen', 'ticket-new/screen', 'ticket/screen'] },
    {
      root: 'cadre',
      pages: [
        'letters/screen',
        'letter/screen',
        'households/screen',
        'me/screen',
        'requests/screen',
        'staff-tie/screen',
        'desktop-sign-in/screen',
      ],
    },
  ],
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

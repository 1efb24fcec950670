export default defineAppConfig({
  pages: ['pages/home/screen'],
  window: {
    navigationBarTitleText: '进农家',
    navigationBarBackgroundColor: '#f6f3ea',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f6f3ea',
  },
})

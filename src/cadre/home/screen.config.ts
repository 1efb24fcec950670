export default definePageConfig({ navigationBarTitleText: '我的进农家' })

export default definePageConfig({ navigationBarTitleText: '进农家' })

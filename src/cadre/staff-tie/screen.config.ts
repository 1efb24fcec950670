export default definePageConfig({ navigationBarTitleText: '我是干部' })

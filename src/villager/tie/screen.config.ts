export default definePageConfig({ navigationBarTitleText: '认服务卡' })

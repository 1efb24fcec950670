export default definePageConfig({ navigationBarTitleText: '帮村民写' })

export default definePageConfig({ navigationBarTitleText: '万名群众评机关' })

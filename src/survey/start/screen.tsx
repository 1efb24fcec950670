import { Page } from '../../design/page'
import { Empty, Loading, Trouble } from '../../design/standing'
import { InTheBox } from './done'
import { More } from './more'
import { Ready } from './ready'
import { useStart } from './use-start'

const notHere = {
  browser: ['请用微信小程序评议', '网页上不办评议:网页每次打开都可能不一样,没法保证您的票封得牢。也可以填纸质问卷,或者打电话评。'],
  oldPhone: ['这部手机封不了票', '手机系统太旧了。请填纸质问卷,或者打电话评,一样算数。'],
  oldRelease: ['请更新小程序', '这个版本的小程序还办不了这次评议。关掉微信再打开,就会更新。'],
} as const

export default function StartScreen() {
  const start = useStart()
  if (start.stands === 'ready') return <Ready {...start} />
  if (start.stands === 'done') return <InTheBox {...start} />
  return (
    <Page title="万名群众评机关" back>
      {start.stands === 'loading' && <Loading />}
      {start.stands === 'trouble' && <Trouble says={start.says} again={start.again} />}
      {start.stands === 'notHere' && (
        <>
          <Empty icon="box" title={notHere[start.because][0]}>
            {notHere[start.because][1]}
          </Empty>
          <More />
        </>
      )}
    </Page>
  )
}

import { Button } from '../../design/button'
import { Page } from '../../design/page'
import { Loading, Note, Trouble } from '../../design/standing'
import { swap } from '../../ways'
import { Done } from './done'
import { Pages } from './pages'
import { Sending } from './sending'
import { useFill } from './use-fill'

const TITLE = '万名群众评机关'

export default function FillScreen() {
  const fill = useFill()
  switch (fill.stands) {
    case 'loading':
      return (
        <Page title={TITLE} back>
          <Loading />
        </Page>
      )
    case 'trouble':
      return (
        <Page title={TITLE} back>
          <Trouble says={fill.says} again={fill.again} />
        </Page>
      )
    case 'nothing':
      return (
        <Page title={TITLE} back foot={<Button onPress={() => swap('survey/start')}>回评议首页</Button>}>
          <Note>{fill.says}</Note>
        </Page>
      )
    case 'filling':
      return <Pages {...fill} />
    case 'sending':
      return <Sending {...fill} />
    case 'done':
      return <Done receipt={fill.receipt} />
  }
}

import { Loading, Note, Trouble } from '../../design/standing'
import { useElder } from '../../design/elder'
import { Page } from '../../design/page'
import { VillagerTabs } from '../villager-tabs'
import { Complaints } from './complaints'
import { ElderHome } from './elder-home'
import { PlainHome } from './plain-home'
import { useHomeScreen } from './use-home'
import { Welcome } from './welcome'

export default function HomeScreen() {
  const { view, survey, old, again, look, choosingLine, chooseLine } = useHomeScreen()
  const { elder } = useElder()
  if (view.stands === 'welcome')
    return (
      <Page title="进农家">
        <Welcome waitingSince={view.waitingSince} look={look} />
      </Page>
    )
  if (view.stands !== 'home')
    return <Page title="进农家">{view.stands === 'failed' ? <Trouble says={view.says} again={again} /> : <Loading />}</Page>
  const { home } = view
  const Home = elder ? ElderHome : PlainHome
  return (
    <Page title="进农家" note={elder ? '大字版' : `${home.township} ${home.village}`} tabs={<VillagerTabs current="home" />}>
      {old && <Note>{old}</Note>}
      <Home {...view} survey={survey} complain={() => chooseLine(true)} />
      {choosingLine && <Complaints lines={home.complaintLines} onClose={() => chooseLine(false)} />}
    </Page>
  )
}

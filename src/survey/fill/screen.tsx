import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Page } from '../../design/page'
import { Loading, Note, Trouble } from '../../design/standing'
import { back, swap } from '../../ways'
import { isSaid, pageOf, pagesOf, saidOf } from '../answers'
import { Done } from './done'
import './screen.css'
import { SealedNote } from './sealed-note'
import { Sending } from './sending'
import { Summary } from './summary'
import { UnitPage } from './unit-page'
import { type Filling, useFill } from './use-fill'
import { WatchedPage } from './watched-page'

const TITLE = '万名群众评机关'

const Progress = ({ done, of }: { done: number; of: number }) => (
  <View className="fill-progress">
    <View className="fill-progress-done" style={{ width: `${Math.round((100 * done) / of)}%` }} />
  </View>
)

/** Two ways on: without an answer, and with it. */
const Foot = ({ skip, next }: { skip: () => void; next?: () => void }) => (
  <View className="fill-foot">
    <View className="fill-foot-half">
      <Button tone="line" onPress={skip}>
        不了解,跳过
      </Button>
    </View>
    <View className="fill-foot-half">
      <Button onPress={next ?? skip}>下一个</Button>
    </View>
  </View>
)

function Pages({ paper, filled, goTo, say, skip, watched, send }: Filling) {
  const page = pageOf(filled)
  const before = filled.page > 0 ? () => goTo(filled.page - 1) : back
  const unit = page.of === 'unit' && paper.stratum.units.find(({ id }) => id === page.unitId)
  if (page.of === 'unit' && unit) {
    const said = saidOf(filled, unit.id)
    return (
      <Page
        title={TITLE}
        note={`${page.nth} / ${pagesOf(filled)}`}
        back={before}
        foot={<Foot skip={() => skip(unit.id)} next={isSaid(said) ? () => goTo(filled.page + 1) : undefined} />}
      >
        <Progress done={page.nth} of={pagesOf(filled)} />
        <UnitPage unit={unit} questions={paper.questions} said={said} onSay={(answer) => say(unit.id, answer)} />
        <SealedNote />
      </Page>
    )
  }
  if (page.of === 'watched')
    return (
      <Page
        title={TITLE}
        note={`${pagesOf(filled)} / ${pagesOf(filled)}`}
        back={before}
        foot={<Button onPress={() => goTo(filled.page + 1)}>{filled.watched ? '看一遍' : '不回答,看一遍'}</Button>}
      >
        <Progress done={pagesOf(filled)} of={pagesOf(filled)} />
        <WatchedPage questions={paper.questions} value={filled.watched} onSay={watched} />
        <SealedNote />
      </Page>
    )
  return (
    <Page title={TITLE} back={before} foot={<Button onPress={send}>投进票箱</Button>}>
      <Summary paper={paper} filled={filled} onOpen={goTo} />
      <SealedNote />
    </Page>
  )
}

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

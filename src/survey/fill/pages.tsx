import { View } from '@tarojs/components'

import { Button } from '../../design/button'
import { Page } from '../../design/page'
import { Note } from '../../design/standing'
import { back } from '../../ways'
import { isSaid, pageOf, pagesOf, saidOf } from '../answers'
import './screen.css'
import { SealedNote } from './sealed-note'
import { Summary } from './summary'
import { UnitPage } from './unit-page'
import type { Filling } from './use-fill'
import { WatchedPage } from './watched-page'

const TITLE = '万名群众评机关'

const Progress = ({ done, of }: { done: number; of: number }) => (
  <View className="fill-progress">
    <View className="fill-progress-done" style={{ width: `${Math.round((100 * done) / of)}%` }} />
  </View>
)

/** Two ways on: without an answer, and with it. */
const Foot = ({ skip, next, words }: { skip: () => void; next: () => void; words: string }) => (
  <View className="fill-foot">
    <View className="fill-foot-half">
      <Button tone="plain" onPress={skip}>
        不了解,跳过
      </Button>
    </View>
    <View className="fill-foot-half">
      <Button onPress={next}>{words}</Button>
    </View>
  </View>
)

/** The open page: a unit's, the last question's, or the summary. */
export function Pages({ paper, filled, mending, says, demo, goTo, mend, next, say, skip, watched, send }: Filling) {
  const page = pageOf(filled)
  const pages = pagesOf(filled)
  const before = mending ? next : filled.page > 0 ? () => goTo(filled.page - 1) : back
  const unit = page.of === 'unit' && paper.stratum.units.find(({ id }) => id === page.unitId)
  if (page.of === 'unit' && unit) {
    const said = saidOf(filled, unit.id)
    return (
      <Page
        title={TITLE}
        note={`${page.nth} / ${pages}`}
        back={before}
        foot={<Foot skip={() => skip(unit.id)} next={isSaid(said) ? next : () => skip(unit.id)} words={mending ? '改好了' : '下一个'} />}
      >
        <Progress done={page.nth} of={pages} />
        <UnitPage unit={unit} questions={paper.questions} said={said} onSay={(answer) => say(unit.id, answer)} />
        <SealedNote />
      </Page>
    )
  }
  if (page.of === 'watched')
    return (
      <Page
        title={TITLE}
        note={`${pages} / ${pages}`}
        back={before}
        foot={<Button onPress={next}>{filled.watched ? '看一遍' : '不回答,看一遍'}</Button>}
      >
        <Progress done={pages} of={pages} />
        <WatchedPage questions={paper.questions} value={filled.watched} onSay={watched} />
        <SealedNote />
      </Page>
    )
  return (
    <Page title={TITLE} back={before} foot={<Button onPress={send}>投进票箱</Button>}>
      {says && <Note tone="seal">{says}</Note>}
      {demo && <Note>这是演示:钥匙由这台电脑提供,票也只投在这台电脑里。</Note>}
      <Summary paper={paper} filled={filled} onOpen={mend} />
      <SealedNote />
    </Page>
  )
}

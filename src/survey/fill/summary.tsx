import { View } from '@tarojs/components'

import { ratedQuestions, type BallotPaper } from '../../../contract/survey'
import { Card } from '../../design/card'
import { faceWord } from '../../design/faces'
import { Onward, Row } from '../../design/row'
import { type Filled, isSaid, type Said, saidOf } from '../answers'

const short = { service: '办事', conduct: '作风', results: '办成' } as const

/** What was said of a unit, in few words. */
function inShort(said: Said): string {
  if (!isSaid(said)) return '不了解,没有评'
  const levels = ratedQuestions.map((question) => `${short[question]}${said[question] ? faceWord(said[question]) : '没评'}`)
  const money = said.money === 'yes' ? ['收过钱物'] : said.money === 'no' ? ['没收钱物'] : []
  return [...levels, ...money].join(' · ')
}

const watchedWords = { nobody: '没有人在旁边', helped: '有人帮我点', watched: '有人在旁边看' } as const

type Props = { paper: BallotPaper; filled: Filled; onOpen: (page: number) => void }

/** All that was filled in, once more before it goes into the box; each line leads back to its page. */
export const Summary = ({ paper, filled, onOpen }: Props) => (
  <>
    <View className="h2">再看一遍</View>
    <View className="soft stack-item">想改哪一个,就点哪一个。投进去以后就不能改了。</View>
    <Card>
      {filled.order.map((unitId, nth) => {
        const unit = paper.stratum.units.find(({ id }) => id === unitId)
        if (!unit) return null
        const said = inShort(saidOf(filled, unitId))
        return (
          <Row key={unitId} title={unit.name} small={said} label={`${unit.name},${said},改`} end={<Onward />} onPress={() => onOpen(nth)} />
        )
      })}
      <Row
        title="填的时候"
        small={filled.watched ? watchedWords[filled.watched] : '没有回答'}
        label={`填的时候,${filled.watched ? watchedWords[filled.watched] : '没有回答'},改`}
        end={<Onward />}
        onPress={() => onOpen(filled.order.length)}
      />
    </Card>
  </>
)

import { View } from '@tarojs/components'

import type { BallotPaper } from '../../../contract/survey'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import type { IconName } from '../../design/icon'
import { Page } from '../../design/page'
import { ReadAloud } from '../../design/read-aloud'
import { Row } from '../../design/row'
import { Empty, Note } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { before } from '../../design/when'
import { whyNot } from '../why-not'
import { Mine } from './mine'
import { More } from './more'
import type { Start } from './use-start'

const promises: readonly (readonly [IconName, string, string])[] = [
  ['pen', '您来打分', '一个单位一页,点笑脸就行。不了解的可以跳过。'],
  ['box', '没人知道您选了什么', '答案在手机里封好才送出,干部、单位、管理员都打不开。'],
  ['clock', '不用一次填完', '放下手机再打开,从上次的地方接着填。'],
]

const invitation = ({ stratum, drawsUntil }: BallotPaper, now: number) =>
  `抽签抽中了您家。请给和${stratum.township}打交道的 ${stratum.units.length} 个单位打分,${before(drawsUntil, now)}投就行。`

const Promises = () => (
  <Card>
    {promises.map(([icon, title, small]) => (
      <Row key={title} icon={icon} title={title} small={small} />
    ))}
  </Card>
)

const begins = { new: '开始评', begun: '接着评', sealed: '接着投进票箱' } as const

/** The invitation, or why there is none now. */
export function Ready({ survey, standing, begin, refused, old, demo }: Extract<Start, { stands: 'ready' }>) {
  const { paper, campaign, why, mine } = survey
  const now = useNow()
  const said = paper && begin ? [invitation(paper, now), ...promises.map(([, title, small]) => `${title}。${small}`)].join('') : undefined
  return (
    <Page
      title="万名群众评机关"
      note={said && <ReadAloud of={said} />}
      back
      foot={begin && <Button onPress={begin}>{begins[standing]}</Button>}
    >
      {old && <Note>{old}</Note>}
      {demo && begin && <Note>这是演示:钥匙由这台电脑提供。正式评议只在微信小程序里办。</Note>}
      {campaign?.because && <Note tone="seal">这次评议作废了:{campaign.because}</Note>}
      {refused && <Note tone="seal">您的票没有投进去:{refused}</Note>}
      {standing === 'sealed' && (
        <>
          <View className="h2">您的票还没有投进去</View>
          <View className="soft stack-item">已经封好,存在这部手机里。点下面接着投,不用再填。</View>
        </>
      )}
      {standing !== 'sealed' && begin && paper && (
        <>
          <View className="h2">您家抽中了</View>
          <View className="soft stack-item">{invitation(paper, now)}</View>
          <Promises />
        </>
      )}
      {!begin && (
        <Empty icon="box" title={mine?.drew ? '您家已经领过选票' : whyNot(why)[0]}>
          {mine?.drew ? '一户一张。在哪里领的,就在哪里投。' : whyNot(why)[1]}
        </Empty>
      )}
      {mine && <Mine mine={mine} />}
      <More />
    </Page>
  )
}

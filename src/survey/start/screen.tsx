import { View } from '@tarojs/components'

import type { MySurvey } from '../../../contract/survey'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Icon, type IconName } from '../../design/icon'
import { Page } from '../../design/page'
import { ReadAloud } from '../../design/read-aloud'
import { Onward, Row } from '../../design/row'
import { Empty, Loading, Note, Trouble } from '../../design/standing'
import { useNow } from '../../design/use-now'
import { before } from '../../design/when'
import { go } from '../../ways'
import { grouped } from '../receipt'
import { type Start, useStart } from './use-start'
import '../receipt.css'

const TITLE = '万名群众评机关'

const promises: readonly (readonly [IconName, string, string])[] = [
  ['pen', '您来打分', '一个单位一页,点笑脸就行。不了解的可以跳过。'],
  ['box', '没人知道您选了什么', '答案在手机里封好才送出,干部、单位、管理员都打不开。'],
  ['clock', '不用一次填完', '放下手机再打开,从上次的地方接着填。'],
]

const Promises = () => (
  <Card>
    {promises.map(([icon, title, small]) => (
      <Row key={title} icon={icon} title={title} small={small} />
    ))}
  </Card>
)

const whys: Readonly<Record<NonNullable<MySurvey['why']>, readonly [title: string, words: string]>> = {
  noSurvey: ['现在没有评议', '每年年底评一次。开始的时候会告诉您。'],
  notYet: ['评议还没有开始', '抽中的人家到时候会收到通知。'],
  notDrawn: ['这次没有抽到您家', '评议是抽签的,哪一户抽中谁也不能挑。想反映情况,随时可以写意见箱。'],
  onlyConfirmed: ['请用纸质问卷或者电话评议', '您家的服务卡是请干部确认的。为了没人能替别人投票,手机上评议要用登记的手机号认过卡。'],
  drawsOver: ['领选票的时间已经过了', '已经领了的还可以投。'],
  over: ['这次评议已经结束', '结果公布以后,在这里就能看到。'],
}

const drewWords = { phone: '用手机领了选票', paper: '领了纸质问卷', telephone: '用电话评过了' } as const

const Mine = ({ mine }: { mine: NonNullable<MySurvey['mine']> }) => (
  <Card pad>
    <View className="small">您家在公开名单上的号码</View>
    <View className="receipt">{grouped(mine.rollId)}</View>
    <View>{mine.drew ? `您家已经${drewWords[mine.drew]}。` : '您家还没有领过选票。'}</View>
    {mine.drew && <View className="small">不是您家领的?请打督查组的电话。</View>}
  </Card>
)

function Ready({ survey, standing, begin, demo }: Extract<Start, { stands: 'ready' }>) {
  const { campaign, why, mine } = survey
  const now = useNow()
  const until = survey.paper && before(standing === 'drawn' ? survey.paper.castsUntil : survey.paper.drawsUntil, now)
  return (
    <Page
      title={TITLE}
      note={<ReadAloud of={promises.map(([, title, small]) => `${title}。${small}`).join('')} />}
      back
      foot={begin && <Button onPress={begin}>{{ new: '开始评', begun: '接着评', drawn: '接着投进票箱' }[standing]}</Button>}
    >
      {demo && begin && <Note>这是演示:钥匙由这台电脑提供。正式评议只在微信小程序里办。</Note>}
      {campaign?.because && <Note tone="seal">这次评议作废了:{campaign.because}</Note>}
      {begin ? (
        <>
          <View className="h2">您家抽中了</View>
          <View className="soft stack-item">
            全市抽签选出的人家,给{survey.paper?.stratum.township}打交道的 {survey.paper?.stratum.units.length} 个单位打分。{until}投就行。
          </View>
          <Promises />
        </>
      ) : (
        why && (
          <Empty icon="box" title={whys[why][0]}>
            {whys[why][1]}
          </Empty>
        )
      )}
      {mine && <Mine mine={mine} />}
      <More />
    </Page>
  )
}

const More = () => (
  <Card>
    <Row title="看评议结果" small="上一次评出来怎么样,单位怎么改" icon="people" end={<Onward />} onPress={() => go('survey/results')} />
  </Card>
)

export default function StartScreen() {
  const start = useStart()
  switch (start.stands) {
    case 'loading':
      return (
        <Page title={TITLE} back>
          <Loading />
        </Page>
      )
    case 'trouble':
      return (
        <Page title={TITLE} back>
          <Trouble says={start.says} again={start.again} />
        </Page>
      )
    case 'notHere':
      return (
        <Page title={TITLE} back>
          <Empty icon="box" title="请用微信小程序评议">
            网页上不办评议:网页每次打开都可能不一样,没法保证您的票封得牢。也可以填纸质问卷,或者打电话评。
          </Empty>
          <More />
        </Page>
      )
    case 'done':
      return (
        <Page title={TITLE} back>
          <View className="sent">
            <View className="sent-sign">
              <Icon name="check" large />
            </View>
            <View className="h2">您的票已经在票箱里</View>
          </View>
          <Card pad>
            <View className="small">回执</View>
            <View className="receipt">{grouped(start.receipt)}</View>
            {start.found && (
              <Note tone={start.found === 'no' ? 'seal' : 'field'}>
                {
                  {
                    counted: '公布的名单里有您的票,已经算进去了。',
                    spoilt: '公布的名单里有您的票,但是里面的内容读不出来,没有算进去。',
                    no: '公布的名单里没有找到您的票。请打督查组的电话。',
                  }[start.found]
                }
              </Note>
            )}
            <Button tone="line" onPress={start.find} disabled={start.finding}>
              {start.finding ? '正在找…' : '找我的票'}
            </Button>
            {start.findSays && <View className="small gap">{start.findSays}</View>}
          </Card>
          {start.mine && <Mine mine={start.mine} />}
          <More />
        </Page>
      )
    case 'ready':
      return <Ready {...start} />
  }
}

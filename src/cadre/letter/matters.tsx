import { View } from '@tarojs/components'

import { categories, channels, isOpen, type Letter } from '../../../contract/ticket'
import { Card } from '../../design/card'
import { Note } from '../../design/standing'
import { before, moment } from '../../design/when'
import { last } from '../../design/last'

type Props = { letter: Letter; now: number }

/** Why somebody who can do nothing about it sees it. */
export function WhyYou({ letter: { can, raised, state, deskName } }: { letter: Letter }) {
  if (can.length > 0 || !isOpen(state)) return null
  const who = deskName ? `由${deskName}办` : '还没有交给单位'
  return <Note tone={raised > 0 ? 'seal' : 'field'}>{raised > 0 ? `逾期上报给您,请您过问。${who}。` : `给您看的,${who}。`}</Note>
}

/** What stands to be decided about a letter: an offer, an extension, an appeal, a low rating, a question that waits. */
export function Matters({ letter, now }: Props) {
  const { offer, extensionAsked, decide, rectification, waitingUntil, merged, flagged, timeline } = letter
  const appeal = decide === 'appeal' ? last(timeline.filter(({ step }) => step === 'appealed')) : undefined
  return (
    <>
      {flagged && <Note>微信说这里的内容要看一看,请您留意。</Note>}
      {offer && (
        <Card pad tone="grain">
          <View className="row-title">
            {offer.from}想请{offer.to}接着办
          </View>
          <View className="written">{offer.text}</View>
          <View className="small">没接以前,还是{offer.from}办。</View>
        </Card>
      )}
      {extensionAsked && (
        <Card pad tone="grain">
          <View className="row-title">申请延到 {moment(extensionAsked.until, now)}</View>
          <View className="written">给村民的话:{extensionAsked.text}</View>
        </Card>
      )}
      {appeal && (
        <Card pad tone="grain">
          <View className="row-title">村民不服,请督查组再看</View>
          <View className="written">{appeal.text}</View>
        </Card>
      )}
      {rectification && rectification.state !== 'calledBack' && (
        <Note tone="seal">
          {rectification.state === 'owed'
            ? `村民评价不好,${before(rectification.dueAt, now)}要整改好。`
            : '整改好了。请没办过这件事的人打电话回访村民。'}
        </Note>
      )}
      {waitingUntil && <Note>在等村民回话,最多等到{before(waitingUntil, now)}。</Note>}
      {merged.length > 0 && <Note tone="field">{merged.join('、')} 也并到了这里,一起答复。</Note>}
    </>
  )
}

/** `种养技术 · 小程序`: what it is about and by which way it came. */
export function sortOf({ kind, category, channel }: Pick<Letter, 'kind' | 'category' | 'channel'>): string[] {
  const of: Readonly<Record<string, { name: string }>> = categories[kind]
  return [of[category]?.name ?? '', ...(channel === 'app' ? [] : [channels[channel]])]
}

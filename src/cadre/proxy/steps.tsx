import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

import { kinds, TEXT_MOST, type Kind } from '../../../contract/ticket'
import { call } from '../../api/call'
import { NEW_VISIT } from '../../api/draft'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Choices } from '../../design/choices'
import { Line, Words } from '../../design/field'
import { Page } from '../../design/page'
import { ReadAloud } from '../../design/read-aloud'
import { Onward, Row } from '../../design/row'
import { Segments } from '../../design/segments'
import { Loading, Note } from '../../design/standing'
import { Toggle } from '../../design/toggle'
import { Attach } from '../../media/attach'
import { Enclosed } from '../../media/enclosed'
import { sortChoices } from '../../ticket/sort'
import { grouped } from '../../villager/tie/card-code'
import { keyOf, readBack } from './proxy-form'
import './screen.css'
import { Slips } from './slips'
import type { Proxy } from './use-proxy'

export const TITLE = '帮村民写'

type FrameProps = { proxy: Proxy; foot: ReactNode; children: ReactNode }

const Frame = ({ proxy: { says, before }, foot, children }: FrameProps) => (
  <Page title={TITLE} back foot={foot}>
    {says && <Note tone="seal">{says}</Note>}
    {children}
    <Button tone="quiet" onPress={before}>
      上一步
    </Button>
  </Page>
)

const Next = ({ proxy: { next, barred, arriving }, words = '下一步' }: { proxy: Proxy; words?: string }) => (
  <Button onPress={next} disabled={barred || arriving}>
    {words}
  </Button>
)

export const HomeStep = ({ says, busy, households, typed, type, canScan, scan, forCard, forHousehold }: Proxy) => (
  <Page title={TITLE} back>
    <Slips />
    {says && <Note tone="seal">{says}</Note>}
    <View className="h2">帮哪一家写?</View>
    <View className="soft stack-item">请村民拿出自家的服务卡。</View>
    {canScan && (
      <View className="stack-item">
        <Button icon="scan" onPress={scan} disabled={busy}>
          扫服务卡
        </Button>
      </View>
    )}
    <Line label="卡上的号码" value={grouped(typed)} onChange={type} placeholder="000 000 000 000 000" most={19} digits />
    <Button tone={canScan ? 'line' : 'field'} onPress={forCard} disabled={busy || typed.length === 0}>
      就是这家
    </Button>
    {households && (
      <>
        <View className="h2 gap">或者选一户结对户</View>
        {households.loading && <Loading />}
        {!households.data && households.says && <Note>{households.says}</Note>}
        <Card>
          {(households.data ?? []).map((household) => (
            <Row
              key={household.id}
              title={`${household.headName}家`}
              small={`${household.village} ${household.group}`}
              end={<Onward />}
              onPress={() => forHousehold(household)}
            />
          ))}
        </Card>
        {households.more && (
          <Button tone="plain" onPress={households.more}>
            再看一些
          </Button>
        )}
      </>
    )}
  </Page>
)

export const WhoStep = (proxy: Proxy) => (
  <Frame proxy={proxy} foot={<Next proxy={proxy} />}>
    <View className="h2">是谁说的?</View>
    <View className="soft stack-item">{proxy.form.homeName}</View>
    <Line
      label="村民的名字"
      value={proxy.form.villagerName}
      onChange={(villagerName) => proxy.write({ villagerName })}
      placeholder="例:陈小妹"
      most={20}
    />
    <Line
      label="他的电话,没有就不写"
      value={proxy.form.phone}
      onChange={(phone) => proxy.write({ phone })}
      placeholder="办得怎么样,发短信告诉他"
      most={20}
      digits
    />
  </Frame>
)

const options: readonly (readonly [Kind, string])[] = [
  ['help', kinds.help],
  ['suggestion', kinds.suggestion],
  ['complaint', kinds.complaint],
]

/** What and about whom comes before the words: whoever must not take a complaint down does not hear it first. */
export const AboutStep = (proxy: Proxy) => {
  const { form, choices, barred, instead, write } = proxy
  return (
    <Frame proxy={proxy} foot={<Next proxy={proxy} />}>
      <Segments label="是什么事" options={options} value={form.kind} onChange={(kind) => write({ kind })} />
      <View className="h2">说的是谁?</View>
      <Choices
        label="说的是谁"
        options={choices.map(({ key, name, small }) => [key, name, small] as const)}
        value={keyOf(form.about)}
        onChange={(key) => {
          const chosen = choices.find((choice) => choice.key === key)
          if (chosen) write({ about: chosen.about, aboutName: chosen.name })
        }}
      />
      {barred && (
        <>
          <Note tone="seal">投诉的是您或者您的单位,不能由您来写。请让他打督查组的电话,或者找别的帮办员。</Note>
          {instead && (
            <Card>
              <Row icon="phone" title={instead.name} small={instead.phone} end={<Onward />} onPress={() => call(instead.phone)} />
            </Card>
          )}
        </>
      )}
    </Frame>
  )
}

export const WordsStep = (proxy: Proxy) => {
  const { form, write, mayOfferCadre } = proxy
  return (
    <Frame proxy={proxy} foot={<Next proxy={proxy} words="写好了,读给村民听" />}>
      <View className="h2">照村民说的写</View>
      <Words
        label="村民说的话"
        value={form.text}
        onChange={(text) => write({ text })}
        placeholder="例:屋后的水渠堵了半个月,没有人来修。"
        most={TEXT_MOST}
      />
      <Attach name={NEW_VISIT} voice />
      <View className="h2">是哪一类?</View>
      <Choices label="是哪一类" options={sortChoices(form.kind)} value={form.category} onChange={(category) => write({ category })} />
      {form.kind === 'complaint' && (
        <Card>
          <Toggle
            title="不让对方知道是谁说的"
            small="被投诉的干部和单位看不到村民的姓名和电话"
            on={form.confidential}
            onChange={(confidential) => write({ confidential })}
          />
          {mayOfferCadre && (
            <Toggle
              title="让他家的干部跟进"
              small="村民自己要求才打开"
              on={form.cadreMayFollow}
              onChange={(cadreMayFollow) => write({ cadreMayFollow })}
            />
          )}
        </Card>
      )}
    </Frame>
  )
}

export const ReadBackStep = (proxy: Proxy) => {
  const { form, heard, agreed, setHeard, setAgreed, submit } = proxy
  const sentences = readBack(form)
  return (
    <Frame
      proxy={proxy}
      foot={
        <Button tone="seal" onPress={submit} disabled={!heard || !agreed}>
          替他交上去
        </Button>
      }
    >
      <View className="h2">读给{form.villagerName}听</View>
      <Card pad>
        <View className="proxy-words written">
          {sentences.map((sentence) => (
            <View key={sentence} className="proxy-words-line">
              {sentence}
            </View>
          ))}
        </View>
        <ReadAloud of={sentences.join('')} words="读给村民听" />
        <Enclosed of={form.media} />
      </Card>
      <Card>
        <Toggle title="读给本人听过了" on={heard} onChange={setHeard} />
        <Toggle title="本人同意交" on={agreed} onChange={setAgreed} />
      </Card>
    </Frame>
  )
}

import { View } from '@tarojs/components'

import { kinds, TEXT_MOST, type Kind } from '../../../contract/ticket'
import { NEW_TICKET } from '../../api/draft'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Choices } from '../../design/choices'
import { Words } from '../../design/field'
import { Page } from '../../design/page'
import { ReadAloud } from '../../design/read-aloud'
import { Onward, Row } from '../../design/row'
import { Segments } from '../../design/segments'
import { Note } from '../../design/standing'
import { Toggle } from '../../design/toggle'
import { Attach } from '../../media/attach'
import { sortChoices } from '../../ticket/sort'
import { AboutSheet } from './about-sheet'
import { Danger } from './danger'
import './screen.css'
import { Sent } from './sent'
import { useTicketNew } from './use-ticket-new'

const options: readonly (readonly [Kind, string])[] = [
  ['complaint', kinds.complaint],
  ['suggestion', kinds.suggestion],
  ['help', kinds.help],
]

const questions: Readonly<Record<Kind, readonly [question: string, example: string]>> = {
  complaint: ['您要说什么事?', '例:屋后的水渠堵了半个月,没有人来修。'],
  suggestion: ['您有什么建议?', '例:村里想办百香果种植班,请农业局来教。'],
  help: ['您要帮什么忙?', '例:猪不吃料,想找个兽医看看。'],
}

export default function TicketNewScreen() {
  const { form, says, arriving, choosing, sentId, summary, choices, choicesSay, write, choose, submit, backToForm } = useTicketNew()
  if (sentId) return <Sent id={sentId} backToForm={backToForm} />
  const [question, example] = questions[form.kind]
  return (
    <Page
      title="意见箱"
      note={<ReadAloud of={`${question}${example}${summary}`} />}
      back
      foot={
        <Button tone="seal" onPress={submit} disabled={arriving}>
          提交
        </Button>
      }
    >
      <Segments label="是什么事" options={options} value={form.kind} onChange={(kind) => write({ kind })} />
      <View className="h2">{question}</View>
      {says && <Note tone="seal">{says}</Note>}
      <Words
        label={question}
        value={form.text}
        onChange={(text) => write({ text, says: undefined })}
        placeholder={example}
        most={TEXT_MOST}
      />
      <Attach name={NEW_TICKET} voice />
      <View className="h2">是哪一类?</View>
      <Choices label="是哪一类" options={sortChoices(form.kind)} value={form.category} onChange={(category) => write({ category })} />
      {form.category === 'danger' && <Danger />}
      <Card>
        <Row
          title="说的是谁"
          plain
          label={`说的是谁:${form.aboutName},改`}
          end={
            <>
              <View className="about-name">{form.aboutName}</View>
              <Onward />
            </>
          }
          onPress={() => choose(true)}
        />
        {form.kind === 'complaint' && (
          <Toggle
            title="不让对方知道我是谁"
            small="被投诉的干部和单位看不到您的姓名和电话"
            on={form.confidential}
            onChange={(confidential) => write({ confidential })}
          />
        )}
        {form.mayOfferCadre && (
          <Toggle
            title="让我的干部跟进"
            small="打开以后,您的干部也看得到这件投诉"
            on={form.cadreMayFollow}
            onChange={(cadreMayFollow) => write({ cadreMayFollow })}
          />
        )}
      </Card>
      <View className="small">{summary}办得好不好,由您说了算。</View>
      {choosing && (
        <AboutSheet
          choices={choices}
          chosen={form.about}
          says={choicesSay}
          onChoose={({ about, name }) => {
            write({ about, aboutName: name })
            choose(false)
          }}
          onClose={() => choose(false)}
        />
      )}
    </Page>
  )
}

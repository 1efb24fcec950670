import { View } from '@tarojs/components'
import { useState } from 'react'

import { type Draft, useDraft } from '../../api/draft'
import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Choices } from '../../design/choices'
import { Writing } from '../../writing/writing'
import type { Form } from './use-ticket'

type Props = {
  id: string
  form: Form
  /** What was asked, where the villager answers a question. */
  asked?: string
  busy: boolean
  onSend: (form: Form, draft: Draft) => void
  onClose: () => void
}

/** Photos, and a recording for whoever would rather say it. */
const spoken = { voice: true }

const reasons = ['已经办好了', '自己解决了', '交错了'] as const

/** Withdrawing is asked twice: what is withdrawn is handled no more. */
function Withdrawing({ id, busy, onSend, onClose }: Props) {
  const name = `withdraw:${id}`
  const [draft] = useDraft(name)
  const [sure, ask] = useState(false)
  if (sure)
    return (
      <Card pad>
        <View className="h2">真的不用办了吗?</View>
        <View className="written stack-item">您的理由:{draft.text}</View>
        <View className="small stack-item">撤回以后没有人再办,想再办要重新交。</View>
        <View className="stack-item">
          <Button tone="seal" disabled={busy} onPress={() => onSend('withdraw', draft)}>
            确认撤回
          </Button>
        </View>
        <Button tone="line" onPress={() => ask(false)}>
          再想想
        </Button>
      </Card>
    )
  return (
    <Writing
      name={name}
      aloud
      title="为什么不用办了?"
      placeholder="也可以自己写。"
      send="撤回这件事"
      tone="seal"
      choices={({ text }, write) => (
        <Choices
          label="为什么不用办了"
          options={reasons.map((reason) => [reason, reason] as const)}
          value={reasons.find((reason) => reason === text)}
          onChange={(reason) => write({ text: reason, says: undefined })}
        />
      )}
      onSend={() => ask(true)}
      onClose={onClose}
    />
  )
}

/** What a villager may write about a ticket that is there. */
export function Forms(props: Props) {
  const { id, form, asked, busy, onSend, onClose } = props
  const common = { name: `${form}:${id}`, busy, aloud: true, onSend: (draft: Draft) => onSend(form, draft), onClose }
  switch (form) {
    case 'supplement':
      return asked ? (
        <Writing
          {...common}
          attach={spoken}
          title="您的回话"
          explain={`经办人问您:${asked}`}
          placeholder="例:明天上午我在家。"
          send="发出回话"
        />
      ) : (
        <Writing {...common} attach={spoken} title="补充说明" placeholder="例:今天又堵得更厉害了。" send="交上去" />
      )
    case 'reopen':
      return (
        <Writing
          {...common}
          attach={spoken}
          title="哪里没办好?"
          placeholder="例:只清了一半,水还是进不来。"
          explain="会重新办,15 个工作日内给您结果,也会上报督查组。"
          send="要求重办"
          tone="seal"
        />
      )
    case 'appeal':
      return (
        <Writing
          {...common}
          title="为什么该受理?"
          placeholder="例:这件事没有人答复过我。"
          explain="由督查组再看,只能请一次。"
          send="请督查组再看一次"
        />
      )
    case 'withdraw':
      return <Withdrawing {...props} />
  }
}

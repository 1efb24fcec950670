import { audios } from '../../tests/stand-ins/taro'
import type { Speech } from './speech'

type Asked = { content: string; success: (answer: unknown) => void; fail: () => void }
const asked: Asked[] = []
Object.assign(globalThis, { requirePlugin: (name: string) => name === 'WechatSI' && { textToSpeech: (one: Asked) => asked.push(one) } })

const { speech } = jest.requireActual<{ speech: Speech }>('./speech.weapp')
const turn = () => new Promise((resolve) => setTimeout(resolve))
const latest = () => audios.at(-1)

beforeEach(() => {
  asked.length = 0
  audios.length = 0
})

it('plays what the plugin speaks, and says when it has ended', async () => {
  const done = jest.fn()
  expect(speech.can()).toBe(true)
  speech.say('明天来修。', done)
  expect(asked[0]?.content).toBe('明天来修。')
  asked[0]?.success({ filename: 'http://tmp/1.mp3' })
  await turn()
  expect(latest()).toMatchObject({ src: 'http://tmp/1.mp3', playing: true })
  latest()?.end()
  await turn()
  expect(done).toHaveBeenCalledTimes(1)
})

it('stops at once, and plays nothing that arrives later', async () => {
  const done = jest.fn()
  speech.say('明天来修。', done)
  speech.stop()
  asked[0]?.success({ filename: 'http://tmp/1.mp3' })
  await turn()
  expect(audios).toEqual([])
  expect(done).toHaveBeenCalledTimes(1)
})

it('ends quietly where the plugin has no signal', async () => {
  const done = jest.fn()
  speech.say('明天来修。', done)
  asked[0]?.fail()
  await turn()
  expect(done).toHaveBeenCalledTimes(1)
})

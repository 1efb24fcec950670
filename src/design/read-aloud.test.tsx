import { act, fireEvent, render, screen } from '@testing-library/react'

import { ReadAloud } from './read-aloud'

class Utterance {
  lang = ''
  rate = 1
  onend?: () => void
  onerror?: () => void
  constructor(readonly text: string) {}
}

const spoken: Utterance[] = []
const cancel = jest.fn()

beforeEach(() => {
  spoken.length = 0
  cancel.mockClear()
  Object.assign(window, {
    SpeechSynthesisUtterance: Utterance,
    speechSynthesis: { speak: (one: Utterance) => spoken.push(one), cancel },
  })
})

it('reads in Mandarin, number by number, and is ready again when it has ended', () => {
  render(<ReadAloud of="打 19907750001。" />)
  fireEvent.click(screen.getByRole('button', { name: '读给我听' }))
  expect(spoken).toMatchObject([{ lang: 'zh-CN', text: '打 1 9 9 0 7 7 5 0 0 0 1。' }])
  screen.getByText('不念了')
  act(() => spoken[0]?.onend?.())
  screen.getByText('读给我听')
})

it('stops at the second tap and when the screen is left', () => {
  const { unmount } = render(<ReadAloud of="明天来修。" />)
  fireEvent.click(screen.getByText('读给我听'))
  cancel.mockClear()
  fireEvent.click(screen.getByText('不念了'))
  expect(cancel).toHaveBeenCalled()
  fireEvent.click(screen.getByText('读给我听'))
  cancel.mockClear()
  unmount()
  expect(cancel).toHaveBeenCalled()
})

it('is not there where the phone cannot speak', () => {
  Object.assign(window, { speechSynthesis: undefined })
  const { container } = render(<ReadAloud of="明天来修。" />)
  expect(container.textContent).toBe('')
})

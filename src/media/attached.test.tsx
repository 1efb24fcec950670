import { fireEvent, render, screen } from '@testing-library/react'

import { Attached } from '../../contract/media'
import { id } from '../../tests/stand-ins/makers'
import { AttachedMedia } from './attached'

let players: { src: string; playing: boolean; onended?: () => void }[]
beforeEach(() => {
  players = []
  window.Audio = class {
    playing = false
    constructor(readonly src: string) {
      players.push(this)
    }
    play() {
      this.playing = true
      return Promise.resolve()
    }
    pause() {
      this.playing = false
    }
  } as never
})

const aPhoto = (n: number, more: object = {}) =>
  Attached.parse({ id: id(n), kind: 'photo', state: 'ready', url: `https://files.example/${n}`, ...more })
const aVoice = (n: number, more: object = {}) => aPhoto(n, { kind: 'voice', seconds: 12, ...more })
const names = () => screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent)

it('shows photos that a tap makes large, one after the other', () => {
  render(<AttachedMedia of={[aPhoto(1), aPhoto(2)]} />)
  expect(names()).toEqual(['照片 1,看大图', '照片 2,看大图'])
  fireEvent.click(screen.getByRole('button', { name: '照片 2,看大图' }))
  const large = () => screen.getByRole('dialog').querySelector('img')?.getAttribute('src')
  expect(large()).toBe('https://files.example/2')
  fireEvent.click(screen.getByRole('button', { name: '下一张' }))
  expect(large()).toBe('https://files.example/1')
  fireEvent.click(screen.getByRole('button', { name: '关上照片' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('tells before from after', () => {
  render(<AttachedMedia of={[aPhoto(1, { when: 'after' }), aPhoto(2, { when: 'before' })]} />)
  expect(names()).toEqual(['办之前的照片 1,看大图', '办之后的照片 1,看大图'])
})

it('says of what is not to be seen yet why', () => {
  const hidden = (n: number, state: string, kind = 'photo') => aPhoto(n, { kind, state, url: undefined })
  render(
    <AttachedMedia
      of={[hidden(1, 'checking'), hidden(2, 'checking'), hidden(3, 'held'), hidden(4, 'waiting', 'voice'), hidden(5, 'refused')]}
    />,
  )
  for (const words of ['2 张照片正在检查,稍后能看到', '1 张照片要等督查组看过,先不显示', '1 段录音还在上传', '1 张照片打不开,没有收下'])
    expect(screen.getByText(words)).toBeTruthy()
  expect(names()).toEqual([])
})

it('plays a recording by a tap, with its length, and only one at a time', () => {
  render(<AttachedMedia of={[aVoice(1), aVoice(2, { seconds: 7 })]} />)
  fireEvent.click(screen.getByRole('button', { name: '听录音 12 秒' }))
  fireEvent.click(screen.getByRole('button', { name: '听录音 7 秒' }))
  expect(players.map(({ playing }) => playing)).toEqual([false, true])
  fireEvent.click(screen.getByRole('button', { name: '停下录音' }))
  expect(players.map(({ playing }) => playing)).toEqual([false, false])
})

it('says of a photo that does not load that it cannot be seen', () => {
  const { container } = render(<AttachedMedia of={[aPhoto(1)]} />)
  fireEvent.error(container.querySelector('img')!)
  expect(screen.getByText('看不到')).toBeTruthy()
})

import { find, text } from './find'

// The telephone around the page: the bar above it, WeChat's own dialogues over it.
const by = (id: string) => document.getElementById(id)!
const frameOf = (id: number) => by('pages').querySelector<HTMLIFrameElement>(`iframe[name="page-${id}"]`)

window.weappShell = {
  open(id, route) {
    const frame = document.createElement('iframe')
    frame.name = `page-${id}`
    frame.src = `/page.html?route=${route}`
    const loaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve()))
    by('pages').append(frame)
    return loaded
  },
  show(id, title, custom, canGoBack) {
    for (const frame of document.querySelectorAll('iframe')) frame.classList.toggle('shown', frame === frameOf(id))
    frameOf(id)?.classList.toggle('whole', custom)
    by('bar').classList.toggle('over', custom)
    by('back').hidden = !canGoBack
    by('title').textContent = title
  },
  close: (id) => frameOf(id)?.remove(),
  title(shown) {
    by('title').textContent = shown
  },
  toast(shown) {
    by('toast').textContent = shown
  },
  ask(title, content, buttons) {
    const dialogue = by('dialogue')
    dialogue.querySelector('b')!.textContent = title
    dialogue.querySelector('p')!.textContent = content
    dialogue.querySelector('nav')!.replaceChildren(
      ...buttons.map((words) => {
        const button = document.createElement('button')
        button.textContent = words
        button.addEventListener('click', () => {
          dialogue.classList.remove('open')
          window.weappSend({ answer: words })
        })
        return button
      }),
    )
    dialogue.classList.add('open')
  },
}
by('back').addEventListener('click', () => window.weappSend({ back: true }))
window.weappFind = find
window.weappText = text

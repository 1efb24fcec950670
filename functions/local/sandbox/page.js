/* global document, fetch */
const at = (id) => document.getElementById(id)
const element = (tag, props = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), props)
  made.append(...children)
  return made
}
const get = async (url) => (await fetch(url)).json()
const post = (url, body) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

const appAs = (person, page = '') => `/?as=${encodeURIComponent(person)}${page && `#/${page}`}`
const when = (iso) => {
  const there = new Date(Date.parse(iso) + 8 * 3600_000).toISOString()
  return `${Number(there.slice(5, 7))}月${Number(there.slice(8, 10))}日 ${there.slice(11, 19)}`
}

function personRow({ id, label, note = '' }) {
  const link = element('a', { href: appAs(id), target: `jnj-${id}` })
  link.append(element('strong', { textContent: label }), element('em', { textContent: '打开' }), element('small', { textContent: note }))
  return element('li', {}, link)
}

let asked = 0
async function showPersons() {
  const turn = ++asked
  const typed = at('find').value.trim()
  const { items } = await get(`persons?find=${encodeURIComponent(typed)}`)
  if (turn !== asked) return
  at('persons').replaceChildren(...items.map(personRow))
  at('nobody').hidden = items.length > 0
  if (!typed) at('whose').append(...items.map(({ id, label }) => element('option', { value: id, textContent: label })))
}

function messageRow({ at: time, by, label, title, fields, page, person }) {
  const top = element(
    'div',
    { className: 'top' },
    element('span', { textContent: label ?? '' }),
    element('time', { textContent: when(time) }),
  )
  const list = element('dl')
  for (const field of fields) list.append(element('dt', { textContent: field.label }), element('dd', { textContent: field.value }))
  const row = element('li', { className: by }, top, element('h3', { textContent: title }), list)
  if (page && person) row.append(element('a', { href: appAs(person, page), target: `jnj-${person}`, textContent: '点开看看' }))
  return row
}

let shown = ''
async function showMessages() {
  try {
    const { items } = await get(`messages?person=${encodeURIComponent(at('whose').value)}`)
    at('lost').hidden = true
    const now = JSON.stringify(items)
    if (now === shown) return
    shown = now
    at('messages').replaceChildren(...items.map(messageRow))
    at('none').hidden = items.length > 0
  } catch {
    at('lost').hidden = false
  }
}

let names
async function showFaults() {
  const { apis, hows, set } = await get('faults')
  if (!names) {
    names = { apis, hows }
    at('api').append(...Object.entries(apis).map(([value, textContent]) => element('option', { value, textContent })))
    at('how').append(...Object.entries(hows).map(([value, { says }]) => element('option', { value, textContent: says })))
    at('api').value = 'send'
    at('how').value = 'timeout'
  }
  at('faults').replaceChildren(
    ...set.map(({ api, how, times }) => {
      const often = times === 'always' ? '一直' : `还有 ${times} 次`
      const off = element('button', { type: 'button', textContent: '修好' })
      off.onclick = () => post('fail', { api, how, times: 'off' }).then(showFaults)
      return element('li', {}, element('span', { textContent: `${apis[api]}:${hows[how].says}(${often})` }), off)
    }),
  )
  at('well').hidden = set.length > 0
}

async function showContent() {
  const { modes, mode } = await get('content')
  if (at('content').childElementCount === 0)
    at('content').append(...Object.entries(modes).map(([value, textContent]) => element('option', { value, textContent })))
  at('content').value = mode
}

at('content').onchange = () => post('content', { mode: at('content').value })
at('find').oninput = showPersons
at('whose').onchange = showMessages
at('fail').onsubmit = (event) => {
  event.preventDefault()
  void post('fail', { api: at('api').value, how: at('how').value, times: event.submitter?.value ?? 'once' }).then(showFaults)
}
at('reset').onclick = () => post('reset', {}).then(() => Promise.all([showMessages(), showFaults(), showContent()]))

void showPersons()
void showFaults()
void showContent()
void showMessages()
setInterval(showMessages, 1500)
setInterval(() => showFaults().catch(() => {}), 5000)

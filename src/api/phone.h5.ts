import type { Phone } from './phone'

const KEY = 'person'

/** Each tab is one person's phone: chosen by `?as=` and kept until the tab closes. */
function person(): string {
  const chosen = new URLSearchParams(window.location.search).get('as')
  if (chosen) window.sessionStorage.setItem(KEY, chosen)
  return chosen ?? window.sessionStorage.getItem(KEY) ?? ''
}

const changePerson = () => window.location.assign('/sandbox/')

async function post(path: string, body: unknown): Promise<unknown> {
  const reply = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  // Whoever was chosen is not known any more, as after the stack began anew.
  if (reply.status === 404) changePerson()
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}`)
  return reply.json()
}

async function loginCode(): Promise<string> {
  const who = person()
  if (!who) {
    changePerson()
    throw new Error('nobody was chosen')
  }
  const reply = await post('/sandbox/login', { person: who })
  if (typeof reply === 'object' && reply && 'code' in reply && typeof reply.code === 'string') return reply.code
  throw new Error('no login code')
}

async function consent(templates: string[]) {
  try {
    await post('/sandbox/grant', { person: person(), templates })
    return Object.fromEntries(templates.map((template) => [template, 'accept']))
  } catch {
    // Consent to messages never stands in the way of what the person came for.
    return {}
  }
}

const random = (count: number) => Promise.resolve(window.crypto.getRandomValues(new Uint8Array(count)))

export const phone: Phone = {
  person,
  loginCode,
  changePerson,
  proof: 'sms',
  keypad: 'tel',
  inset: () => ({ top: 0, right: 16 }),
  online: () => Promise.resolve(window.navigator.onLine),
  onOnline: (listener) => {
    window.addEventListener('online', listener)
    document.addEventListener('visibilitychange', () => document.hidden || listener())
  },
  randomBytes: random,
  secretBytes: random,
  votes: DEMO,
  consent,
}

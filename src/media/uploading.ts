import { BeginUpload, type UploadForm } from '../../contract/media'
import { isProblem } from '../../contract/problem'
import { Instant } from '../../contract/route'
import { ask } from '../api/ask'
import { type Errand, mediaOf, ticketIdOf } from '../api/errand'
import { phone } from '../api/phone'
import { flush, letPass, onSent, passing, useQueue } from '../api/queue'
import { accountId } from '../api/session'
import { device, type Sending } from './device'
import { note, progress, replace, take, useShelf } from './shelf'
import { afterwards, toSend, toUpload, type Upload } from './uploads'

const UNFIT = '文件太大,或者打不开。'
const LOST = '手机里找不到它了。'
const NOT_TAKEN = '系统没有收下,可以换一个补充上来。'

const EVERY_MS = 30_000
/** Each form asked for counts towards the day's uploads, so that one is used again; it is good for half an hour. */
const FORM_MS = 20 * 60_000
/** How often the bucket may say no before a file is given up. */
const REFUSALS = 3
/** The day's uploads are used up: they are asked for again now and then. */
const REST_MS = 60 * 60_000

const forms = new Map<string, { form: UploadForm; at: number }>()
const refusals = new Map<string, number>()
let restUntil = 0

type Outcome = 'up' | 'later' | { says: string }

/** The form to send it with, unless it is there already. */
async function begin({ id, kind, type, bytes }: Upload): Promise<UploadForm | Outcome> {
  const known = forms.get(id)
  if (known && Math.abs(Date.now() - known.at) < FORM_MS) return known.form
  const { data: body } = BeginUpload.safeParse({ id, kind, type, bytes })
  if (!body) return { says: UNFIT }
  const answer = await ask('POST /v1/media', { body })
  if (isProblem(answer)) {
    if (answer.problem === 'tooManyTries') restUntil = Date.now() + REST_MS
    return answer.problem === 'tooManyTries' || passing.includes(answer.problem) ? 'later' : { says: NOT_TAKEN }
  }
  if (!answer.form) return 'up'
  forms.set(id, { form: answer.form, at: Date.now() })
  return answer.form
}

let current: { id: string; sending: Sending } | undefined

async function post(one: Upload, form: UploadForm): Promise<Outcome> {
  let all = false
  try {
    const sending = device.send(one, form, (percent) => {
      all = percent >= 100
      progress(one.id, percent)
    })
    current = { id: one.id, sending }
    const status = await sending.answered
    if (status === 'gone') return { says: LOST }
    if (status < 300) return 'up'
    forms.delete(one.id)
    if (status >= 500) return 'later'
    const times = (refusals.get(one.id) ?? 0) + 1
    refusals.set(one.id, times)
    return times < REFUSALS ? 'later' : { says: NOT_TAKEN }
  } catch (cause) {
    // It may have arrived: the server knows.
    if (all) forms.delete(one.id)
    throw cause
  } finally {
    current = undefined
  }
}

/** What is refused, and which ticket goes without it. */
function giveUp(one: Upload, says: string) {
  const errand = useQueue.getState().errands.find((each) => mediaOf(each).some(({ id }) => id === one.id))
  note(one.id, { says, ticketId: errand ? ticketIdOf(errand) : one.ticketId })
  void device.drop(one)
}

/** Sends one file; false where the rest has to wait. */
async function sendOne(one: Upload): Promise<boolean> {
  if (Date.now() < restUntil || !(await phone.online())) return false
  const { account } = useShelf.getState()
  if (accountId() !== account) return false
  try {
    const begun = await begin(one)
    const outcome = typeof begun === 'object' && 'url' in begun ? await post(one, begun) : begun
    if (outcome === 'later' || accountId() !== account || useShelf.getState().account !== account) return false
    // Its ticket may have gone ahead meanwhile.
    const { ticketId } = useShelf.getState().uploads.find(({ id }) => id === one.id) ?? one
    if (typeof outcome === 'object') giveUp({ ...one, ticketId }, outcome.says)
    else if (ticketId) take([one])
    else note(one.id, { sentAt: Instant.parse(new Date().toISOString()) })
    void flush()
    return true
  } catch {
    return false
  }
}

const wanted = () => toUpload(useQueue.getState().errands, useShelf.getState().uploads, Date.now())
let sending = false

/** Sends what waits, one file after the other, until one cannot go out. Callers at the same time share one run. */
export async function upload() {
  if (sending) return
  sending = true
  try {
    for (let [one] = wanted(); one; [one] = wanted()) if (!(await sendOne(one))) break
  } finally {
    sending = false
  }
}

/** What was on its way and has been taken back is not sent to its end. */
function stopUnwanted() {
  if (current && !wanted().some(({ id }) => id === current?.id)) current.sending.abort()
}

function accepted(errand: Errand) {
  if (mediaOf(errand).length === 0) return
  const { keep, done } = afterwards(useShelf.getState().uploads, errand, Date.now())
  replace(keep)
  take(done)
  void upload()
}

/** Lets files go out by themselves, and words only after their files. */
export function keepUploading() {
  letPass((errand) => toSend(errand, useShelf.getState().uploads, Date.now()))
  onSent(accepted)
  useQueue.subscribe(({ errands }, before) => {
    if (errands === before.errands) return
    // First whoever hears that an errand was accepted says what becomes of its files.
    void Promise.resolve().then(() => {
      stopUnwanted()
      void upload()
    })
  })
  phone.onOnline(() => void upload())
  setInterval(() => wanted().length > 0 && void upload(), EVERY_MS)
}

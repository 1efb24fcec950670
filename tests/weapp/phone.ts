import { failure } from './failure'
import { fingers } from './fingers'
import type { Handset, Query } from './logic/world'
import { forgetTemporary } from './logic/wx/files'
import type { Running } from './open'
import { until } from './until'

type Parts = {
  handset: Handset
  errors: unknown[]
  limitMs: number
  running: Running
  run: (query?: Query) => Promise<Running>
  close: () => Promise<void>
}

export type Phone = ReturnType<typeof phone>

/** What a test does with the telephone. Each step waits until it can be done and fails with a picture if it never can. */
export function phone({ handset, errors, limitMs, running, run, close }: Parts) {
  let { host, view } = running

  /** The first error of the mini-program, with its own stack. */
  function raise() {
    const [error] = errors
    if (error === undefined) return
    const stack = typeof error === 'object' && error && 'stack' in error ? error.stack : error
    throw new Error(`in the mini-program: ${String(stack)}`, { cause: error })
  }
  async function step<Result>(what: string, perform: () => Promise<Result>): Promise<Result> {
    raise()
    try {
      return await perform()
    } catch (error) {
      raise()
      throw await failure(what, error, view)
    }
  }
  const hands = () => fingers(view, limitMs)

  return {
    /** Taps what is labelled or reads `name`; `nth` chooses where several do. */
    tap: (name: string, nth?: number) =>
      step(`tap ${name}`, async () => {
        host.meter.touch()
        await hands().tap(name, nth)
        raise()
      }),
    /** Replaces what stands in the field that is labelled `name`, or has it as placeholder or beside it. */
    type: (name: string, text: string, nth?: number) =>
      step(`type into ${name}`, async () => {
        host.meter.touch()
        await hands().type(name, text, nth)
        raise()
      }),
    see: (text: string) => step(`see ${text}`, () => hands().see(text, true)),
    seeNoMore: (text: string) => step(`no longer see ${text}`, () => hands().see(text, false)),
    /** The documents in front, to look closer than words do. */
    front: () => step('look', () => view.front()),
    /** What can be read now. */
    text: () => step('read', () => view.text()),
    /** What can be tapped here but has no role or no name for a screen reader. */
    unspoken: () =>
      step('listen', async () => {
        await view.painted()
        const [page] = await view.front()
        return page!.evaluate(() => window.weappPage.unspoken())
      }),
    route: () => host.route(),
    back: () => step('go back', async () => host.back()),
    /** The options of every call to `wx[name]` so far, oldest first. */
    calls: (name: string): unknown[] => handset.calls.filter((call) => call.name === name).map(({ options }) => options),
    /** Waits until `wx[name]` has been called `times`, and answers the options of the last call. */
    called: (name: string, times = 1) =>
      step(`wx.${name} called`, () =>
        until(async () => {
          const calls = handset.calls.filter((call) => call.name === name)
          return calls.length >= times ? { options: calls.at(-1)!.options } : undefined
        }, limitMs),
      ),
    /** Waits until no request is on its way and all is painted. */
    rested: () =>
      step('come to rest', () =>
        until(async () => {
          await view.painted()
          return host.busy() ? undefined : true
        }, limitMs),
      ),
    /** setData calls and bytes of UTF-8 JSON since the start; `firstScreenBytes` ends with the first touch. */
    setData: () => host.meter.read(),
    picture: (file: string) =>
      step('take a picture', async () => {
        await view.painted()
        await view.tab.screenshot({ path: file })
      }),
    offline(away: boolean) {
      handset.signal = away ? 'none' : 'good'
      host.tellNetwork()
    },
    /** Requests arrive, their answers do not. */
    loseReplies(lost: boolean) {
      handset.signal = lost ? 'replyLost' : 'good'
      host.tellNetwork()
    },
    /** What the camera reads at the next scan. */
    scanNext(scan: Handset['scan']) {
      handset.scan = scan
    },
    /** The photos that the person chooses at the next tap; none is to give up. */
    album(photos: Buffer[]) {
      handset.album = photos
    },
    /** For how many seconds the person speaks the next time. */
    says(seconds: number) {
      handset.says.seconds = seconds
    },
    /** The files that the mini-program keeps, by their names. */
    files: () => [...handset.files.keys()].filter((path) => path.startsWith('wxfile://usr/')),
    /** The person refuses `getPhoneNumber`, `requestSubscribeMessage`, `camera` or `scope.record` from now on. */
    refuse: (name: string) => void handset.refused.add(name),
    agree: (name: string) => void handset.refused.delete(name),
    /** What the mini-program has stored, by key. */
    stored: (): Record<string, unknown> => Object.fromEntries([...handset.storage].map(([key, text]) => [key, JSON.parse(text)])),
    hide: () => host.hide(),
    show: () => host.show(),
    /** Ends the mini-program as kill -9 does; its storage and its files stay. */
    async kill() {
      host.kill()
      view.stop()
      forgetTemporary(handset.files)
      await view.tab.context().close()
    },
    /** Opens it again after kill(), as a newly started mini-program with the old storage. */
    async reopen(query?: Query) {
      const again = await run(query)
      host = again.host
      view = again.view
    },
    /** Ends everything and fails if the mini-program has had an error that no step has shown. */
    async close() {
      host.kill()
      view.stop()
      await close()
      raise()
    },
  }
}

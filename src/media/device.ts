import type { MediaId, UploadForm } from '../../contract/media'

/** A file that was just made on this phone and is there for now only. */
export type Picked = { path: string; type: string }
export type Recorded = Picked & { seconds: number }

/** A file that this phone keeps. */
export type Kept = { id: MediaId; type: string }

/** The person has not let the program use it; WeChat or the browser asked. */
type Denied = 'denied'

export type Recording = {
  stop: () => void
  /** Stops, and `done` gets nothing. */
  giveUp: () => void
}

/** A file on its way: the HTTP status of the answer, or that the file is not on this phone any more. Rejects where no answer came. */
export type Sending = { answered: Promise<number | 'gone'>; abort: () => void }

/** What differs between WeChat and a browser; Taro's build puts device.weapp.ts or device.h5.ts in this file's place. */
export type Device = {
  /**
   * Has the person choose or take at most so many photos, and makes them small. Camera and album are asked for only now. Photos
   * that cannot be read are `unread`; those that stay too large, `tooLarge`. `chosen` is called once the person has chosen: an old
   * browser does not tell that they never will.
   */
  photos: (most: number, chosen: () => void) => Promise<{ picked: Picked[]; unread: number; tooLarge: number } | Denied>
  /** Whether this phone records in a form that is taken. Where it does not, nothing offers to. */
  canRecord: () => boolean
  /** Records until it is stopped, for so many seconds at most, and then tells once what there is. The microphone is asked for only now. */
  record: (seconds: number, done: (recorded: Recorded | undefined) => void) => Promise<Recording | Denied>
  /** Plays a recording; answers how to stop it. `done` is called once when it has ended, however. */
  play: (src: string, done: () => void) => () => void
  /** Opens the settings in which what was refused can be allowed. Missing where the program cannot. */
  settings?: () => void
  /** Keeps a file so that it outlives the program, and tells how many bytes it has. Rejects where the phone has no room. */
  keep: (kept: Kept, path: string) => Promise<number>
  /** An address by which a picture or a player on this phone finds it, if it is there. */
  srcOf: (kept: Kept) => Promise<string | undefined>
  drop: (kept: Kept) => Promise<void>
  /** Posts the file with the form; `progress` gets hundredths. */
  send: (kept: Kept, form: UploadForm, progress: (percent: number) => void) => Sending
}

export { device } from './device.h5'

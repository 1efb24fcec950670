/** What differs between WeChat and a browser; Taro's build puts phone.weapp.ts or phone.h5.ts in this file's place. */
export type Phone = {
  /** Whose data this is where several people share one storage; empty on a phone of one's own. */
  person: () => string
  /** The code that a session is opened with. Rejects without signal. */
  loginCode: () => Promise<string>
  /** Becomes somebody else, where one may try the product as anybody. */
  changePerson?: () => void
  /** How a telephone number is proven here. */
  proof: 'wechat' | 'sms'
  /** The input type that opens a keypad of digits and yet shows them in groups. */
  keypad: 'number' | 'tel'
  /** Reads a card's QR code and gives its text; undefined where the person gave up. Missing where nothing can scan. */
  scan?: () => Promise<string | undefined>
  /** What the page's head keeps free at its top and right, for WeChat's status line and capsule, in px. */
  inset: () => { top: number; right: number }
  /** Whether there is a network; it need not lead anywhere. */
  online: () => Promise<boolean>
  onOnline: (listener: () => void) => void
  randomBytes: (count: number) => Promise<Uint8Array>
  /** Bytes that nobody can guess; rejects where this phone has no source of such. */
  secretBytes: (count: number) => Promise<Uint8Array>
  /** Whether ballots are cast here. A browser's program may be another one at every load, so it is not, but where one may try the product. */
  votes: boolean
  /** Asks for consent to one message of each template: what was said, by template; nothing where it could not be asked. Never rejects. */
  consent: (templates: string[]) => Promise<Readonly<Record<string, unknown>>>
}

export { phone } from './phone.h5'

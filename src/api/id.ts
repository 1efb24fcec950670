import { phone } from './phone'

/** A new id of 128 random bits in hex: what the phone sends is named by it, so that a retry is the same thing. */
export async function newId(): Promise<string> {
  const bytes = await phone.randomBytes(16)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Bytes as lower-case hex. */
export const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A new id of 128 random bits in hex: what the desktop sends is named by it, so that a retry is the same thing. */
export const newId = () => hexOf(crypto.getRandomValues(new Uint8Array(16)))

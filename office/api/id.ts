/** A new id of 128 random bits in hex: what the desktop sends is named by it, so that a retry is the same thing. */
export const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

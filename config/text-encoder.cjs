// jsdom has none. Browsers do, and packages reckon on it as soon as they are loaded.
globalThis.TextEncoder ??= class {
  encode(text = '') {
    return Uint8Array.from(Buffer.from(text))
  }
}

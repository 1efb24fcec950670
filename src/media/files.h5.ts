import type { Device, Kept } from './device'

const STORE = 'files'
/** The largest photo over the weakest signal. */
const PATIENCE_MS = 5 * 60_000

let opened: Promise<IDBDatabase> | undefined

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('media', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })
  return opened
}

/** Does something to the files and resolves once it is on the disk. */
async function files<Result>(mode: IDBTransactionMode, perform: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const transaction = (await database()).transaction(STORE, mode)
  const request = perform(transaction.objectStore(STORE))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'))
  })
}

const fileOf = async ({ id }: Kept): Promise<Blob | undefined> => {
  const file: unknown = await files('readonly', (store) => store.get(id))
  return file instanceof Blob ? file : undefined
}

export const keep: Device['keep'] = async ({ id }, path) => {
  const file = await (await fetch(path)).blob()
  await files('readwrite', (store) => store.put(file, id))
  URL.revokeObjectURL(path)
  return file.size
}

const shown = new Map<string, string>()

export const srcOf: Device['srcOf'] = async (kept) => {
  const file = shown.has(kept.id) ? undefined : await fileOf(kept).catch(() => undefined)
  if (file) shown.set(kept.id, URL.createObjectURL(file))
  return shown.get(kept.id)
}

export const drop: Device['drop'] = async ({ id }) => {
  const src = shown.get(id)
  if (src) URL.revokeObjectURL(src)
  shown.delete(id)
  // What cannot be removed now is in nobody's way.
  await files('readwrite', (store) => store.delete(id)).catch(() => undefined)
}

export const send: Device['send'] = (kept, { url, fields }, progress) => {
  const request = new XMLHttpRequest()
  let aborted = false

  function post(file: Blob) {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    // S3 reads nothing that stands behind the file.
    body.append('file', file)
    return new Promise<number>((resolve, reject) => {
      request.upload.onprogress = ({ loaded, total }) => progress(Math.floor((loaded / total) * 100))
      request.onload = () => resolve(request.status)
      for (const event of ['error', 'timeout', 'abort']) request.addEventListener(event, () => reject(new Error(event)))
      request.open('POST', url)
      request.timeout = PATIENCE_MS
      request.send(body)
    })
  }

  async function answer() {
    const file = await fileOf(kept)
    if (aborted) throw new Error('abort')
    return file ? post(file) : 'gone'
  }

  return {
    answered: answer(),
    abort: () => {
      aborted = true
      request.abort()
    },
  }
}

type Photo = { bytes: number; width?: number; height?: number; ending?: string }
type Upload = { filePath: string; url: string; formData: Record<string, string>; answer: (status: number) => void; lose: () => void }

const listeners: Record<string, (event: never) => void> = {}
/** The recorder stops after so many milliseconds. */
function end(duration: number) {
  media.recorder.running = false
  const tempFilePath = temporary({ bytes: duration * 4, ending: 'mp3' })
  listeners['stop']?.({ tempFilePath, duration, fileSize: duration * 4 } as never)
}

/** What a test arranges and reads of the phone's camera, recorder and files. */
export const media = {
  /** What the person chooses next. */
  album: [] as Photo[],
  /** What the person has refused: `camera`, `scope.record`. */
  refused: new Set<string>(),
  /** WeChat's functions that this phone's WeChat does not know. */
  unknown: new Set<string>(),
  /** Files that are there, temporary and kept, and how many bytes each has. */
  files: new Map<string, number>(),
  sizes: new Map<string, { width: number; height: number }>(),
  diskFull: false,
  /** Files on their way; progress is told by `told`. */
  uploads: [] as (Upload & { told: (percent: number) => void; aborted: boolean })[],
  previews: [] as { urls: string[]; current?: string }[],
  settingsOpened: 0,
  recorder: { running: false, end, interrupt: () => listeners['interrupt']?.(undefined as never) },
}

const fresh = () => ({
  ...{ album: [], refused: new Set(), unknown: new Set(), files: new Map(), sizes: new Map(), diskFull: false },
  ...{ uploads: [], previews: [], settingsOpened: 0 },
})
export const newMedia = () => void Object.assign(media, fresh())

type Told = { success?: (answer: never) => void; fail?: (error: { errMsg: string }) => void }
const fails = (errMsg: string) => Promise.reject({ errMsg })

let made = 0
function temporary({ bytes, width = 800, height = 600, ending = 'jpg' }: Photo): string {
  const path = `wxfile://tmp_${++made}.${ending}`
  media.files.set(path, bytes)
  media.sizes.set(path, { width, height })
  return path
}

function chosen(name: string, count: number) {
  if (media.unknown.has(name)) throw new Error(`${name} is not a function`)
  if (media.refused.has('camera')) return fails(`${name}:fail auth deny`)
  if (media.album.length === 0) return fails(`${name}:fail cancel`)
  return Promise.resolve(media.album.splice(0, count).map(temporary))
}

const fileSystem = {
  accessSync(path: string) {
    if (!media.files.has(path)) throw new Error(`accessSync:fail no such file or directory, access '${path}'`)
  },
  saveFile({ tempFilePath, filePath, success, fail }: Told & { tempFilePath: string; filePath: string }) {
    const bytes = media.files.get(tempFilePath)
    if (bytes === undefined) return fail?.({ errMsg: 'saveFile:fail tempFilePath file not exist' })
    if (media.diskFull) return fail?.({ errMsg: 'saveFile:fail the maximum size of the file storage limit is exceeded' })
    media.files.delete(tempFilePath)
    media.files.set(filePath, bytes)
    success?.({ savedFilePath: filePath } as never)
  },
  getFileInfo({ filePath, success, fail }: Told & { filePath: string }) {
    const size = media.files.get(filePath)
    if (size === undefined) fail?.({ errMsg: 'getFileInfo:fail file not exist' })
    else success?.({ size } as never)
  },
  unlink({ filePath, success, fail }: Told & { filePath: string }) {
    if (media.files.delete(filePath)) success?.({} as never)
    else fail?.({ errMsg: 'unlink:fail no such file or directory' })
  },
}

function uploadFile({ filePath, url, formData }: { filePath: string; url: string; formData: Record<string, string> }) {
  let told: (event: { progress: number }) => void = () => undefined
  const answered = new Promise<{ statusCode: number }>((resolve, reject) => {
    const upload = {
      ...{ filePath, url, formData, aborted: false },
      told: (percent: number) => told({ progress: percent }),
      answer: (statusCode: number) => resolve({ statusCode }),
      lose: () => reject({ errMsg: 'uploadFile:fail timeout' }),
    }
    media.uploads.push(upload)
  })
  const mine = media.uploads[media.uploads.length - 1]
  return Object.assign(answered, {
    progress: (listener: typeof told) => {
      told = listener
    },
    abort: () => {
      if (mine) mine.aborted = true
      mine?.lose()
    },
  })
}

const recorderManager = {
  start: () => void (media.recorder.running = true),
  stop: () => media.recorder.running && media.recorder.end(3_000),
  onStop: (listener: (event: never) => void) => void (listeners['stop'] = listener),
  onError: (listener: (event: never) => void) => void (listeners['error'] = listener),
  onInterruptionBegin: (listener: () => void) => void (listeners['interrupt'] = listener),
}
type Squeezed = { src: string; quality: number; compressedWidth?: number; compressedHeight?: number }

/** The part of Taro that has to do with photos, recordings and files, as WeChat answers. */
export const taroMedia = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  canIUse: (name: string) => !media.unknown.has(name),
  chooseMedia: async ({ count }: { count: number }) => ({
    tempFiles: (await chosen('chooseMedia', count)).map((tempFilePath) => ({ tempFilePath })),
  }),
  chooseImage: async ({ count }: { count: number }) => ({ tempFilePaths: await chosen('chooseImage', count) }),
  getImageInfo: ({ src }: { src: string }) => {
    const size = media.sizes.get(src)
    return size?.width ? Promise.resolve(size) : fails('getImageInfo:fail invalid image')
  },
  compressImage: async ({ src, quality, compressedWidth, compressedHeight }: Squeezed) => {
    const { width, height } = media.sizes.get(src) ?? { width: 1, height: 1 }
    const scale = compressedWidth ? compressedWidth / width : compressedHeight ? compressedHeight / height : 1
    const bytes = Math.round((media.files.get(src) ?? 0) * scale * scale * (quality / 100))
    return { tempFilePath: temporary({ bytes, width: width * scale, height: height * scale }) }
  },
  getFileSystemManager: () => fileSystem,
  uploadFile,
  authorize: ({ scope }: { scope: string }) => (media.refused.has(scope) ? fails('authorize:fail auth deny') : Promise.resolve({})),
  openSetting: () => Promise.resolve(void media.settingsOpened++),
  getRecorderManager: () => recorderManager,
  setInnerAudioOption: () => Promise.resolve({}),
  previewImage: (shown: { urls: string[]; current?: string }) => Promise.resolve(void media.previews.push(shown)),
}

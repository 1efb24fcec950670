import { MediaId } from '../../contract/media'

/** The folder of what was uploaded and has not been looked at. */
export const RAW = 'raw'

/** Where a file stands as it was uploaded, and where what is left of it after it was looked at. */
export const rawKey = (id: MediaId) => `${RAW}/${id}`
export const cleanKey = (id: MediaId) => `clean/${id}`

/** The id under whose key something was uploaded. */
export const idOfRaw = (key: string): MediaId | undefined => MediaId.safeParse(/^raw\/(.+)$/.exec(key)?.[1]).data

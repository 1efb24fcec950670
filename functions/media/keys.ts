import { MediaId } from '../../contract/media'

/** Where a file stands as it was uploaded, and where what is left of it after it was looked at. */
export const rawKey = (id: MediaId) => `raw/${id}`
export const cleanKey = (id: MediaId) => `clean/${id}`

/** The id under whose key something was uploaded. */
export const idOfRaw = (key: string): MediaId | undefined => MediaId.safeParse(/^raw\/(.+)$/.exec(key)?.[1]).data

import type { PackId } from '../../../contract/survey'

/** What a pack is called on its cover and in the table: enough of its id to tell packs apart. */
export const packName = (id: PackId) => id.slice(0, 6).toUpperCase()

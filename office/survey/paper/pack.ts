import type { Pack, PackId } from '../../../contract/survey'

/** What a pack is called on its cover and in the table: enough of its id to tell packs apart. */
export const packName = (id: PackId) => id.slice(0, 6).toUpperCase()

const waitingIn = ({ waiting }: Pack) => waiting.reduce((sum, { sheets }) => sum + sheets, 0)

/** Sheets of a pack that nobody has accounted for. */
export const restOf = (pack: Pack) => pack.sheets - pack.entered - pack.voided - waitingIn(pack)

import type * as sealing from './sealing'

/** Brings what blinds and seals; Taro's build puts load-sealing.weapp.ts or load-sealing.h5.ts in this file's place. */
export type LoadSealing = () => Promise<typeof sealing>

export { loadSealing } from './load-sealing.h5'

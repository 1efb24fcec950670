import type { LoadSealing } from './load-sealing'
import * as sealing from './sealing'

export const loadSealing: LoadSealing = () => Promise.resolve(sealing)

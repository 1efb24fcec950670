import type { LoadSealing } from './load-sealing'

/** A file of its own, so that what nobody casts by, and what old browsers cannot read, is not loaded with the screens. */
export const loadSealing: LoadSealing = () => import(/* webpackChunkName: "sealing" */ './sealing')

/** Photos over the whole screen, from the one at `at` on. Taro's build puts large.weapp or large.h5 here. */
export { Large } from './large.h5'

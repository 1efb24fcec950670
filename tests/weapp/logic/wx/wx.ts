import type { Stack } from '../stack'
import type { Query, World } from '../world'
import { device } from './device'
import { dialogue } from './dialogue'
import { identity } from './identity'
import { navigation } from './navigation'
import { request } from './request'
import { selectorQuery } from './selector'
import { storage } from './storage'
import { surroundings } from './surroundings'

/** `wx` as far as it is played here. What is not played is absent, so that using it shows. */
export function wx(
  world: World,
  stack: Stack,
  launch: { path: string; query: Query; scene: number },
  wholeScreen: boolean,
): Record<string, unknown> {
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    ...device(world, launch, wholeScreen),
    ...dialogue(world),
    ...identity(world),
    ...navigation(world, stack),
    ...request(world),
    ...storage(world),
    ...surroundings(world),
    createSelectorQuery: () => selectorQuery(world, () => stack.top()?.id),
  }
}

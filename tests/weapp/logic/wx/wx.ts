import type { Stack } from '../stack'
import type { Query, World } from '../world'
import { camera } from './camera'
import { device } from './device'
import { dialogue } from './dialogue'
import { files } from './files'
import { identity } from './identity'
import { navigation } from './navigation'
import { request } from './request'
import { selectorQuery } from './selector'
import { sound } from './sound'
import { storage } from './storage'
import { surroundings } from './surroundings'
import { upload } from './upload'

/** `wx` as far as it is played here. What is not played is absent, so that using it shows. */
export function wx(
  world: World,
  stack: Stack,
  launch: { path: string; query: Query; scene: number },
  wholeScreen: boolean,
): Record<string, unknown> {
  const known = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    ...device(world, launch, wholeScreen),
    ...dialogue(world),
    ...identity(world),
    ...navigation(world, stack),
    ...request(world),
    ...storage(world),
    ...surroundings(world),
    ...camera(world),
    ...files(world),
    ...sound(world),
    ...upload(world),
    createSelectorQuery: () => selectorQuery(world, () => stack.top()?.id),
  }
  return Object.fromEntries(Object.entries(known).filter(([name]) => !world.handset.unknown.has(name)))
}

import type { Stack } from '../stack'
import type { World } from '../world'
import { call } from './call'

/** The ways between pages. */
export function navigation(world: World, stack: Stack) {
  return {
    navigateTo: call(world, 'navigateTo', ({ url }) => stack.open(url)),
    redirectTo: call(world, 'redirectTo', ({ url }) => stack.replace(url)),
    reLaunch: call(world, 'reLaunch', ({ url }) => stack.restart(url)),
    switchTab: call(world, 'switchTab', ({ url }) => stack.restart(url)),
    navigateBack: call(world, 'navigateBack', ({ delta }) => stack.back(Number(delta ?? 1))),
    setNavigationBarTitle: call(world, 'setNavigationBarTitle', ({ title }) => world.view.title(String(title))),
    pageScrollTo: call(world, 'pageScrollTo', async ({ scrollTop, selector }) => {
      const shown = stack.top()
      if (shown) await world.view.scroll(shown.id, typeof selector === 'string' ? selector : Number(scrollTop ?? 0))
    }),
  }
}

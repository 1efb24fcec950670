import type { Browser, Page } from 'playwright-core'

import { pageAhead } from '../ahead'
import { launchBrowser } from '../browser'
import { startStack } from '../stack'
import { desktopIn } from './desktop'
import { phoneIn } from './phone'
import { sandboxAt } from './sandbox'

/** The running stack with an empty database of its own, and people with telephones. Close it at the end. */
export async function openStage() {
  let stack = await startStack()
  const sandbox = sandboxAt(stack.url)
  let browser: Browser | undefined
  try {
    browser = await launchBrowser()
  } catch (error) {
    await stack.stop()
    throw error
  }
  const open = browser

  return {
    url: stack.url,
    dataDir: stack.dataDir,
    sandbox,
    /** The telephone of the person whose label or note holds these words. */
    phoneOf: async (...words: string[]) => phoneIn(open, stack.url, sandbox, await sandbox.find(...words)),
    /** A desktop at which nobody is signed in. */
    desktop: (size?: { width: number; height: number }) => desktopIn(open, stack.url, size),
    /** The telephone of anybody of the fixture. */
    phoneOfAnybody: async (typed: string) => phoneIn(open, stack.url, sandbox, await sandbox.search(typed)),
    /** The product is shut down and started again so much later; what stands in its database is as it was. */
    async later(aheadMs: number) {
      const { dataDir, port } = stack
      await stack.rest()
      stack = await startStack({ dataDir, port, aheadMs })
    },
    /** This telephone or desktop is looked at again so much later. */
    age: ({ page }: { page: Page }, aheadMs: number) => page.context().addInitScript(pageAhead(aheadMs)),
    async close() {
      await open.close()
      await stack.stop()
    },
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>

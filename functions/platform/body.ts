import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/**
 * Lets bodies of up to `most` bytes through; `tooLarge` answers others, and `cutShort` a sender who went away in the middle of one, which
 * is nothing that anybody has to look into.
 */
export function bodyUpTo(most: number, tooLarge: () => Response, cutShort: () => Response): MiddlewareHandler {
  const limit = bodyLimit({ maxSize: most, onError: tooLarge })
  return async (c, next) => {
    let whole = false
    try {
      return await limit(c, async () => {
        whole = true
        await next()
      })
    } catch (error) {
      if (whole) throw error
      return cutShort()
    }
  }
}

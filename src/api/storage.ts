import Taro from '@tarojs/taro'
import type * as z from 'zod/mini'

/** Keeps `value` on this phone; false where the phone has no room left. */
export function keep(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** What was kept under `name`, if it still has the form of today's program. */
export function kept<Schema extends z.ZodMiniType>(name: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    const stored: unknown = Taro.getStorageSync(name)
    if (typeof stored !== 'string' || !stored) return undefined
    const parsed = schema.safeParse(JSON.parse(stored))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Forgets what was kept under `name`. */
export function forget(name: string) {
  try {
    Taro.removeStorageSync(name)
  } catch {
    // What cannot be removed now is overwritten by the next `keep`.
  }
}

import type { MediaWhen } from '../../contract/media'

/** What stands over photos of before and after; what goes with no such word comes first. */
export const groups: readonly { when?: MediaWhen; name: string }[] = [
  { name: '照片' },
  { when: 'before', name: '办之前' },
  { when: 'after', name: '办之后' },
]

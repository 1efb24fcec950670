import { useSyncExternalStore } from 'react'

const query = '(max-width: 700px)'
const listen = (changed: () => void) => {
  const list = window.matchMedia(query)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

/** Whether a table has no room for its columns side by side. */
export const useNarrow = () => useSyncExternalStore(listen, () => window.matchMedia(query).matches)

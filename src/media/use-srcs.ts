import { useEffect, useState } from 'react'

import type { MediaId } from '../../contract/media'
import { device } from './device'
import { useShelf } from './shelf'

/** By which addresses a picture or a player finds what this phone keeps, by id: missing while it looks, null where it is not there. */
export function useSrcs(ids: readonly MediaId[]): Readonly<Record<string, string | null>> {
  const uploads = useShelf((shelf) => shelf.uploads)
  const [srcs, setSrcs] = useState<Readonly<Record<string, string | null>>>({})
  const names = ids.join()
  useEffect(() => {
    let wanted = true
    async function look(id: string) {
      const kept = uploads.find((one) => one.id === id)
      const src = (kept && (await device.srcOf(kept))) ?? null
      if (wanted) setSrcs((all) => (all[id] === src ? all : { ...all, [id]: src }))
    }
    for (const id of names ? names.split(',') : []) void look(id)
    return () => {
      wanted = false
    }
  }, [names, uploads])
  return srcs
}

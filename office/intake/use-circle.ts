import { ask } from '../api/ask'
import { useRead } from '../api/read'
import { homeOf, type Place } from './home'

/** Whom words from this place can be about, and what of that the reader must not take down. */
export function useCircle(place: Place | undefined) {
  const home = place && homeOf(place)
  return useRead(['circle', JSON.stringify(home)], () => ask('POST /v1/intake/circles', { body: { home: home! } }), {
    when: home !== undefined,
  })
}

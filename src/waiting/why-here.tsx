import type { Errand } from '../api/errand'
import { goingWords, useGoing } from '../media/going'
import { whyHere } from './waiting'

/** Why an errand is still on this phone; while its photos are on their way, how far they are. */
export function WhyHere({ of }: { of: Errand }) {
  const going = useGoing(of)
  return <>{!of.says && !of.tried && going?.percent !== undefined ? `${goingWords(going).join(',')},传完就交` : whyHere(of)}</>
}

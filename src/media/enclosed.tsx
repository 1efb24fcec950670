import type { Media } from '../../contract/media'
import { Thumbs } from './thumbs'
import { useSrcs } from './use-srcs'
import { Voice } from './voice'

/** What goes with words that are about to be sent, to be looked at and heard once more. */
export function Enclosed({ of }: { of: Media }) {
  const srcs = useSrcs(of.map(({ id }) => id))
  const photos = of.filter(({ kind }) => kind === 'photo')
  const voice = of.find(({ kind }) => kind === 'voice')
  const heard = voice && srcs[voice.id]
  return (
    <>
      {photos.length > 0 && <Thumbs of={photos.map(({ id }) => ({ id, src: srcs[id] }))} />}
      {heard && <Voice src={heard} words="放给村民听" />}
    </>
  )
}

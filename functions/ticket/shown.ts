import type { Deps } from './deps'
import type { Head } from './head'
import { refsOf, type Shown } from './view'

/** The photos and recordings of these tickets, looked up together. */
export async function shownOf({ media }: Pick<Deps, 'media'>, ...of: (Head | undefined)[]): Promise<Shown> {
  const heads = of.filter((head) => head !== undefined)
  const refs = heads.flatMap(refsOf)
  const all =
    refs.length > 0
      ? await media.view(
          refs,
          heads.map(({ id }) => id),
        )
      : []
  return new Map(all.map((one) => [one.id, one]))
}

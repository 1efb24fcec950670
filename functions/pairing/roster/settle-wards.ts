import type { CadreId, HouseholdId } from '../../../contract/pairing'
import { release } from '../caring'
import type { Household } from '../household'
import { carersOf } from '../pairing'
import type { RosterStore } from '../store'
import { piecesOf, pool } from './pool'
import type { Progress } from './read-in'

/** Households by those who look after them. */
type ByCarer = Map<CadreId, HouseholdId[]>

const enter = (byCarer: ByCarer, cadreId: CadreId, id: HouseholdId) => {
  const ids = byCarer.get(cadreId)
  if (ids) ids.push(id)
  else byCarer.set(cadreId, [id])
}

type Change = { stored?: Household; next: Household }

/** Lists households with their new carers, before the households themselves say so. */
export async function listNewWards(changes: readonly Change[], { wards }: RosterStore): Promise<void> {
  const added: ByCarer = new Map()
  for (const { stored, next } of changes) {
    const before = stored ? carersOf(stored) : []
    for (const cadreId of carersOf(next)) if (!before.includes(cadreId)) enter(added, cadreId, next.id)
  }
  for (const [cadreId, ids] of added) await wards.add(cadreId, ids)
}

const READ_AT_ONCE = 100
const LANES = 4

/** Who looks after which household once the sheets are settled. */
export function careSeen() {
  const byCarer: ByCarer = new Map()
  return {
    see: (stored: Household | undefined, next: Household) => {
      for (const cadreId of carersOf(next)) enter(byCarer, cadreId, next.id)
      // Whoever cares no longer is looked at as well.
      for (const cadreId of stored ? carersOf(stored) : []) if (!byCarer.has(cadreId)) byCarer.set(cadreId, [])
    },
    /**
     * Makes every carer's list say what was seen, `cadreIds` included who care for nobody now: it finishes what an import
     * that was cut short left, and lists what was stored before there were such lists.
     */
    settle: async (cadreIds: Iterable<CadreId>, store: RosterStore, progress: Progress): Promise<void> => {
      const all = [...new Set([...byCarer.keys(), ...cadreIds])]
      let done = 0
      await pool(piecesOf(all, READ_AT_ONCE), LANES, async (piece) => {
        const listed = await store.wards.many(piece)
        for (const [at, cadreId] of piece.entries()) {
          const [wanted, { households }] = [new Set(byCarer.get(cadreId)), listed[at]!]
          const missing = [...wanted].filter((id) => !households.has(id))
          if (missing.length > 0) await store.wards.add(cadreId, missing)
          for (const id of households) if (!wanted.has(id)) await release([cadreId], id, store)
        }
        done += piece.length
        progress('核对结对', done, all.length)
      })
    },
  }
}

import { findMinlePersons, type MinlePerson, minlePerson, minlePersons } from '../../tests/fixtures/minle/persons'
import { openPairing } from '../pairing'
import { ids } from '../pairing/roster/merge'
import type { Table } from '../platform/table'
import type { Tag } from '../platform/tag'
import type { People, Person } from './sandbox/people'

const grouped = (code: string) => code.replace(/(\d{3})(?=\d)/g, '$1 ')

/** The fixture's people as the sandbox offers them, each villager with the code that stands on their card. */
export async function demoPeople(table: Table, tag: Tag): Promise<People> {
  const pairing = openPairing({ table, tag })

  async function shown({ id, label, phone, note, householdCode }: MinlePerson): Promise<Person> {
    const card = householdCode && (await pairing.household(ids.household(householdCode)))?.card
    return { id, label, phone, note: card ? `${note}。卡上的号码 ${grouped(card.code)}` : note }
  }
  return {
    interesting: await Promise.all(minlePersons.map(shown)),
    person: async (id) => minlePerson(id),
    find: (typed) => Promise.all(findMinlePersons(typed).map(shown)),
  }
}

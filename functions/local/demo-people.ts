import { findMinlePersons, type MinlePerson, minlePerson, minlePersons } from '../../tests/fixtures/minle/persons'
import { openPairing } from '../pairing'
import { ids } from '../pairing/roster/merge'
import type { Table } from '../platform/table'
import type { Tag } from '../platform/tag'
import type { People, Person } from './sandbox/people'

const grouped = (code: string) => code.replace(/(\d{3})(?=\d)/g, '$1 ')

/** The fixture's people as the sandbox offers them, each villager with the code that stands on their card. */
export function demoPeople(table: Table, tag: Tag) {
  const pairing = openPairing({ table, tag })
  const cardOf = async ({ householdCode }: MinlePerson) => householdCode && (await pairing.household(ids.household(householdCode)))?.card

  async function shown(person: MinlePerson): Promise<Person> {
    const card = await cardOf(person)
    const { id, label, phone, note } = person
    return { id, label, phone, note: card ? `${note}。卡上的号码 ${grouped(card.code)}` : note }
  }
  return {
    /** Whether the fixture is in the database. */
    loaded: async () => (await Promise.all(minlePersons.map(cardOf))).some((card) => card),
    /** The sandbox's people, once the fixture is loaded. */
    people: async (): Promise<People> => ({
      interesting: await Promise.all(minlePersons.map(shown)),
      person: async (id) => minlePerson(id),
      find: (typed) => Promise.all(findMinlePersons(typed).map(shown)),
    }),
  }
}

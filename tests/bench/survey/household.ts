import { RollId } from '../../../contract/survey'
import { hour, later, minute } from '../../../contract/time'
import { ids } from '../../../functions/pairing/roster/merge'
import { surveyStores } from '../../../functions/survey'
import { sampled } from '../../../functions/survey/roll'
import { keysFrom } from '../../attack/keys'
import { aPlan } from '../../attack/plan'
import { enrolOn } from '../../attack/stage'
import { minlePersons } from '../../fixtures/minle/persons'
import { openTown } from '../../town'
import { meter, type Spent } from '../meter'
import { good, openProduct } from '../product'

type Units = Pick<Spent, 'read' | 'write'>
const units = ({ read, write, index }: Spent): Units => ({ read, write: write + index })

/** What one household of the sample costs the table `main` beside its ballot: to be taken into the sample, to be invited over WeChat, and each opening of the mini-program. */
export async function measureHousehold(): Promise<Record<'sample' | 'invite' | 'opening', Units>> {
  const plan = aPlan({ voters: 2, inStratum: 2, seed: 1 })
  const { campaignId, villageId, opensAt } = plan
  const [stratumId] = plan.strata
  const { id: person, householdCode } = minlePersons.find((one) => one.householdCode !== undefined) ?? {}
  if (!person || !householdCode || !stratumId) throw new Error('nobody lives in the town')
  // In daylight, when whoever is told anything is told at once.
  const clock = () => later(opensAt, 2 * hour)
  const town = await openTown({ households: new RegExp(`^${householdCode}$`), clock })
  try {
    const { table, endpoint } = town.database
    const product = openProduct(town, { clock })
    await enrolOn(plan, await keysFrom('household'), table)
    await product.as(person)
    await town.agree(person)
    while ((await product.sweep()) > 0);

    const { spent, close } = meter(table, endpoint)
    const opening = await spent(async () => {
      const own = product.with(await product.signIn(person))
      good(await own('GET /v1/home'))
      good(await own('GET /v1/tickets', { query: {} }))
    })
    const { entries } = surveyStores(table)
    const household = { id: RollId.parse('f'.repeat(32)), campaignId, householdId: ids.household(householdCode), villageId, stratumId }
    const sample = await spent(() => entries.add(sampled(household, later(opensAt, minute)), clock()))
    const invite = { read: 0, write: 0 }
    for (let keys = await product.owing(); keys.length > 0; keys = await product.owing())
      for (const key of keys) {
        const { read, write } = units(await spent(() => product.dispatch(key)))
        invite.read += read
        invite.write += write
      }
    close()
    if ((await town.messages(person)).length === 0) throw new Error('the invitation did not arrive')
    return { sample: units(sample), invite, opening: units(opening) }
  } finally {
    await town.close()
  }
}

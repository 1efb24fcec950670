// npm run bench: what the product costs, in counts and ratios. A line that breaks its budget ends with !! and fails the run.
// npm run bench -- survey crowd: those parts alone.
import { existsSync } from 'node:fs'
import path from 'node:path'

import { bundleMostBytes } from '../../config/lambda'
import { openTown } from '../town'
import { BARE_WRITES_MOST, byteBudgets, countBudgets, FIRST_SCREEN_MOST_BYTES } from './budgets'
import { h5FirstLoad, weappBytes } from './bytes'
import { boundsOf } from './capacity'
import { firstScreens } from './first-screen'
import { counting } from './counting'
import { lambdaStarts } from './init'
import { officeFirstLoad } from './office'
import { kilobytes, line } from './line'
import { opening } from './opening'
import { measureOperations } from './operations'
import { crowd } from './survey/crowd'
import { survey } from './survey/survey'
import { endToEnd } from './throughput'

const dist = (target: string) => path.resolve(__dirname, '..', '..', 'dist', target)
const weigh = (name: string, bytes: number, most: number) => line(name, kilobytes(bytes), [{ used: bytes, most }], kilobytes)

async function capacity() {
  console.log('Database: capacity units (indexes counted in) and round trips')
  const town = await openTown()
  for (const operation of await measureOperations(town)) {
    const { read, write, index, rounds } = operation.spent
    const bounds = boundsOf(operation)
    const note = bounds.map(({ what, most }) => `${what} ≤ ${most}`).join(', ')
    line(
      operation.name,
      `${read} RCU, ${write} + ${index} WCU, ${rounds} round trip${rounds === 1 ? '' : 's'}${note && `   (${note})`}`,
      [],
    )
    if (bounds.some(({ used, most }) => used > most)) line('', 'over its budget', bounds)
  }
  await town.close()
}

async function speed() {
  console.log('\nFrom a phone to the cadre’s inbox, eight phones at once, on this machine')
  const town = await openTown()
  const { tickets, puts, ratio } = await endToEnd(town)
  line('requests that arrived', `${tickets.toFixed(0)} a second`)
  line('bare writes to the same database', `${puts.toFixed(0)} a second`)
  line('one request costs as much as', `${ratio.toFixed(0)} bare writes`, [{ used: ratio, most: BARE_WRITES_MOST }])
  await town.close()
}

async function count() {
  console.log('\nCounting opened ballots, 15 units on each, 200 strata, with all intervals and groups')
  const { ballots, plain, counted, units, megabytes } = counting()
  const ratio = counted / plain
  line('ballots, units', `${ballots}, ${units}`)
  line('a plain pass over the same bytes', `${(plain / 1000).toFixed(2)} s`)
  line('the count, as a multiple of it', `${ratio.toFixed(1)} ×`, [{ used: ratio, most: countBudgets.ratio }])
  line('memory, the ballots in it', `${megabytes.toFixed(0)} MB`, [{ used: megabytes, most: countBudgets.megabytes }])
  const { aSecond, agreements } = await opening()
  line('sealed ballots opened before, one core', `${aSecond.toFixed(0)} a second`)
  line('one opening costs as much as', `${agreements.toFixed(1)} bare key agreements`, [
    { used: agreements, most: countBudgets.agreements },
  ])
}

async function bytes() {
  console.log('\nBytes')
  if (existsSync(dist('weapp'))) {
    const { main, packages } = weappBytes(dist('weapp'))
    weigh('mini-program, main package', main, byteBudgets.weappMain)
    for (const [name, size] of Object.entries(packages)) weigh(`mini-program, ${name}`, size, byteBudgets.weappPackage)
    const { visitor, villager } = await firstScreens()
    weigh('setData until the first screen, somebody new', visitor, FIRST_SCREEN_MOST_BYTES)
    weigh('setData until the first screen, with a card', villager, FIRST_SCREEN_MOST_BYTES)
  } else console.log('  The mini-program is not built: npm run build:weapp')
  if (existsSync(dist('h5'))) weigh('H5, first load, gzipped', (await h5FirstLoad(dist('h5'))).total, byteBudgets.h5FirstLoad)
  else console.log('  H5 is not built: npm run build:h5')
  if (!existsSync(dist('office-demo'))) return console.log('  The office web is not built: npm start')
  const { signIn, letters } = await officeFirstLoad(dist('office-demo'))
  weigh('office web, until one can sign in, gzipped', signIn, byteBudgets.officeSignIn)
  weigh('office web, until the first table, gzipped', letters, byteBudgets.officeLetters)
}

async function lambdas() {
  console.log('\nFunctions: bytes, and time until ready as a multiple of an empty function’s')
  for (const { name, bytes: size, milliseconds, ratio } of await lambdaStarts()) {
    weigh(name, size, bundleMostBytes[name])
    line('', `${ratio.toFixed(1)} × an empty function, ${milliseconds.toFixed(0)} ms`)
  }
}

/** Many households at once: none of them may be counted twice, and none be lost. */
async function all() {
  console.log('\nA survey on one machine, some phones asking or sending twice')
  const { voters, draws, casts, seconds, stored, marked, exported } = await crowd()
  const bounds = [stored, marked, exported].map((count) => ({ used: Math.abs(count - voters), most: 0 }))
  line('voters; draws and casts sent', `${voters}; ${draws} and ${casts}, in ${seconds.toFixed(0)} s`)
  line('ballots stored, households marked, exported', `${stored}, ${marked}, ${exported}`, bounds, () => String(voters))
}

const parts = { capacity, speed, count, survey, crowd: all, bytes, lambdas }

async function main() {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !(name in parts))
  if (unknown) throw new Error(`no such part: ${unknown}. There are ${Object.keys(parts).join(', ')}`)
  for (const [name, part] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await part()
}
void main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import path from 'node:path'

import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb'

import { connect, mainTable, type Table } from '../platform/table'
import { ballotsTable } from '../survey/ballots'

type Dynalite = (options: { path?: string; createTableMs: number }) => Server
const dynalite = createRequire(__filename)('dynalite') as Dynalite

/** A database at hand: its table, where it listens, and how to let go of it. */
export type Database = { table: Table; endpoint: string; close: () => Promise<void> }

/** What is kept in a database: the table, and where it and its address lie beside the others. */
type Kind = { table: string; schema: (name: string) => CreateTableCommandInput; folder: string; note: string }

const main: Kind = { table: 'jinnongjia-main', schema: mainTable, folder: 'database', note: 'endpoint' }
/** A database of its own: who holds the one has not got the other. */
const ballots: Kind = { table: 'jinnongjia-ballots', schema: ballotsTable, folder: 'ballots', note: 'ballots-endpoint' }

async function ensureTable(table: Table, schema: Kind['schema']): Promise<void> {
  try {
    await table.client.send(new DescribeTableCommand({ TableName: table.name }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
    await table.client.send(new CreateTableCommand(schema(table.name)))
    for (;;) {
      const { Table: made } = await table.client.send(new DescribeTableCommand({ TableName: table.name }))
      if (made?.TableStatus === 'ACTIVE') return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

async function serve(kind: Kind, folder?: string): Promise<Database> {
  const server = dynalite({ path: folder, createTableMs: 0 })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const table = { client: connect(endpoint), name: kind.table }
  await ensureTable(table, kind.schema)
  const close = async () => {
    table.client.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { table, endpoint, close }
}

async function joined(endpoint: string, kind: Kind, name = kind.table): Promise<Database | undefined> {
  const table = { client: connect(endpoint), name }
  try {
    await table.client.send(new ListTablesCommand({}), { requestTimeout: 2000 })
  } catch {
    // Nobody answers there any more: the stack that wrote the address has ended.
    return undefined
  }
  await ensureTable(table, kind.schema)
  return { table, endpoint, close: async () => table.client.destroy() }
}

async function scratch(kind: Kind): Promise<Database> {
  const endpoint = process.env['DYNAMODB_ENDPOINT']
  if (!endpoint) return serve(kind)
  const name = `jinnongjia-test-${process.pid}-${Date.now()}-${Math.floor(Math.random() * 1e6)}`
  const database = await joined(endpoint, kind, name)
  if (!database) throw new Error('DYNAMODB_ENDPOINT does not answer')
  const close = async () => {
    await database.table.client.send(new DeleteTableCommand({ TableName: name }))
    await database.close()
  }
  return { ...database, close }
}

/** An empty database of its own: in memory, or a fresh table at `DYNAMODB_ENDPOINT` where that is set. */
export const scratchDatabase = () => scratch(main)

/** The same for sealed ballots. */
export const scratchBallots = () => scratch(ballots)

async function open(dataDir: string, kind: Kind): Promise<Database> {
  const given = process.env['DYNAMODB_ENDPOINT']
  const note = path.join(dataDir, kind.note)
  const known = given ?? (existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined)
  const running = known ? await joined(known, kind) : undefined
  if (running) return running
  if (given) throw new Error('DYNAMODB_ENDPOINT does not answer')
  mkdirSync(dataDir, { recursive: true })
  const database = await serve(kind, path.join(dataDir, kind.folder))
  writeFileSync(note, database.endpoint)
  const close = async () => {
    rmSync(note, { force: true })
    await database.close()
  }
  return { ...database, close }
}

/**
 * The one-machine stack's database under `dataDir`. LevelDB lets one process in, so a second one (the roster import
 * beside a running stack) joins the first at the address that it left in `endpoint`.
 */
export const openDatabase = (dataDir: string) => open(dataDir, main)

/** The one-machine stack's sealed ballots, which lie in a database of their own; a second process joins it as it does the other. */
export const openBallots = (dataDir: string) => open(dataDir, ballots)

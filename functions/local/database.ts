import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import path from 'node:path'

import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb'

import { connect, mainTable, type Table } from '../platform/table'

type Dynalite = (options: { path?: string; createTableMs: number }) => Server
const dynalite = createRequire(__filename)('dynalite') as Dynalite

/** A database at hand: its table, where it listens, and how to let go of it. */
export type Database = { table: Table; endpoint: string; close: () => Promise<void> }

const TABLE = 'jinnongjia-main'

async function ensureTable(table: Table): Promise<void> {
  try {
    await table.client.send(new DescribeTableCommand({ TableName: table.name }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
    await table.client.send(new CreateTableCommand(mainTable(table.name)))
    for (;;) {
      const { Table: made } = await table.client.send(new DescribeTableCommand({ TableName: table.name }))
      if (made?.TableStatus === 'ACTIVE') return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

async function serve(folder?: string): Promise<Database> {
  const server = dynalite({ path: folder, createTableMs: 0 })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const table = { client: connect(endpoint), name: TABLE }
  await ensureTable(table)
  const close = async () => {
    table.client.destroy()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { table, endpoint, close }
}

async function joined(endpoint: string, name = TABLE): Promise<Database | undefined> {
  const table = { client: connect(endpoint), name }
  try {
    await table.client.send(new ListTablesCommand({}), { requestTimeout: 2000 })
  } catch {
    // Nobody answers there any more: the stack that wrote the address has ended.
    return undefined
  }
  await ensureTable(table)
  return { table, endpoint, close: async () => table.client.destroy() }
}

/** An empty database of its own: in memory, or a fresh table at `DYNAMODB_ENDPOINT` where that is set. */
export async function scratchDatabase(): Promise<Database> {
  const endpoint = process.env['DYNAMODB_ENDPOINT']
  if (!endpoint) return serve()
  const name = `jinnongjia-test-${process.pid}-${Date.now()}-${Math.floor(Math.random() * 1e6)}`
  const database = await joined(endpoint, name)
  if (!database) throw new Error('DYNAMODB_ENDPOINT does not answer')
  const close = async () => {
    await database.table.client.send(new DeleteTableCommand({ TableName: name }))
    await database.close()
  }
  return { ...database, close }
}

/**
 * The one-machine stack's database under `dataDir`. LevelDB lets one process in, so a second one (the roster import
 * beside a running stack) joins the first at the address that it left in `endpoint`.
 */
export async function openDatabase(dataDir: string): Promise<Database> {
  const given = process.env['DYNAMODB_ENDPOINT']
  const note = path.join(dataDir, 'endpoint')
  const known = given ?? (existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined)
  const running = known ? await joined(known) : undefined
  if (running) return running
  if (given) throw new Error('DYNAMODB_ENDPOINT does not answer')
  mkdirSync(dataDir, { recursive: true })
  const database = await serve(path.join(dataDir, 'database'))
  writeFileSync(note, database.endpoint)
  const close = async () => {
    rmSync(note, { force: true })
    await database.close()
  }
  return { ...database, close }
}

import { GetCommand } from '@aws-sdk/lib-dynamodb'

import { parameterStore } from '../../tests/packaged/parameter-store'
import { tagger } from '../platform/tag'
import { type Database, scratchDatabase } from './database'
import { rosterPlace } from './place'

const before = { ...process.env }
const secrets = { sessionKey: 's'.repeat(32), tagKey: 't'.repeat(32), wechatSecret: 'w' }
let database: Database
let store: Awaited<ReturnType<typeof parameterStore>>
beforeAll(async () => {
  database = await scratchDatabase()
  store = await parameterStore({ '/jinnongjia/prod/secrets': JSON.stringify(secrets) })
})
afterAll(async () => {
  process.env = before
  await store.close()
  await database.close()
})

test('a roster goes to the deployed stage that the environment names, under its tags', async () => {
  // The SDK finds credentials and endpoint in the process itself, as it does at an office's computer.
  Object.assign(process.env, {
    ...{ AWS_REGION: 'cn-north-1', AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'key' },
    ...{ AWS_ENDPOINT_URL_DYNAMODB: database.endpoint, AWS_ENDPOINT_URL_SSM: store.endpoint },
    ...{ TABLE: database.table.name, SECRETS_PARAMETER: '/jinnongjia/prod/secrets' },
  })
  const { table, tag, close } = await rosterPlace(process.env)
  expect(tag('phone', '19907750001')).toBe(tagger(secrets.tagKey)('phone', '19907750001'))
  expect(await table.client.send(new GetCommand({ TableName: table.name, Key: { pk: 'nothing', sk: 'here' } }))).not.toHaveProperty('Item')
  await close()
})

test('a stage that is named by half is refused, and nothing local is opened in its place', async () => {
  await expect(rosterPlace({ TABLE: 'jinnongjia-prod-main' })).rejects.toThrow('SECRETS_PARAMETER')
})

import { readFileSync } from 'node:fs'

import { CreateTableCommand } from '@aws-sdk/client-dynamodb'
import sharp from 'sharp'
import * as z from 'zod/mini'

import { bundleMostBytes, lambdas, type LambdaName } from '../../config/lambda'
import { toBase64url } from '../../ballot/bytes'
import { sealKeys } from '../../ballot/seal'
import { Session } from '../../contract/account'
import { contract } from '../../contract/contract'
import { UploadForm } from '../../contract/media'
import { SEALED_BYTES } from '../../contract/survey'
import { TicketLine } from '../../contract/ticket'
import { day, later } from '../../contract/time'
import { makeSurvey } from '../../functions/local/made-survey'
import { sandboxTemplates } from '../../functions/local/sandbox/templates'
import { sandboxApp } from '../../functions/local/sandbox/sandbox'
import { ids } from '../../functions/pairing/roster/merge'
import { bucket } from '../../functions/platform/blobs'
import { systemClock } from '../../functions/platform/clock'
import { type ItemKey, outbox } from '../../functions/platform/outbox'
import { randomId, tagger } from '../../functions/platform/tag'
import { surveyStores } from '../../functions/survey'
import { ballotsTable } from '../../functions/survey/ballots'
import { minlePersons } from '../fixtures/minle/persons'
import { post as postForm } from '../fixtures/upload'
import { ballotOf, begunBy, bytesFrom, tokenFrom, tokenKey, tokenSecret } from '../survey/held'
import { ask, type Lambda, startLambda } from './lambda'
import { pack, readTemplate, type Template } from './pack'
import { parameterStore } from './parameter-store'
import { openTown, secrets, type Town } from '../town'

jest.setTimeout(600_000)

const villager = minlePersons.find(({ householdCode }) => householdCode)!
const cadre = minlePersons.find(({ cadreCode }) => cadreCode)!
const words = '门前的水渠堵了,想请人看看'

const bucketName = 'jinnongjia-prod-files-${AWS::AccountId}'
const exportName = 'jinnongjia-prod-export-${AWS::AccountId}'

let packed: ReturnType<typeof pack>
let template: Template
let town: Town
let store: Awaited<ReturnType<typeof parameterStore>>
const running: Partial<Record<LambdaName, Lambda>> = {}
const parameters: Record<string, string> = { '/jinnongjia/prod/secrets': JSON.stringify(secrets) }

const Variables = z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) })

/** The variables that the template gives the function, with what CloudFormation would put in for its references. */
function environmentOf(resource: string): Record<string, string> {
  const { Variables: declared } = Variables.parse(template.Resources[resource]?.Properties).Environment
  const known: Record<string, string> = {
    [JSON.stringify({ Ref: 'MainTable' })]: town.database.table.name,
    [JSON.stringify({ Ref: 'BallotsTable' })]: town.ballots.table.name,
    [JSON.stringify({ 'Fn::Sub': exportName })]: town.bucket.name,
    [JSON.stringify({ 'Fn::Sub': `https://${exportName}.s3.\${AWS::Region}.\${AWS::URLSuffix}` })]: town.bucket.url,
    [JSON.stringify({ Ref: 'WechatAppId' })]: sandboxApp.appId,
    [JSON.stringify({ Ref: 'TemplateVillager' })]: sandboxTemplates.villager.id,
    [JSON.stringify({ Ref: 'TemplateStaff' })]: sandboxTemplates.staff.id,
    [JSON.stringify({ Ref: 'Sms' })]: 'none',
    [JSON.stringify({ 'Fn::Sub': bucketName })]: town.bucket.name,
    [JSON.stringify({ 'Fn::Sub': `https://${bucketName}.s3.\${AWS::Region}.\${AWS::URLSuffix}` })]: town.bucket.url,
    [JSON.stringify({ 'Fn::Sub': 'https://ssm.${AWS::Region}.${AWS::URLSuffix}' })]: store.endpoint,
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : z.string().parse(known[JSON.stringify(value)]),
    ]),
  )
}

async function start(name: LambdaName) {
  const resource = `${name[0]?.toUpperCase()}${name.slice(1)}LambdaFunction`
  const { accessKeyId, secretAccessKey } = town.bucket.credentials
  const keys = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: 'token' }
  const byLambda = { AWS_REGION: town.bucket.region, ...keys }
  const outside = { AWS_ENDPOINT_URL_DYNAMODB: town.database.endpoint, WECHAT_URL: town.wechatUrl, NODE_NO_WARNINGS: '1' }
  running[name] = await startLambda(packed.unpacked(name).module, { ...environmentOf(resource), ...byLambda, ...outside })
}

const api = () => running.api!
const post = (url: string, body: unknown, token?: string) => ask(api(), url, { method: 'POST', body: JSON.stringify(body), token })

async function signIn(person: string): Promise<string> {
  const { json } = await post('/v1/sessions', { code: await town.loginCode(person) })
  return Session.parse(json).token
}

async function villagerSession(): Promise<string> {
  const token = await signIn(villager.id)
  const proof = { by: 'wechat', code: await town.phoneCode(villager.id) }
  const { json } = await post('/v1/ties', { cardCode: await town.cardCode(villager.householdCode!), proof }, token)
  return Session.parse(json).token
}

/** A request for help of the class that is told of at any hour. */
const urgent = (text: string) => ({ kind: 'help', category: 'danger', id: randomId(), about: { who: 'myCadre' }, text })

/** A request for help as the villager sends it; its number. */
async function asksForHelp(token: string): Promise<string> {
  const { status, json } = await post('/v1/tickets', urgent(words), token)
  expect(status).toBe(200)
  return TicketLine.parse(json).number
}

const told = async (number: string) => JSON.stringify(await town.messages(cadre.id)).includes(number)

beforeAll(async () => {
  packed = pack()
  template = readTemplate(packed.template('cn-north-1'))
  town = await openTown()
  store = await parameterStore(parameters)
  // One DynamoDB for all of an account's tables.
  await town.database.table.client.send(new CreateTableCommand(ballotsTable(town.ballots.table.name)))
  for (const name of lambdas) await start(name)
  const proof = { by: 'wechat', code: await town.phoneCode(cadre.id) }
  expect(await post('/v1/staff-ties', { proof }, await signIn(cadre.id))).toMatchObject({ status: 200 })
  await town.agree(cadre.id)
  await town.agree(cadre.id)
})
afterAll(async () => {
  for (const lambda of Object.values(running)) await lambda.close()
  await store.close()
  await town.close()
  packed.close()
})

test.each(lambdas)('%s is one module within its budget, with nothing of the one-machine stack in it', (name) => {
  const { files, module } = packed.unpacked(name)
  const beside = Object.keys(files).filter((file) => file !== 'index.mjs' && !file.startsWith('node_modules/'))
  expect(beside).toEqual(name === 'api' ? ['openapi.json'] : [])
  expect(Object.keys(files).some((file) => file.startsWith('node_modules/'))).toBe(name === 'media')
  expect(files['index.mjs']).toBeLessThanOrEqual(bundleMostBytes[name])
  expect(readFileSync(module, 'utf8')).not.toMatch(/sandbox|dynalite|sourceMappingURL/i)
})

test('each function that has secrets reads them once, when it starts', () => {
  const without: readonly LambdaName[] = ['cast', 'export']
  const reading = lambdas.filter((name) => !without.includes(name))
  expect(store.asked.map(({ name }) => name)).toEqual(reading.map(() => '/jinnongjia/prod/secrets'))
})

test('the deployed api describes every route of the contract as OpenAPI 3.1', async () => {
  const { status, json } = await ask(api(), '/openapi.json')
  const { openapi, paths } = z.object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse(json)
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect({ status, openapi }).toEqual({ status: 200, openapi: '3.1.0' })
  expect(described.sort()).toEqual(Object.keys(contract).sort())
})

test.each(['/sandbox/', '/sandbox/login', '/sandbox/persons', '/sandbox/api/sns/jscode2session'])(
  'the deployed api has no door %s',
  async (door) => {
    for (const method of ['GET', 'POST']) {
      const answer = await ask(api(), door, { method, body: method === 'POST' ? JSON.stringify({ person: cadre.id }) : undefined })
      expect(answer).toMatchObject({ status: 404, json: { problem: 'notFound' } })
    }
  },
)

test('bad requests are refused with a sentence', async () => {
  expect(await ask(api(), '/v1/nothing')).toMatchObject({ status: 404, json: { problem: 'notFound' } })
  expect(await ask(api(), '/v1/home')).toMatchObject({ status: 401, json: { problem: 'signInAgain' } })
  expect(await ask(api(), '/v1/sessions', { method: 'POST', body: '{' })).toMatchObject({ status: 400, json: { problem: 'badInput' } })
  expect(await post('/v1/sessions', { code: 'made up' })).toMatchObject({ status: 401, json: { problem: 'wechatRefused' } })
  expect(await post('/v1/tickets', { text: 'x'.repeat(20_000) })).toMatchObject({ status: 413, json: { problem: 'tooLarge' } })
})

test('a stream event tells the cadre of a new request for help, once', async () => {
  const number = await asksForHelp(await villagerSession())
  const keys = await owing()
  const Records = keys.map(streamRecord)
  expect(await running.dispatch!.invoke({ Records })).toEqual({ batchItemFailures: [] })
  expect(await running.dispatch!.invoke({ Records })).toEqual({ batchItemFailures: [] })
  const messages = (await town.messages(cadre.id)).filter((message) => JSON.stringify(message).includes(number))
  expect(messages).toHaveLength(1)
})

test('what a phone has uploaded is drawn anew by the function that S3 tells of it', async () => {
  const token = await villagerSession()
  const raw = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#186a3b' } })
    .withExif({ IFD0: { Copyright: words } })
    .jpeg()
    .toBuffer()
  const id = randomId()
  const begun = await post('/v1/media', { id, kind: 'photo', type: 'image/jpeg', bytes: raw.length }, token)
  const { form } = z.object({ form: UploadForm }).parse(begun.json)
  expect(await postForm(form, raw)).toMatchObject({ status: 204 })
  const Records = [{ eventSource: 'aws:s3', eventName: 'ObjectCreated:Post', s3: { bucket: {}, object: { key: `raw%2F${id}` } } }]
  await running.media!.invoke({ Records })
  const { json } = await ask(api(), `/v1/media/${id}`, { token })
  expect(json).toMatchObject({ id, kind: 'photo', state: 'checking' })
})

test('the clock tells of what the stream missed', async () => {
  const number = await asksForHelp(await villagerSession())
  expect(await told(number)).toBe(false)
  await running.clock!.invoke({ version: '0', source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} })
  expect(await told(number)).toBe(true)
})

test('a ballot is drawn by one function and cast by another, and exported for the auditors by a third', async () => {
  const { table } = town.database
  const now = systemClock()
  const tag = tagger(secrets.tagKey)
  const homes = [ids.household(villager.householdCode!)]
  const keys = { tokenKey, sealKey: toBase64url(sealKeys(bytesFrom('auditors')).publicKey) }
  const given = { table, tag, officeId: ids.unit('BL00'), title: '评议', sample: 50, keys, invite: homes }
  const { id: campaignId, stratumId, dates } = (await makeSurvey(given, now))!
  const windows = [{ campaignId, secretKey: tokenSecret, ...dates }]
  parameters['/jinnongjia/prod/survey'] = JSON.stringify(windows)

  const at = { campaignId, stratumId }
  const session = await villagerSession()
  const begun = begunBy('voter', at)
  const drawn = await ask(running.draw!, '/v1/ballot-draws', {
    method: 'POST',
    body: JSON.stringify({ campaignId, blinded: toBase64url(begun.blinded) }),
    token: session,
  })
  const token = tokenFrom(drawn.json, begun, at)
  const ballot = JSON.stringify({ ...at, ...(await ballotOf('voter', { ...at, ...keys }, token, { watched: 0, units: [] })) })
  const cast = await ask(running.cast!, '/v1/ballots', { method: 'POST', body: ballot })
  expect(cast).toMatchObject({ status: 200, json: { receipt: expect.stringMatching(/^[0-9a-f]{64}$/) } })
  expect(await ask(api(), '/v1/ballots', { method: 'POST', body: ballot })).toMatchObject({ status: 404 })
  expect(running.cast!.output()).toBe('')
  expect(await running.export!.invoke({})).toEqual([{ campaignId, done: 'nothing' }])

  const closed = { opensAt: later(now, -9 * day), drawsUntil: later(now, -3 * day), castsUntil: later(now, -day / 2) }
  const source = { name: '开奖号', at: later(now, -10 * day) }
  await surveyStores(table).campaigns.change(campaignId, (one) => ({ ...one, plan: { ...one.plan, ...closed, source } }), now)
  expect(await running.export!.invoke({})).toEqual([{ campaignId, done: 'closed' }])
  const blobs = bucket(town.bucket, systemClock)
  expect((await blobs.get(`${campaignId}/${stratumId}.sealed`))?.length).toBe(SEALED_BYTES)
  expect(JSON.parse(String(await blobs.get(`${campaignId}/manifest.json`)))).toMatchObject({ strata: [{ ballots: 1, drew: 1 }] })
})

test('no word, telephone number or secret stands in a log', () => {
  const output = Object.values(running)
    .map((lambda) => lambda.output())
    .join('')
  const unsaid = [words, villager.phone, cadre.phone, tokenSecret, ...Object.values(secrets)]
  expect(unsaid.filter((one) => one && output.includes(one))).toEqual([])
})

const owing = async (): Promise<ItemKey[]> => (await outbox(town.database.table).due(systemClock())).keys

/** What DynamoDB's stream says of an item that owes something. */
const streamRecord = ({ pk, sk }: ItemKey, at: number) => ({
  eventID: String(at),
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  awsRegion: 'cn-north-1',
  dynamodb: {
    Keys: { pk: { S: pk }, sk: { S: sk } },
    NewImage: { pk: { S: pk }, sk: { S: sk }, owing: { BOOL: true } },
    SequenceNumber: String(at + 1),
    StreamViewType: 'NEW_IMAGE',
  },
})

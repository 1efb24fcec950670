import { readFileSync } from 'node:fs'
import path from 'node:path'

import { mainTable } from '../../functions/platform/table'
import { ballotsTable } from '../../functions/survey/ballots'
import { pack, readTemplate, type Template } from './pack'

jest.setTimeout(120_000)

let packed: ReturnType<typeof pack>
let text: Readonly<Record<string, string>>
let template: Template
beforeAll(() => {
  packed = pack()
  text = { china: packed.template('cn-north-1'), abroad: packed.template('ap-southeast-1') }
  template = readTemplate(text['china']!)
})
afterAll(() => packed.close())

const properties = (name: string) => template.Resources[name]?.Properties ?? {}
const ofType = (type: string) => Object.entries(template.Resources).filter(([, { Type }]) => Type === type)
const statements = (role: string) => JSON.parse(JSON.stringify(properties(role)['Policies']))[0].PolicyDocument.Statement

test('the table is the one that the functions were written for', () => {
  const { TableName: _, ...declared } = mainTable('')
  expect(properties('MainTable')).toMatchObject(declared)
})

test('the indexes stay within what DynamoDB takes: 20 names each, 100 in all', () => {
  const counts = (mainTable('').GlobalSecondaryIndexes ?? []).map(({ Projection }) => Projection?.NonKeyAttributes?.length ?? 0)
  expect(Math.max(...counts)).toBeLessThanOrEqual(20)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(100)
})

test.each(['MainTable', 'BallotsTable'])('%s can be recovered, and neither a mistake nor a deployment deletes it', (name) => {
  expect(template.Resources[name]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
  expect(properties(name)).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true },
  })
})

test('the table of ballots is the one that the functions were written for', () => {
  const { TableName: _, ...declared } = ballotsTable('')
  expect(properties('BallotsTable')).toMatchObject(declared)
})

const main = { 'Fn::GetAtt': ['MainTable', 'Arn'] }
const lists = { Effect: 'Allow', Action: 'dynamodb:Query', Resource: { 'Fn::Sub': '${MainTable.Arn}/index/list*' } }
const secrets = {
  Effect: 'Allow',
  Action: 'ssm:GetParameter',
  Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/jinnongjia/prod/secrets' },
}
const ballots = { 'Fn::GetAtt': ['BallotsTable', 'Arn'] }
const tokenKey = { ...secrets, Resource: { 'Fn::Sub': secrets.Resource['Fn::Sub'].replace(/secrets$/, 'survey') } }
const logs = (group: string) => ({
  Effect: 'Allow',
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: { 'Fn::GetAtt': [group, 'Arn'] },
})
const on = (resource: unknown, ...actions: string[]) => ({
  Effect: 'Allow',
  Action: actions.map((action) => `dynamodb:${action}`),
  Resource: resource,
})

const bucketName = 'jinnongjia-prod-files-${AWS::AccountId}'
const files = (folder: string, ...actions: string[]) => ({
  Effect: 'Allow',
  Action: actions.length === 1 ? `s3:${actions[0]}` : actions.map((action) => `s3:${action}`),
  Resource: { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::${bucketName}${folder}` },
})

test('each function has a role of its own, with the rights that its code uses and no other', () => {
  const functions = ofType('AWS::Lambda::Function').map(([name, { Properties }]) => [name, JSON.stringify(Properties['Role'])])
  expect(functions).toEqual(
    ['Api', 'Dispatch', 'Media', 'Clock', 'Draw', 'Cast', 'Export'].map((name) => [
      `${name}LambdaFunction`,
      JSON.stringify({ 'Fn::GetAtt': [`${name}Role`, 'Arn'] }),
    ]),
  )
  expect(ofType('AWS::IAM::Role').map(([name]) => name)).toEqual(functions.map(([name]) => String(name).replace('LambdaFunction', 'Role')))
  expect(ofType('AWS::IAM::Policy').concat(ofType('AWS::IAM::ManagedPolicy'))).toEqual([])
  expect(statements('ApiRole')).toEqual([
    logs('ApiLogGroup'),
    on(main, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'),
    lists,
    secrets,
    files('/raw/*', 'PutObject'),
    files('/clean/*', 'GetObject'),
  ])
  const deliver = on(main, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem')
  const forget = [files('/clean/*', 'GetObject'), files('/*', 'DeleteObject')]
  expect(statements('MediaRole')).toEqual([
    logs('MediaLogGroup'),
    on(main, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'),
    files('/raw/*', 'GetObject', 'DeleteObject'),
    files('', 'ListBucket'),
    files('/clean/*', 'GetObject', 'PutObject'),
    secrets,
  ])
  const stream = on({ 'Fn::GetAtt': ['MainTable', 'StreamArn'] }, 'DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams')
  expect(statements('DispatchRole')).toEqual([logs('DispatchLogGroup'), stream, deliver, lists, secrets, ...forget])
  const owed = { Effect: 'Allow', Action: 'dynamodb:Query', Resource: { 'Fn::Sub': '${MainTable.Arn}/index/owed' } }
  expect(statements('ClockRole')).toEqual([logs('ClockLogGroup'), owed, deliver, lists, secrets, ...forget])
  expect(statements('DrawRole')).toEqual([
    logs('DrawLogGroup'),
    on(main, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'),
    lists,
    secrets,
    tokenKey,
  ])
  expect(statements('CastRole')).toEqual([expect.objectContaining({ Action: 'dynamodb:PutItem', Resource: ballots }), tokenKey])
  expect(statements('ExportRole')).toEqual([
    logs('ExportLogGroup'),
    { Effect: 'Allow', Action: 'dynamodb:Scan', Resource: ballots },
    on(main, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'),
    lists,
    {
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::jinnongjia-prod-export-${AWS::AccountId}/*' },
    },
  ])
})

test('the stream wakes dispatch for what owes something, and a batch is retried once', () => {
  const [mapping] = ofType('AWS::Lambda::EventSourceMapping')
  expect(mapping?.[1].Properties).toMatchObject({
    EventSourceArn: { 'Fn::GetAtt': ['MainTable', 'StreamArn'] },
    MaximumRetryAttempts: 1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ dynamodb: { NewImage: { owing: { BOOL: [true] } } } }) }] },
  })
  expect(properties('MainTable')['StreamSpecification']).toEqual({ StreamViewType: 'NEW_IMAGE' })
})

test('files are private and encrypted', () => {
  const everything = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
  for (const [, { Properties }] of ofType('AWS::S3::Bucket')) {
    expect(Properties['PublicAccessBlockConfiguration']).toEqual(everything)
    expect(JSON.stringify(Properties['BucketEncryption'])).toMatch(/SSEAlgorithm/)
  }
})

test('the bucket has the name that functions and roles know, and tells the one that looks at uploads of them', () => {
  expect(properties('Bucket')).toMatchObject({
    BucketName: { 'Fn::Sub': bucketName },
    NotificationConfiguration: { LambdaConfigurations: [{ Function: { 'Fn::GetAtt': ['MediaLambdaFunction', 'Arn'] } }] },
  })
  for (const name of ['Api', 'Dispatch', 'Media', 'Clock'])
    expect(properties(`${name}LambdaFunction`)['Environment']).toMatchObject({ Variables: { BUCKET: { 'Fn::Sub': bucketName } } })
  expect(properties('UploadsMayCall')).toMatchObject({ Principal: 's3.amazonaws.com', SourceAccount: { Ref: 'AWS::AccountId' } })
  // The binary in its package is built for it.
  expect(properties('MediaLambdaFunction')['Architectures']).toEqual(['x86_64'])
})

test('a browser may post files from any page, and do nothing else across origins', () => {
  expect(properties('Bucket')['CorsConfiguration']).toMatchObject({ CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: ['*'] }] })
})

test('the alarm listens for what the code says when it gives up', () => {
  const code = readFileSync(path.resolve(__dirname, '../../functions/notice/dispatch.ts'), 'utf8')
  const patterns = ofType('AWS::Logs::MetricFilter').map(([, { Properties }]) => String(Properties['FilterPattern']))
  const events = patterns.flatMap((pattern) => [...pattern.matchAll(/"([\w.]+)"/g)].map(([, event]) => event!))
  expect(patterns).toHaveLength(2)
  expect(events).toContain('owed.setAside')
  expect(events.filter((event) => !code.includes(`log.error('${event}'`))).toEqual([])
})

test('logs end, and requests are throttled', () => {
  for (const [, { Properties }] of ofType('AWS::Logs::LogGroup')) expect(Properties['RetentionInDays']).toBe(180)
  expect(properties('HttpApiStage')['DefaultRouteSettings']).toEqual({ ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 2000 })
})

test('no partition, region or address is written out, so that China needs no case of its own', () => {
  for (const one of Object.values(text))
    expect(one).not.toMatch(/arn:aws|amazonaws\.com\.cn|cn-north-1|ap-southeast-1|"https:\/\/[^"]*amazonaws\.com/)
  const withoutTime = (one: string) => one.replace(/prod\/\d+-[^/"]+\//g, '')
  expect(withoutTime(text['abroad']!)).toBe(withoutTime(text['china']!))
})

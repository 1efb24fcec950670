import * as z from 'zod/mini'

import { pack, readTemplate, type Template } from './pack'

jest.setTimeout(120_000)

let packed: ReturnType<typeof pack>
let template: Template
beforeAll(() => {
  packed = pack()
  template = readTemplate(packed.template('cn-north-1'))
})
afterAll(() => packed.close())

const several = z.union([
  z.array(z.string()),
  z.pipe(
    z.string(),
    z.transform((one) => [one]),
  ),
])
const Statement = z.looseObject({ Effect: z.literal('Allow'), Action: several, Resource: z.unknown(), Condition: z.optional(z.unknown()) })
const Policies = z.array(z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) }))

const properties = (name: string) => template.Resources[name]?.Properties ?? {}
const namesOf = (type: string) => Object.keys(template.Resources).filter((name) => template.Resources[name]?.Type === type)
const functions = () => namesOf('AWS::Lambda::Function').map((name) => name.replace('LambdaFunction', ''))
const statementsOf = (name: string) =>
  Policies.parse(properties(`${name}Role`)['Policies']).flatMap(({ PolicyDocument }) => PolicyDocument.Statement)

/** Whether a resource, as a policy writes it, reaches what it names: by its reference, by its name, or because it is a star. */
const reaches = (resource: unknown, reference: string, name: RegExp) =>
  [resource].flat().some((one) => one === '*' || JSON.stringify(one).includes(`"${reference}"`) || name.test(JSON.stringify(one)))

/** What each function may do with this, by its name. Functions that may do nothing are left out. */
const rights = (reference: string, name: RegExp) =>
  Object.fromEntries(
    functions()
      .map((one) => [one, statementsOf(one).filter(({ Resource }) => reaches(Resource, reference, name))] as const)
      .filter(([, found]) => found.length)
      .map(([one, found]) => [one, found.flatMap(({ Action }) => Action)]),
  )

const environmentOf = (name: string) =>
  Object.keys(
    z.object({ Variables: z.record(z.string(), z.unknown()) }).parse(properties(`${name}LambdaFunction`)['Environment']).Variables,
  )

test('only cast may put a ballot in, only export may read ballots, and nobody may do anything else with them', () => {
  expect(rights('BallotsTable', /-ballots/)).toEqual({ Cast: ['dynamodb:PutItem'], Export: ['dynamodb:Scan'] })
  expect(JSON.stringify(template.Resources)).not.toMatch(/"Action": ?"?(\*|dynamodb:\*)/)
})

test('whatever the code of cast does, a ballot has three attributes, and what lay there before is not told', () => {
  const [put] = statementsOf('Cast').filter(({ Action }) => Action.includes('dynamodb:PutItem'))
  expect(put?.Condition).toEqual({
    'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['h', 'stratum', 'sealed'] },
    StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE'] },
  })
})

test('the ballots have no stream and no index, are kept for ever, and can be recovered', () => {
  const table = template.Resources['BallotsTable']
  expect(Object.keys(table?.Properties ?? {}).sort()).toEqual([
    'AttributeDefinitions',
    'BillingMode',
    'DeletionProtectionEnabled',
    'KeySchema',
    'PointInTimeRecoverySpecification',
    'SSESpecification',
    'TableName',
  ])
  expect(table).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
  })
  const sources = namesOf('AWS::Lambda::EventSourceMapping').map((name) => JSON.stringify(properties(name)['EventSourceArn']))
  expect(sources).toEqual([JSON.stringify({ 'Fn::GetAtt': ['MainTable', 'StreamArn'] })])
})

test('the token key is for draw and cast alone', () => {
  expect(rights('SurveyParameter', /parameter\/jinnongjia\/prod\/(survey|\*)/)).toEqual({
    Draw: ['ssm:GetParameter'],
    Cast: ['ssm:GetParameter'],
  })
  const told = functions().filter((name) => environmentOf(name).includes('SURVEY_PARAMETER'))
  expect(told).toEqual(['Draw', 'Cast'])
})

test('cast cannot tell who asks: it has no key of sessions, no other table, no name of anything else', () => {
  expect(environmentOf('Cast').sort()).toEqual(['AWS_ENDPOINT_URL_SSM', 'BALLOTS_TABLE', 'SURVEY_PARAMETER'])
  expect(rights('MainTable', /-main/)).not.toHaveProperty('Cast')
  expect(Object.keys(rights('Secrets', /parameter\/jinnongjia\/prod\/(secrets|\*)/))).not.toContain('Cast')
})

test('draw knows sessions and the roll, and has no way to a ballot', () => {
  expect(environmentOf('Draw').sort()).toEqual(['AWS_ENDPOINT_URL_SSM', 'SECRETS_PARAMETER', 'SURVEY_PARAMETER', 'TABLE'])
})

test('export has neither the token key nor the secrets', () => {
  expect(environmentOf('Export').sort()).toEqual(['BALLOTS_TABLE', 'BUCKET', 'BUCKET_URL', 'TABLE'])
  expect(
    statementsOf('Export')
      .flatMap(({ Action }) => Action)
      .filter((action) => action.startsWith('ssm:')),
  ).toEqual([])
})

test('what the auditors get can be written by export alone, and read by none of the functions', () => {
  expect(rights('ExportBucket', /prod-export-/)).toEqual({ Export: ['s3:PutObject'] })
})

test('nothing is logged of a cast: its role may not, and it has no place for it', () => {
  const may = functions().filter((name) =>
    statementsOf(name).some(({ Action }) => Action.some((one) => /^logs:|^cloudwatch:|\*/.test(one))),
  )
  expect(may).toEqual(functions().filter((name) => name !== 'Cast'))
  expect(namesOf('AWS::Logs::LogGroup')).not.toContain('CastLogGroup')
})

test('no request is traced, and none stands in an access log', () => {
  expect(JSON.stringify(template.Resources)).not.toMatch(/AccessLogSettings|TracingConfig|TracingEnabled|xray:|X-Ray/i)
})

test('each way to a ballot has a function of its own, and the routes of draw and cast are throttled by themselves', () => {
  const routes = Object.fromEntries(
    namesOf('AWS::ApiGatewayV2::Route').map((name) => [properties(name)['RouteKey'], JSON.stringify(properties(name)['Target'])]),
  )
  expect(routes['POST /v1/ballots']).toContain('HttpApiIntegrationCast')
  for (const key of ['POST /v1/ballot-draws', 'POST /v1/telephone-draws', 'POST /v1/sheet-packs'])
    expect(routes[key]).toContain('HttpApiIntegrationDraw')
  expect(Object.keys(z.record(z.string(), z.unknown()).parse(properties('HttpApiStage')['RouteSettings']))).toEqual([
    'POST /v1/ballots',
    'POST /v1/ballot-draws',
  ])
  expect(properties('CastLambdaFunction')['ReservedConcurrentExecutions']).toBeGreaterThan(0)
})

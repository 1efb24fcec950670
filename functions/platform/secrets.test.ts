import { type Answer, parameterStore } from '../../tests/packaged/parameter-store'
import { secretsFrom } from './secrets'

const throttled: Answer = { status: 400, body: { __type: 'ThrottlingException', message: 'Rate exceeded' } }

async function asking(name: string, first: Answer[] = []) {
  const store = await parameterStore({ '/jinnongjia/prod/secrets': 'the secrets' }, first)
  const secretAt = secretsFrom({
    AWS_REGION: 'cn-north-1',
    AWS_ACCESS_KEY_ID: 'AKID',
    AWS_SECRET_ACCESS_KEY: 'key',
    AWS_SESSION_TOKEN: 'token',
    AWS_ENDPOINT_URL_SSM: store.endpoint,
  })
  try {
    return { answer: await secretAt(name).catch((error: unknown) => error), asked: store.asked }
  } finally {
    await store.close()
  }
}

test('a secret is read with a signed request of the region', async () => {
  const { answer, asked } = await asking('/jinnongjia/prod/secrets')
  expect(answer).toBe('the secrets')
  expect(asked[0]?.headers).toMatchObject({
    'x-amz-target': 'AmazonSSM.GetParameter',
    'x-amz-security-token': 'token',
    authorization: expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/cn-north-1\/ssm\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/,
    ),
  })
})

test('a throttled start asks again', async () => {
  const { answer, asked } = await asking('/jinnongjia/prod/secrets', [throttled, throttled])
  expect({ answer, times: asked.length }).toEqual({ answer: 'the secrets', times: 3 })
})

test('after three refusals the reason is said, and no secret with it', async () => {
  const { answer } = await asking('/jinnongjia/prod/other')
  expect(String(answer)).toBe('Error: no secrets: SSM answered 400 ParameterNotFound')
})

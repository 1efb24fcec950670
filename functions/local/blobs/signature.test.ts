import { signatureOf } from '../../platform/sigv4'
import { isSigned } from './signature'

const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }
const now = new Date('2013-05-24T00:00:00.000Z')
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

// The four requests below are AWS's own published examples (docs.aws.amazon.com/AmazonS3/latest/API).
const headers = (given: Record<string, string>) => (name: string) => given[name]

const ranged = {
  method: 'GET',
  path: '/test.txt',
  query: '',
  body: Buffer.alloc(0),
  headers: headers({
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': empty,
    'x-amz-date': '20130524T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  }),
}

const address = {
  method: 'GET',
  path: '/test.txt',
  query:
    'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  body: Buffer.alloc(0),
  headers: headers({ host: 'examplebucket.s3.amazonaws.com' }),
}

test("the store takes what S3's documentation shows as rightly signed", () => {
  expect(isSigned(ranged, credentials, now)).toBe(true)
  expect(isSigned(address, credentials, now)).toBe(true)
})

test('another method, path, header, body, key or hour is not what was signed', () => {
  const elsewhere = (given: Record<string, string>) => (name: string) => given[name] ?? ranged.headers(name)
  expect(isSigned({ ...ranged, method: 'DELETE' }, credentials, now)).toBe(false)
  expect(isSigned({ ...ranged, path: '/other.txt' }, credentials, now)).toBe(false)
  expect(isSigned({ ...ranged, query: 'versionId=1' }, credentials, now)).toBe(false)
  expect(isSigned({ ...ranged, body: Buffer.from('x') }, credentials, now)).toBe(false)
  expect(isSigned({ ...ranged, headers: elsewhere({ range: 'bytes=0-99' }) }, credentials, now)).toBe(false)
  expect(isSigned(ranged, { ...credentials, secretAccessKey: 'another' }, now)).toBe(false)
  expect(isSigned(ranged, credentials, new Date('2013-05-24T00:16:00.000Z'))).toBe(false)
})

test('an address ends when it said, and cannot be made to last longer', () => {
  expect(isSigned(address, credentials, new Date('2013-05-24T23:59:59.000Z'))).toBe(true)
  expect(isSigned(address, credentials, new Date('2013-05-25T00:00:00.000Z'))).toBe(false)
  const longer = { ...address, query: address.query.replace('86400', '604800') }
  expect(isSigned(longer, credentials, now)).toBe(false)
})

test("a policy's signature is the one that AWS publishes for its example", () => {
  const policy =
    'eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFjbCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tldC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZlci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoNCiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVxdWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAxNTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9'
  const scope = { day: '20151229', region: 'us-east-1', service: 's3' }
  expect(signatureOf(policy, credentials.secretAccessKey, scope)).toBe('8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e')
})

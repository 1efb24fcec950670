import { tc3Headers } from './tc3'

// cloud.tencent.com/document/api/213/30654 prints its key as 32 asterisks, and signs with them.
const keys = { secretId: `AKID${'*'.repeat(32)}`, secretKey: '*'.repeat(32) }

test("Tencent's published example of a signed call has the published signature", () => {
  const headers = tc3Headers(
    {
      service: 'cvm',
      host: 'cvm.tencentcloudapi.com',
      action: 'DescribeInstances',
      body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
      seconds: 1551113065,
    },
    keys,
  )
  expect(headers.authorization).toBe(
    'TC3-HMAC-SHA256 Credential=AKID********************************/2019-02-25/cvm/tc3_request, ' +
      'SignedHeaders=content-type;host;x-tc-action, Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
  )
  expect(headers['x-tc-timestamp']).toBe('1551113065')
})

import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { type LambdaName, lambdas } from '../../config/lambda'
import { startLambda } from '../packaged/lambda'
import { pack } from '../packaged/pack'
import { parameterStore } from '../packaged/parameter-store'
import { secrets } from '../town'

const RUNS = 7
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN

/** Each packaged function's bytes, after how many milliseconds it is ready, Node's own start in it, and how many times as long as a function that does nothing that is. */
export async function lambdaStarts(): Promise<{ name: LambdaName; bytes: number; milliseconds: number; ratio: number }[]> {
  const packed = pack()
  const store = await parameterStore({ secrets: JSON.stringify(secrets) })
  const env = {
    ...{ TABLE: 'main', WECHAT_APP_ID: 'app', TEMPLATE_VILLAGER: 'villager', TEMPLATE_STAFF: 'staff', SECRETS_PARAMETER: 'secrets' },
    ...{ AWS_REGION: 'cn-north-1', AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'key' },
    ...{ BALLOTS_TABLE: 'ballots', SURVEY_PARAMETER: 'survey', BUCKET: 'files', BUCKET_URL: 'https://files.invalid' },
    ...{ AWS_ENDPOINT_URL_SSM: store.endpoint, NODE_NO_WARNINGS: '1' },
  }
  async function readyAfter(module: string): Promise<number> {
    const began = performance.now()
    const lambda = await startLambda(module, env)
    const took = performance.now() - began
    await lambda.close()
    return took
  }
  try {
    const modules = lambdas.map((name) => ({ name, module: packed.unpacked(name).module, times: [] as number[] }))
    const empty = { module: path.join(path.dirname(modules[0]!.module), 'empty.mjs'), times: [] as number[] }
    writeFileSync(empty.module, 'export const handler = async () => null\n')
    // In turns, so that a machine that is busy for a while is busy for all of them.
    for (let run = 0; run < RUNS; run++) for (const each of [empty, ...modules]) each.times.push(await readyAfter(each.module))
    const base = median(empty.times)
    return modules.map(({ name, module, times }) => {
      const milliseconds = median(times)
      return { name, bytes: statSync(module).size, milliseconds, ratio: milliseconds / base }
    })
  } finally {
    await store.close()
    packed.close()
  }
}

import type { S3Event } from 'aws-lambda'

import { uploads } from '../media'
import { start } from './start'

const uploaded = uploads((await start('media')).media.looking)

const keyOf = ({ s3 }: S3Event['Records'][number]) => decodeURIComponent(s3.object.key.replace(/\+/g, ' '))

/** What phones have uploaded, as S3 tells of it; what fails is told again. */
export async function handler({ Records }: S3Event): Promise<void> {
  await Promise.all(Records.map((record) => uploaded(keyOf(record))))
}

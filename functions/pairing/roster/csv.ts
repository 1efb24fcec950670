import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'

import { parse } from 'csv-parse'
import { decode, decodeStream } from 'iconv-lite'

type Read = { rows: AsyncIterable<string[]> } | { says: string }

const PIECE = 1 << 20
const FIRST_LINES = 4096

/** UTF-8 is hard to hit by chance; what is not UTF-8 comes from a Chinese Windows. */
function encodingOf(bytes: Buffer): 'utf8' | 'utf16le' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le'
  return isUtf8(bytes) ? 'utf8' : 'gb18030'
}

/** Whichever of the usual separators the first line has most of; Excel's depends on the country it is set to. */
function delimiterOf(start: string): string {
  const [line = ''] = start.split(/\r?\n/).filter((each) => each.trim())
  const counted = [',', '\t', ';'].map((mark) => ({ mark, count: line.split(mark).length }))
  return counted.sort((a, b) => b.count - a.count)[0]?.mark ?? ','
}

function* pieces(bytes: Buffer) {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE)
}

async function* untilBroken(records: AsyncIterable<string[]>, say: (says: string) => void): AsyncGenerator<string[]> {
  try {
    yield* records
  } catch {
    // The one thing that the parser does not forgive.
    say('有一个引号没有配对,从那里往后读不出来')
  }
}

/** A CSV file's rows, in UTF-8, GB18030 or UTF-16, or why there are none; what goes wrong later is said. A row is a line as Excel counts them. */
export async function readCsv(path: string, say: (says: string) => void): Promise<Read> {
  const bytes = await readFile(path)
  if (bytes.length === 0) return { says: '是空文件' }
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return { says: '其实是 Excel 文件,请把名字改成 .xlsx' }
  if (bytes.subarray(0, FIRST_LINES).includes(0) && encodingOf(bytes) !== 'utf16le') return { says: '不是文本文件,打不开' }
  const encoding = encodingOf(bytes)
  const delimiter = delimiterOf(decode(bytes.subarray(0, FIRST_LINES), encoding))
  const records = Readable.from(pieces(bytes))
    .pipe(decodeStream(encoding))
    .pipe(parse({ bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }))
  return { rows: untilBroken(records, say) }
}

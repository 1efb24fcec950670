import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'

import { publicFiles } from '../ballot/files'
import { sealKeys } from '../ballot/seal'
import { Instant } from '../contract/route'
import { Totals } from '../contract/survey'
import { anElectionOf, publishElection, writeExport, type Election } from '../tests/survey/election'
import { plainCount } from '../tests/survey/plain-count'
import { recordFile, runCount, totalsFile } from './count/run'
import { splitKey } from './keys/shares'
import { runVerify } from './verify/run'

const now = Instant.parse('2026-12-16T02:00:00.000Z')
let home: string
let election: Election
let totals: Totals
const place = (...names: string[]) => path.join(home, ...names)
const shares: string[] = []

const count = (folder: string, out: string, given = shares.slice(0, 3)) => {
  const said: string[] = []
  return runCount({ folder, shares: { files: given }, out, now, terminal: false }, (line) => said.push(line)).then((counted) => ({
    counted,
    said,
  }))
}
const verify = async (folder: string, record?: string) => {
  const said: string[] = []
  const verdict = await runVerify({ folder, record, shares: { files: shares.slice(2, 5) }, terminal: false }, (line) => said.push(line))
  return { ...verdict, said }
}

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'count-'))
  const { publicKey, secretKey } = sealKeys(randomBytes)
  for (const [nth, text] of (await splitKey(secretKey, { auditors: 5, needed: 3 })).entries()) {
    shares.push(place(`share-${nth}.txt`))
    await writeFile(shares[nth]!, text)
  }
  election = await anElectionOf(publicKey)
  await writeExport(place('export'), election)
  totals = (await count(place('export'), place('count'))).counted
  await publishElection(place('public'), election, totals)
})
afterAll(() => rm(home, { recursive: true }))

describe('the way from the ballots to the open data', () => {
  test('three of five auditors count what the voters put in', async () => {
    const { strata, plain, frozen } = election
    const figures = plainCount(
      strata.map(({ town }) => town),
      plain,
      frozen.weights,
    )
    expect(totals.units.map(({ unitId, asked, score }) => [unitId, asked, score?.value])).toEqual(
      figures.units.map(({ unitId, asked, score }) => [unitId, asked, (score as { value: number } | undefined)?.value]),
    )
    expect(totals.spoilt).toEqual([{ receipt: strata[0]!.cast[0]!.receipt, because: 'unit' }])
    expect(totals.strata.map(({ ballots, spoilt }) => ballots - spoilt)).toEqual(
      strata.map(({ town }) => plain.filter(({ stratum }) => stratum === town.id).length),
    )
    expect(await readdir(place('count'))).toEqual([recordFile, totalsFile])
  })

  test('anybody finds all of it right, and the auditors come to the same count', async () => {
    const open = await verify(place('public'))
    expect(open).toMatchObject({ good: true, failed: [] })
    const again = await verify(place('public'), place('count', recordFile))
    expect(again).toMatchObject({ good: true, failed: [] })
    expect(again.said.length).toBe(open.said.length + 3)
    expect(again.said.at(-1)).toMatch(/^结论:全部 \d+ 项都对,重新计票也一样。$/)
  })

  test('the same facts are the same bytes, whatever order they come in', async () => {
    const turned = { ...election, strata: election.strata.map((one) => ({ ...one, drew: [...one.drew].reverse() })) }
    await publishElection(place('again'), turned, Totals.parse(JSON.parse(await readFile(place('count', totalsFile), 'utf8'))))
    for (const file of await readdir(place('public'), { recursive: true }))
      if (path.extname(file)) expect(await readFile(place('again', file))).toEqual(await readFile(place('public', file)))
  })

  test('another count of the same ballots gives the same totals and another record', async () => {
    const { counted } = await count(place('export'), place('count-2'))
    expect(counted).toEqual(totals)
    expect(await readFile(place('count-2', recordFile))).not.toEqual(await readFile(place('count', recordFile)))
  })

  test('the record holds no ballot in the clear', async () => {
    const record = await readFile(place('count', recordFile))
    for (const { cast } of election.strata)
      for (const { sealed } of cast) expect(record.includes(Buffer.from(sealed.subarray(0, 32)))).toBe(false)
    expect((await stat(place('count', recordFile))).mode & 0o077).toBe(0)
  })
})

describe('the count refuses, and writes nothing', () => {
  const first = () => election.strata[0]!.town.id
  /** Changes a copy of the auditors' folder and has it counted. */
  async function refused(change: (folder: string) => Promise<void>, given?: string[]): Promise<string> {
    const folder = await mkdtemp(place('changed-'))
    await cp(place('export'), folder, { recursive: true })
    await change(folder)
    const refusal = await count(folder, place('refused'), given).then(
      () => 'counted',
      (error: Error) => error.message,
    )
    expect((await readdir(home)).filter((name) => name.startsWith('refused'))).toEqual([])
    return refusal
  }
  const nothing = () => Promise.resolve()
  const manifest =
    (change: (manifest: { strata: { drew: number; ballots: number }[]; campaign: { campaignId: string } }) => void) =>
    async (folder: string) => {
      const file = path.join(folder, 'manifest.json')
      const read = JSON.parse(await readFile(file, 'utf8'))
      change(read)
      await writeFile(file, JSON.stringify(read))
    }

  test('two shares of the three that are needed', async () => {
    expect(await refused(nothing, shares.slice(0, 2))).toMatch(/份额/)
  })
  test('no share at all', async () => {
    expect(await refused(nothing, [])).toMatch(/没有给出密钥份额/)
  })
  test('shares of another key', async () => {
    const others: string[] = []
    for (const [nth, text] of (await splitKey(sealKeys(randomBytes).secretKey, { auditors: 5, needed: 3 })).entries()) {
      others.push(place(`other-${nth}.txt`))
      await writeFile(others[nth]!, text)
    }
    expect(await refused(nothing, others.slice(0, 3))).toMatch(/份额/)
  })
  test('a file that is cut short', async () => {
    expect(await refused((folder) => truncate(path.join(folder, `${first()}.sealed`), 1000))).toMatch(/不完整/)
  })
  test('a file that is missing', async () => {
    expect(await refused((folder) => rm(path.join(folder, `${first()}.sealed`)))).toMatch(/缺少文件/)
  })
  test('ballots that are not in order', async () => {
    const swap = async (folder: string) => {
      const file = path.join(folder, `${first()}.sealed`)
      const bytes = await readFile(file)
      await writeFile(file, Buffer.concat([bytes.subarray(176, 352), bytes.subarray(0, 176), bytes.subarray(352)]))
    }
    expect(await refused(swap)).toMatch(/没有按顺序/)
  })
  test('more ballots than households that drew', async () => {
    const fewer = manifest(({ strata }) => (strata[0]!.drew = strata[0]!.ballots - 1))
    expect(await refused(fewer)).toMatch(/比领票的 \d+ 户还多/)
  })
  test('a manifest that is half there', async () => {
    expect(await refused((folder) => truncate(path.join(folder, 'manifest.json'), 500))).toMatch(/不完整/)
  })
  test('a folder that is there already keeps what it holds', async () => {
    await expect(count(place('export'), place('count'))).rejects.toThrow(/已经有了/)
    expect(await readdir(place('count'))).toEqual([recordFile, totalsFile])
  })
})

describe('what was planted in the open data is found by name', () => {
  const edit = (file: string, change: (text: string) => string) => async (folder: string) => {
    const name = path.join(folder, file)
    const before = await readFile(name, 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    await writeFile(name, after)
  }
  // The documents are looser than their types, so that a test can write into them what a forger would.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const json = (file: string, change: (value: any) => void) =>
    edit(file, (text) => {
      const value = JSON.parse(text)
      change(value)
      return `${JSON.stringify(value, null, 1)}\n`
    })
  const first = () => election.strata[0]!.town.id
  /** Both counties have it on their lists. */
  const isShared = ({ name }: { name: string }) => name === '市公安局'
  const digit = (hex: string) => (hex.startsWith('0') ? `1${hex.slice(1)}` : `0${hex.slice(1)}`)
  const receiptLines = (change: (lines: string[]) => void) =>
    edit(publicFiles.receipts, (text) => {
      const lines = text.trimEnd().split('\n')
      change(lines)
      return `${lines.join('\n')}\n`
    })

  const plants: [string, string, (folder: string) => Promise<void>][] = [
    ['a ballot replaced by another ciphertext', '摘要一个接一个,每个回执都在里面', receiptLines((lines) => (lines[5] = digit(lines[5]!)))],
    ['a ballot removed', '摘要一个接一个,每个回执都在里面', receiptLines((lines) => void lines.splice(5, 1))],
    ['a receipt twice', '每个回执只出现一次', receiptLines((lines) => void lines.splice(5, 0, lines[5]!))],
    ['two receipts that changed places', '每个回执只出现一次', receiptLines((lines) => void lines.splice(5, 2, lines[6]!, lines[5]!))],
    [
      'a receipt said to be in another digest',
      '摘要一个接一个,每个回执都在里面',
      receiptLines((lines) => (lines[5] = lines[5]!.replace(/,([12]),/, (_, n) => `,${3 - Number(n)},`))),
    ],
    [
      'a counted ballot said to be spoilt',
      '不能计的选票和回执表一样',
      receiptLines((lines) => (lines[9] = lines[9]!.replace(/counted|spoilt:unit/, 'spoilt:form'))),
    ],
    [
      'ballots stuffed beyond the draws',
      '每个乡镇的选票不多于领票的户数',
      receiptLines((lines) => {
        for (let nth = 0; nth < 60; nth++) lines.push(`${nth.toString(16).padStart(64, '0')},${election.strata[0]!.town.id},2,counted`)
      }),
    ],
    [
      'one weight of a question',
      '冻结的内容没有变',
      json(publicFiles.campaign, ({ frozen }) => ((frozen.weights.service -= 10), (frozen.weights.results += 10))),
    ],
    ['one weight of a stratum', '每张票的权重等于名册户数除以票数', json(publicFiles.totals, ({ strata }) => (strata[1].weight += 0.5))],
    ['one rated unit', '冻结的内容没有变', json(publicFiles.campaign, ({ frozen }) => (frozen.strata[0].units[0].name = '另一个局'))],
    ['one key', '冻结的内容没有变', json(publicFiles.campaign, ({ frozen }) => (frozen.tokenKey = 'E'.repeat(43)))],
    [
      'the date of the public value',
      '冻结的内容没有变',
      json(publicFiles.campaign, ({ frozen }) => (frozen.source.at = '2026-11-28T00:00:00.000Z')),
    ],
    [
      'a freeze after the public value was out',
      '冻结、公开的数、领票、投票的时间先后对',
      json(publicFiles.campaign, ({ frozen }) => (frozen.frozenAt = '2026-11-30T00:00:00.000Z')),
    ],
    [
      'casts that end with the draws',
      '冻结、公开的数、领票、投票的时间先后对',
      json(publicFiles.campaign, ({ frozen }) => (frozen.castsUntil = frozen.drawsUntil)),
    ],
    ['the public value', '种子由冻结摘要和公开的数算出', json(publicFiles.campaign, (campaign) => (campaign.publicValue = '1'))],
    ['the seed', '种子由冻结摘要和公开的数算出', json(publicFiles.campaign, (campaign) => (campaign.seed = digit(campaign.seed)))],
    ['the size of a sample', '每个乡镇抽多少户,按规则算', json(publicFiles.campaign, ({ frozen }) => (frozen.strata[0].sample += 1))],
    ['a stratum’s name in the table', '乡镇表和冻结的内容一样', json(publicFiles.strata, (strata) => (strata[0].township = '另一个镇'))],
    [
      'one digest',
      '摘要一个接一个,每个回执都在里面',
      json(publicFiles.digests, (digests) => (digests[0].digest = digit(digests[0].digest))),
    ],
    [
      'a digest’s number of receipts',
      '每个摘要从一个乡镇收进 10 个以上的回执,最后一个收尾',
      json(publicFiles.digests, (digests) => (digests[0].strata[0].receipts -= 1)),
    ],
    ['the last digest left out', '摘要一个接一个,每个回执都在里面', json(publicFiles.digests, (digests) => digests.pop())],
    ['more voided sheets than were made', '作废的纸质票对得上', json(publicFiles.voids, (voids) => (voids[0].voided = 21))],
    ['one total', '每个单位的分数、比例、区间互相对得上', json(publicFiles.totals, ({ units }) => (units[0].score.value += 1))],
    [
      'a mean',
      '每个单位的分数、比例、区间互相对得上',
      json(publicFiles.totals, ({ units }) => (units[0].questions.conduct.mean.value += 2)),
    ],
    [
      'an interval made narrow',
      '每个单位的分数、比例、区间互相对得上',
      json(publicFiles.totals, ({ units }) => (units[0].questions.service.topTwo.low += 1)),
    ],
    [
      'a share of “don’t know”',
      '每个单位的分数、比例、区间互相对得上',
      json(publicFiles.totals, ({ units }) => (units[1].questions.results.dontKnow.value += 2)),
    ],
    [
      'the number of those who answered',
      '各县加起来就是全部',
      json(publicFiles.totals, ({ units }) => (units.find(isShared).questions.service.n += 1)),
    ],
    [
      'the number of ballots of a stratum',
      '总数里各乡镇的户数、票数和公开的一样',
      json(publicFiles.totals, ({ strata }) => (strata[1].ballots += 1)),
    ],
    ['a unit left out', '公布的单位不多不少,各县要么都有,要么都没有', json(publicFiles.totals, ({ units }) => units.pop())],
    [
      'one county of a unit left out',
      '公布的单位不多不少,各县要么都有,要么都没有',
      json(publicFiles.totals, ({ unitsByCounty }) => unitsByCounty.pop()),
    ],
    [
      'a question shown for one county only',
      '公布的单位不多不少,各县要么都有,要么都没有',
      json(publicFiles.totals, ({ unitsByCounty }) => delete unitsByCounty.find(isShared).money),
    ],
    [
      'another figure for the only county that has a unit',
      '公布的单位不多不少,各县要么都有,要么都没有',
      json(publicFiles.totals, ({ unitsByCounty }) => delete unitsByCounty.find((unit: { name: string }) => !isShared(unit)).money),
    ],
    ['a unit that nine were asked about', '少于 10 张票的一概没有公布', json(publicFiles.totals, ({ units }) => (units[0].asked = 9))],
    ['a group', '分组由区间是否重叠决定', json(publicFiles.totals, ({ units }) => (units[0].group += 1))],
    [
      'an answer to “was anyone watching”',
      '"有没有人看着"的票数对得上',
      json(publicFiles.totals, ({ watched }) => (watched[0].watched -= 1)),
    ],
    ['a spoilt ballot’s reason', '不能计的选票和回执表一样', json(publicFiles.totals, ({ spoilt }) => (spoilt[0].because = 'form'))],
    [
      'another campaign’s totals',
      '总数里各乡镇的户数、票数和公开的一样',
      json(publicFiles.totals, (all) => (all.campaignId = digit(all.campaignId))),
    ],
    ['a figure in the table alone', '表格和总数文件一样', edit(publicFiles.results, (text) => text.replace(/score,(\d+),/, 'score,1$1,'))],
    ['a row of the roll', '名册和冻结时一样,每户只有一个户号', (folder) => edit(publicFiles.roll(first()), (text) => digit(text))(folder)],
    [
      'a household struck off the roll',
      '名册和冻结时一样,每户只有一个户号',
      (folder) => edit(publicFiles.roll(first()), (text) => text.slice(33))(folder),
    ],
    [
      'a draw of a household that was not drawn by lot',
      '照公开的种子重新抽样,领票的户都是抽中的',
      async (folder) => {
        const { town, drew } = election.strata[0]!
        const drawn = new Set(drew)
        const strangers = town.rollIds.filter((id) => !drawn.has(id))
        // All who did not draw: the rest of the sample among them, and many who were not in it.
        await edit(publicFiles.drew(town.id), (text) => [...text.trim().split('\n'), ...strangers].sort().join('\n') + '\n')(folder)
      },
    ],
    ['a file that does not belong', '文件齐全,没有多余的', (folder) => writeFile(path.join(folder, 'notes.txt'), 'x')],
    ['a file that is missing', '公开的数据读得出来', (folder) => rm(path.join(folder, publicFiles.voids))],
    ['a roll that is missing', '名册和冻结时一样,每户只有一个户号', (folder) => rm(path.join(folder, publicFiles.roll(first())))],
    ['a file cut short', '公开的数据读得出来', (folder) => truncate(path.join(folder, publicFiles.receipts), 3000)],
  ]
  test.each(plants)('%s', async (_, name, plant) => {
    const folder = await mkdtemp(place('planted-'))
    await cp(place('public'), folder, { recursive: true })
    await plant(folder)
    const { good, failed, said } = await verify(folder)
    expect(good).toBe(false)
    expect(failed).toContain(name)
    expect(said).toContain(`✗ ${name}`)
    expect(said.at(-1)).toMatch(/不能相信。$/)
  })

  test('totals that fit together but were not counted: the auditors’ record tells', async () => {
    const folder = await mkdtemp(place('planted-'))
    await cp(place('public'), folder, { recursive: true })
    await rm(folder, { recursive: true })
    const forged = structuredClone(totals)
    // What was said about being watched is turned round: no sum changes.
    for (const county of forged.watched) [county.nobody, county.watched] = [county.watched, county.nobody]
    await publishElection(folder, election, forged)
    expect(await verify(folder)).toMatchObject({ good: true })
    expect(await verify(folder, place('count', recordFile))).toMatchObject({ failed: ['重新计票,总数一个字不差'] })
  })

  test('a record of other ballots, or one that was touched, does not pass', async () => {
    const other = { ...election, strata: election.strata.map((one, nth) => (nth === 1 ? { ...one, cast: one.cast.slice(1) } : one)) }
    await writeExport(place('other-export'), other)
    await count(place('other-export'), place('other-count'))
    const { failed } = await verify(place('public'), place('other-count', recordFile))
    expect(failed).toEqual(['加密记录里的选票和公开的回执一张对一张', '重新计票,总数一个字不差'])

    const record = await readFile(place('count', recordFile))
    for (const touched of [record.subarray(0, -1), record.subarray(0, -20), Buffer.concat([record, record.subarray(-20)])]) {
      await writeFile(place('touched'), touched)
      expect((await verify(place('public'), place('touched'))).good).toBe(false)
    }
    record[record.length >> 1]! ^= 1
    await writeFile(place('touched'), record)
    expect((await verify(place('public'), place('touched'))).good).toBe(false)
  })
})

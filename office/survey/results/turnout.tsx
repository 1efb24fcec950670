import { SpoiltBecause, surveyLimits, type Totals } from '../../../contract/survey'
import { spoiltWords } from '../words'
import { percent } from './measures'

type Column<Row> = { title: string; of: (row: Row) => string | number }
type Props<Row> = { caption: string; rows: readonly (Row & { key: string })[]; columns: readonly Column<Row>[] }

function Plain<Row>({ caption, rows, columns }: Props<Row>) {
  return (
    <table className="results-table results-plain">
      <caption className="results-caption">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {columns.map(({ title, of }, at) =>
              at === 0 ? (
                <th key={title} scope="row">
                  {of(row)}
                </th>
              ) : (
                <td key={title}>{of(row)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Stratum = Totals['strata'][number]
type Watched = Totals['watched'][number]

const share = (part: number, n: number) => `${part}(${percent(part, n)})`

/** How many answered in each stratum, and whether somebody stood beside them. */
export const Turnout = ({ totals: { strata, watched, spoilt } }: { totals: Totals }) => (
  <>
    <Plain<Stratum>
      caption="各乡镇收到的票"
      rows={strata.map((stratum) => ({ ...stratum, key: stratum.id }))}
      columns={[
        { title: '乡镇', of: ({ county, township }) => `${county} ${township}` },
        { title: '名册户数', of: ({ roll }) => roll },
        { title: '抽中', of: ({ sample }) => sample },
        { title: '领票', of: ({ drew }) => drew },
        { title: '收到票', of: ({ ballots }) => ballots },
        { title: '回收率', of: ({ ballots, sample }) => percent(ballots, sample) },
        { title: '废票', of: (each) => each.spoilt },
        { title: '一张票代表几户', of: ({ weight }) => weight.toFixed(2) },
      ]}
    />
    <Plain<Watched>
      caption={`旁边有没有人(不足 ${surveyLimits.publishLeast} 张票的县不公布)`}
      rows={watched.map((each) => ({ ...each, key: each.county }))}
      columns={[
        { title: '县', of: ({ county }) => county },
        { title: '票数', of: ({ n }) => n },
        { title: '没有人', of: ({ nobody, n }) => share(nobody, n) },
        { title: '有人帮填', of: ({ helped, n }) => share(helped, n) },
        { title: '有人在旁边看', of: (each) => share(each.watched, each.n) },
        { title: '没答', of: ({ silent, n }) => share(silent, n) },
      ]}
    />
    {spoilt.length > 0 && (
      <p className="results-note">
        废票 {spoilt.length} 张:
        {SpoiltBecause.options
          .map((why) => ({ why, count: spoilt.filter(({ because }) => because === why).length }))
          .filter(({ count }) => count > 0)
          .map(({ why, count }) => `${spoiltWords[why]} ${count} 张`)
          .join(',')}
        。
      </p>
    )}
  </>
)

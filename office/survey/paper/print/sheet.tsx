import { QRCode } from 'antd'

import { type CampaignPlan, ratedQuestions, type RatedUnit, type Stratum } from '../../../../contract/survey'
import { faces } from '../../../../contract/ticket'
import { printedCode, tailOf } from '../../ballot/code'
import { printedSlip } from '../../ballot/slip'
import type { PrintedSheet } from './use-pack'

type Props = {
  plan: CampaignPlan
  stratum: Stratum
  sheet: PrintedSheet
  pages: readonly (readonly RatedUnit[])[]
  long: boolean
  keys: { token: string; seal: string }
  /** Until when it has to be brought back: then there are two days left for typing it twice. */
  until: string | undefined
}

type Answer = { digit: number; word: string }
const levels: readonly Answer[] = [...faces.map((word, at) => ({ digit: at + 1, word })), { digit: 0, word: '不了解' }]
const money: readonly Answer[] = [
  { digit: 1, word: '没有' },
  { digit: 2, word: '有' },
]
const watched: readonly Answer[] = [
  { digit: 1, word: '没有人' },
  { digit: 2, word: '有人帮我填' },
  { digit: 3, word: '有人在旁边看' },
]

/** Circles to tick; the small digit in each is what is typed for it. */
const Answers = ({ of }: { of: readonly Answer[] }) => (
  <span className="sheet-answers">
    {of.map(({ digit, word }) => (
      <span key={digit}>
        <i>{digit}</i>
        {word}
      </span>
    ))}
  </span>
)

const Row = ({ words, of }: { words: string; of: readonly Answer[] }) => (
  <div className="sheet-row">
    <span className="sheet-question">{words}</span>
    <Answers of={of} />
  </div>
)

const Unit = ({ unit: { name, does }, nth, plan: { questions } }: { unit: RatedUnit; nth: number; plan: CampaignPlan }) => (
  <div className="sheet-unit">
    <h3>
      {nth}. {name} <small>{does}</small>
    </h3>
    {ratedQuestions.map((question) => (
      <Row key={question} words={questions[question]} of={levels} />
    ))}
    <Row words={questions.money} of={money} />
  </div>
)

const Head = ({ plan, stratum, sheet: { code }, keys, until }: Omit<Props, 'pages' | 'long'>) => (
  <header className="sheet-head">
    <h2>{plan.title}</h2>
    <p className="sheet-place">
      {stratum.county} {stratum.township}
    </p>
    <p>
      在您的答案的圆圈里打 ✓,每行打一个。不了解的打“不了解”,也可以空着。
      <b>不要写名字、电话、门牌。</b>填好折起来,交给送问卷的人
      {until && `,${until} 以前要送到`}。
    </p>
    <div className="sheet-code">
      <QRCode
        role="img"
        aria-label="暗码的二维码"
        value={code}
        size={132}
        type="svg"
        errorLevel="M"
        bordered={false}
        color="#000000"
        bgColor="#ffffff"
      />
      <div>
        <p>这是这张问卷的暗码,和您家没有关系。请不要折到、弄脏。</p>
        {printedCode(code).map((line) => (
          <code key={line}>{line}</code>
        ))}
      </div>
    </div>
    <dl>
      <dt>选票公钥指纹</dt>
      <dd>{keys.token}</dd>
      <dt>密封公钥指纹</dt>
      <dd>{keys.seal}</dd>
    </dl>
  </header>
)

const Tail = ({ plan, stratum, sheet: { slip } }: Pick<Props, 'plan' | 'stratum' | 'sheet'>) => (
  <footer className="sheet-tail">
    <div className="sheet-last">
      <h3>最后一问:{plan.questions.watched}</h3>
      <Answers of={watched} />
    </div>
    <div className="sheet-slip">
      <p>
        <b>回执条</b> 请沿虚线撕下。它的号码和问卷的暗码没有关系。
      </p>
      <p>
        {plan.title} {stratum.township}
      </p>
      <p className="sheet-number">{printedSlip(slip)}</p>
      <p className="sheet-sign">
        我家领了一张问卷,签名 <i /> 日期 <i />
      </p>
    </div>
  </footer>
)

/** One ballot on paper: some pages of units, the last question, and the slip to be torn off. It names no household. */
export function Sheet({ pages, long, ...rest }: Props) {
  const { plan, stratum, sheet } = rest
  return pages.map((units, page) => {
    const before = pages.slice(0, page).reduce((sum, each) => sum + each.length, 0)
    const isLast = page === pages.length - 1
    return (
      <section key={units[0]?.id ?? page} className={`sheet-page ${long ? 'sheet-long' : ''}`} aria-label={`问卷第 ${page + 1} 页`}>
        {page === 0 && <Head {...rest} />}
        {units.map((unit, nth) => (
          <Unit key={unit.id} unit={unit} nth={before + nth + 1} plan={plan} />
        ))}
        {isLast && <Tail plan={plan} stratum={stratum} sheet={sheet} />}
        <p className="sheet-foot">
          {stratum.township} · 暗码尾号 {tailOf(sheet.code)} · 第 {page + 1} 页,共 {pages.length} 页
        </p>
      </section>
    )
  })
}

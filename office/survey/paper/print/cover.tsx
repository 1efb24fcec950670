import type { CampaignPlan, PackId, Stratum } from '../../../../contract/survey'
import { packName } from '../pack'

type Props = { plan: CampaignPlan; stratum: Stratum; packId: PackId; sheets: number; pages: number }

const lines = [
  '单面打印,每张订在一起。数一数,和上面的张数对得上。',
  '发之前把整包洗乱。抽中的户随便拿哪一张,不按顺序,不记哪户拿了哪张。',
  '拿的人在最后一页的回执条上签字,撕下回执条收好;问卷上什么名字都不写。',
  '回来凭回执条登记“领了纸”。登记以后,这一户不能再用手机、电话评。',
  '填好的问卷由两个人各录一遍。没用完的、印坏的,截止以前一张张作废。',
]

/** The first page of a pack: for whoever takes it to the villages. */
export const Cover = ({ plan, stratum, packId, sheets, pages }: Props) => (
  <section className="sheet-page sheet-cover">
    <p>{plan.title}</p>
    <h2>
      {stratum.county} {stratum.township}
    </h2>
    <div className="sheet-count">
      <b>{sheets}</b> 张问卷
    </div>
    <p>
      包号 {packName(packId)} · 每张 {pages} 页
    </p>
    <ol>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
    <p className="sheet-sign">
      领包人 <i /> 日期 <i />
    </p>
    <p className="sheet-sign">
      交回:填好 <i /> 张 没用 <i /> 张
    </p>
  </section>
)

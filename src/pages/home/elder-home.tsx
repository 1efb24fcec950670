import { Button } from '../../design/button'
import { Card } from '../../design/card'
import { Line } from '../../ticket/line'
import { go } from '../../ways'
import type { HomeProps } from './plain-home'
import { NoCadre, ServiceCard } from './service-card'
import { SurveyRow } from './survey-row'

/** Three things, large: my cadre, the complaint line, speak up. */
export const ElderHome = ({ home, mine, survey, complain }: HomeProps) => (
  <>
    {home.card ? <ServiceCard serial={home.serial} card={home.card} elder /> : <NoCadre serial={home.serial} office={home.office} />}
    <Button great tone="seal" icon="phone" onPress={complain}>
      打投诉电话
    </Button>
    <Button great tone="line" icon="pen" onPress={() => go('villager/ticket-new')}>
      我有话要说
    </Button>
    {survey && <SurveyRow survey={survey} />}
    {mine.length > 0 && (
      <Card>
        {mine.map((ticket) => (
          <Line key={ticket.id} ticket={ticket} />
        ))}
      </Card>
    )}
  </>
)

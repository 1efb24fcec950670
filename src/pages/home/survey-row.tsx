import { Card } from '../../design/card'
import { Chip } from '../../design/chip'
import { Row } from '../../design/row'
import { useNow } from '../../design/use-now'
import { before, isPast } from '../../design/when'
import { go } from '../../ways'
import type { SurveyAtHome } from './survey-at-home'

/** The way to the survey, where there is something to do. */
export function SurveyRow({ survey }: { survey: SurveyAtHome }) {
  const now = useNow()
  const waits = survey.stands === 'waits'
  if (survey.stands === 'invited' && isPast(survey.until, now)) return null
  return (
    <Card>
      <Row
        icon={waits ? 'clock' : 'box'}
        title={waits ? '您的票还没有投进去' : '抽中您家评机关'}
        small={survey.stands === 'invited' ? `${before(survey.until, now)}投票` : '已经封好,有了网接着投'}
        end={<Chip tone={waits ? 'grain' : 'field'}>{waits ? '去看看' : '去评'}</Chip>}
        onPress={() => go('survey/start')}
      />
    </Card>
  )
}

import type { Journey } from '../steps'
import { accountJourneys } from './accounts'
import { intakeJourneys } from './intake'
import { mediaJourneys } from './media'
import { officeJourneys } from './offices'
import { surveyJourneys } from './survey'
import { tellingJourneys } from './telling'
import { ticketJourneys } from './tickets'

/** What the whole product is taken through. */
export const journeys: Readonly<Record<string, Journey>> = {
  ...ticketJourneys,
  ...accountJourneys,
  ...intakeJourneys,
  ...mediaJourneys,
  ...tellingJourneys,
  ...officeJourneys,
  ...surveyJourneys,
}

import { account } from './account'
import { calendar } from './calendar'
import { desktop } from './desktop'
import { intake } from './intake'
import { media } from './media'
import { notice } from './notice'
import { pairing } from './pairing'
import { survey, surveyCasts, surveyDraws } from './survey'
import { ticket } from './ticket'

/** Every route of the product: the server binds it, the phone calls it, `GET /openapi.json` describes it. */
export const contract = {
  ...{ ...account, ...desktop, ...pairing, ...calendar, ...ticket, ...media, ...intake, ...notice },
  ...{ ...survey, ...surveyDraws, ...surveyCasts },
}

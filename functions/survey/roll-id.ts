import type { HouseholdId } from '../../contract/pairing'
import { type CampaignId, RollId } from '../../contract/survey'
import type { Tag } from '../platform/tag'

/** A household's number on a campaign's roll: without the key nobody can tell which household it is, nor that of another campaign. */
export const rollIds =
  (tag: Tag) =>
  (campaignId: CampaignId, householdId: HouseholdId): RollId =>
    RollId.parse(tag('roll', `${campaignId}:${householdId}`))

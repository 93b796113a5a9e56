import { moving } from '#modules/people'

/**
 * What a merge of two people does with these tables. Legal advice follows the people whom it is about, and its readers stay those whom it
 * names: whoever a list or a conflict kept from either of the two is kept from it, so nobody comes to read more.
 */
export const preProceedingsMergeRules = moving(
  {
    family_group_offer: 'Offers of a family group decision making meeting',
    family_group_meeting: 'Family group decision making meetings',
    pre_proceedings_meeting: 'Meetings before proceedings',
    pre_proceedings_extension: 'Extensions of pre-proceedings',
    legal_advice: 'Legal advice',
    protection_lead: 'Lead child protection practitioners',
  },
  { family_group_offer: ['person_id', 'recipient_id'], legal_advice: ['person_ids'] },
)

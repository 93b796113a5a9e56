/** The legal status of a child on the first day, by the codes of the SSDA903 return (LS); the historic freeing order (D1) is left out. */
export const legalStatuses = {
  V2: 'Accommodated by agreement (section 20)',
  C1: 'Interim care order (section 38)',
  C2: 'Care order (section 31)',
  E1: 'Placement order (Adoption and Children Act 2002 section 21)',
  L1: 'Police protection, in the authority’s accommodation (section 46)',
  L2: 'Emergency protection order (section 44)',
  L3: 'Child assessment order, in the authority’s accommodation (section 43)',
  J1: 'Remanded to the authority’s or to youth detention accommodation',
  J2: 'In the authority’s accommodation instead of a police cell (PACE 1984 section 38)',
  J3: 'Youth rehabilitation order with residence or intensive fostering',
  V3: 'Agreed series of short breaks, each recorded',
  V4: 'Agreed series of short breaks, only the agreement recorded',
} as const
export type LegalStatus = keyof typeof legalStatuses

/** Why a period ended, by the codes of the SSDA903 return (REC), what happens most often first. */
export const endReasons = {
  E4A: 'Returned home, as planned',
  E4B: 'Returned home, not as planned',
  E13: 'Left to live with somebody without parental responsibility',
  E41: 'Child arrangements order',
  E45: 'Special guardianship: former foster carer, a relative or friend',
  E46: 'Special guardianship: former foster carer, neither relative nor friend',
  E47: 'Special guardianship: other carer, a relative or friend',
  E48: 'Special guardianship: other carer, neither relative nor friend',
  E11: 'Adopted, unopposed',
  E12: 'Adopted, consent dispensed with',
  E5: 'Independent living with formal support',
  E6: 'Independent living without formal support',
  E17: 'Turned 18 and stays with the same carers',
  E7: 'To residential care paid for by adult services',
  E3: 'Another authority took over',
  E14: 'Remand ended',
  E9: 'Sentenced to custody',
  E15: 'Age assessed as 18 or over',
  E16: 'Moved abroad',
  E2: 'Died',
  E8: 'Any other reason',
} as const
export type EndReason = keyof typeof endReasons

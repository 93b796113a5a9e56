/** What an enquiry found (Working Together 2023, chapter 3). */
export const outcomeWords = {
  not_substantiated: 'Concerns not substantiated',
  substantiated_no_continuing_risk:
    'Concerns substantiated, the child is not at continuing risk of significant harm',
  continuing_risk: 'Concerns substantiated, the child is at continuing risk of significant harm',
} as const
export type EnquiryOutcome = keyof typeof outcomeWords

/** Who takes part in a strategy discussion; the first three are its quorum (SQ8). */
export const agencyWords = {
  social_care: 'Children’s social care',
  police: 'Police',
  health: 'Health',
  education: 'School, nursery or college',
  other: 'Others',
} as const
export type DiscussionAgency = keyof typeof agencyWords
export const quorum: readonly DiscussionAgency[] = ['social_care', 'police', 'health']

/** Agencies of the quorum that took no part, in words. */
export const missingFromQuorum = (tookPart: readonly string[]): readonly string[] =>
  quorum.filter(agency => !tookPart.includes(agency)).map(agency => agencyWords[agency])

/** By what right somebody acted at once. */
export const powerWords = {
  agreement: 'Agreement of somebody with parental responsibility',
  accommodation: 'Accommodation by agreement (Children Act 1989 section 20)',
  police_protection: 'Police protection (Children Act 1989 section 46)',
  emergency_protection_order: 'Emergency protection order (Children Act 1989 section 44)',
  exclusion_requirement: 'Somebody left or was excluded from the home (Children Act 1989 section 44A)',
  interim_care_order: 'Interim care order (Children Act 1989 section 38)',
  none: 'No power was needed',
} as const
export type Power = keyof typeof powerWords

export const medicalKindWords = {
  child_protection: 'Child protection medical',
  sexual_harm: 'Examination for sexual harm',
  skeletal_survey: 'Skeletal survey',
  eyes: 'Examination of the eyes',
  other: 'Another examination',
} as const

export const consentWords = {
  given: 'Given',
  refused: 'Refused',
  court: 'Ordered by a court',
  not_yet: 'Not yet asked or answered',
} as const

export const childAgreesWords = { yes: 'Yes', no: 'No', too_young: 'Too young to say' } as const

export const medicalOutcomeWords = {
  consistent: 'Consistent with harm',
  not_consistent: 'Explained otherwise',
  not_certain: 'Not certain',
  nothing_found: 'Nothing found',
  not_held: 'Not held',
} as const

export const stoppedWords = {
  begun_in_error: 'It was begun in error',
  superseded: 'Another enquiry of this child goes on instead',
  other_authority: 'Another authority took it over',
} as const

/** Keys of such words, as a list of choices. */
export const codesIn = <T extends object>(words: T): readonly (keyof T & string)[] =>
  Object.keys(words) as (keyof T & string)[] // their own keys

/** The words of a code; the code itself when it is not known any more. */
export const wordsFor = (words: Readonly<Record<string, string>>, code: string | null): string =>
  code === null ? '' : (words[code] ?? code)

/** Choices of radios or a list. */
export const itemsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

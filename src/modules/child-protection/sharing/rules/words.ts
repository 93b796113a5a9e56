import type { ChildProtectionTables } from '../../tables.ts'

type Paper = ChildProtectionTables['paper']
type Part = ChildProtectionTables['paper_part']
type Plain<T> = T extends { readonly __select__: infer S } ? S : T

export type PaperKind = Plain<Paper['kind']>
export type PaperStatus = Plain<Paper['status']>
export type PartSource = Plain<Part['source']>

/** As workers name papers. */
export const paperKinds: Readonly<Record<PaperKind, string>> = {
  social_work_report: 'Social worker’s report',
  agency_report: 'Agency’s report',
  conference_record: 'Record of the conference',
  outline_plan: 'Outline plan',
  protection_plan: 'Child protection plan',
  letter: 'Letter',
  child_voice: 'What the child says',
}

/** As they are called for those who are given them: naming nobody, and no service on the face of an envelope. */
export const paperTitles: Readonly<Record<PaperKind, string>> = {
  social_work_report: 'Report for your meeting',
  agency_report: 'Report for your meeting',
  conference_record: 'What was said and decided at your meeting',
  outline_plan: 'What was agreed at your meeting',
  protection_plan: 'Your plan',
  letter: 'A letter to you',
  child_voice: 'In a child’s own words',
}

/** From whom words come, as the author says it. */
export const partSources: Readonly<Record<PartSource, string>> = {
  own_work: 'Our own work',
  agency: 'Another agency',
  police: 'Police',
  family: 'The family',
  child: 'The child',
  member_of_public: 'A member of the public',
  other: 'Somebody else',
}

/** From whom words come, as the family is told: never who a referrer or somebody else outside is. */
export const sourceForFamily: Readonly<Record<PartSource, string | null>> = {
  own_work: 'What we found ourselves',
  agency: 'What somebody who works with the family told us',
  police: 'From the police',
  family: 'What the family told us',
  child: 'In the child’s own words',
  member_of_public: null,
  other: null,
}

/** The same for an agency: a referrer is named to nobody. */
export const sourceForAgency: Readonly<Record<PartSource, string | null>> = {
  ...partSources,
  member_of_public: null,
  other: null,
}

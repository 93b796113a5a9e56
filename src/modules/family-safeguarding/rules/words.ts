import type { FamilySafeguardingTables } from '../tables.ts'

export type Discipline = FamilySafeguardingTables['strand']['discipline']
export type Side = NonNullable<FamilySafeguardingTables['strand']['works_with']>
export type EndReason = NonNullable<FamilySafeguardingTables['strand']['end_reason']>
export type Answer = NonNullable<FamilySafeguardingTables['strand']['answer']>

export const disciplineWords: Readonly<Record<Discipline, string>> = {
  social_work: 'Social work',
  family_support: 'Family support',
  mental_health: 'Mental health',
  substance_misuse: 'Substance misuse',
  domestic_abuse: 'Domestic abuse',
}

export const sideWords: Readonly<Record<Side, string>> = {
  victim: 'with the person harmed',
  perpetrator: 'with the person who harms',
}

/** "Domestic abuse, with the person harmed". */
export const workWords = ({
  discipline,
  worksWith,
}: {
  readonly discipline: Discipline
  readonly worksWith: Side | null
}): string =>
  worksWith === null ? disciplineWords[discipline] : `${disciplineWords[discipline]}, ${sideWords[worksWith]}`

const needs: Readonly<Record<string, string>> = {
  domestic_abuse: 'Domestic abuse',
  mental_health: 'Mental health',
  substance_misuse: 'Drinking or drugs',
  parenting: 'Parenting',
  neglect: 'Neglect',
  housing: 'Housing',
  money: 'Money',
  learning: 'Learning',
  disability: 'Disability',
  health: 'Health',
  school: 'School',
  exploitation: 'Exploitation',
  young_carer: 'Caring for somebody',
  immigration: 'Immigration',
  other: 'Something else',
}
export const needWord = (kind: string): string => needs[kind] ?? kind
export const needWords = needs

/** Who noted a need first. */
const noters: Readonly<Record<string, string>> = {
  social_work: 'social work',
  family_help: 'family help',
  health_visiting: 'health visiting',
  school_nursing: 'school nursing',
  school: 'a school',
  police: 'police',
  mental_health: 'mental health',
  substance_misuse: 'substance misuse',
  domestic_abuse: 'domestic abuse',
  probation: 'probation',
  housing: 'housing',
  family: 'the family',
  other: 'somebody else',
}
export const noterWord = (discipline: string): string => noters[discipline] ?? discipline

export const answerWords: Readonly<Record<Answer, string>> = {
  accepted: 'Accepted',
  declined: 'Declined',
  not_now: 'Not now',
}

export const endWords: Readonly<Record<EndReason, string>> = {
  aim_met: 'The aim is met',
  declined: 'The person declined',
  person_left_household: 'The person left the household',
  moved_to_other_service: 'Moved to another service',
  no_longer_needed: 'No longer needed',
  worker_changed: 'Another worker takes over',
  case_closed: 'The case closed',
  other: 'Another reason',
}

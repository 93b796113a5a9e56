import type { PostRole } from '#modules/agencies'
import type { WorkforceTables } from '../../tables.ts'

export type Discipline = WorkforceTables['established_post']['discipline']
export type Employment = 'permanent' | 'fixed_term' | 'agency' | 'seconded' | 'student'

export const disciplineWords: Readonly<Record<Discipline, string>> = {
  social_work: 'Social work',
  mental_health: 'Mental health',
  substance_misuse: 'Substance misuse',
  domestic_abuse: 'Domestic abuse',
  management: 'Management',
  family_support: 'Family support',
  business_support: 'Business support',
  other: 'Other',
}

export const employmentWords: Readonly<Record<Employment, string>> = {
  permanent: 'Permanent',
  fixed_term: 'Fixed term',
  agency: 'Agency',
  seconded: 'Seconded',
  student: 'Student on placement',
}

/** What a Family Safeguarding team is complete with: the first is the children's side, the others work with the adults. */
export const neededDisciplines = [
  'social_work',
  'mental_health',
  'substance_misuse',
  'domestic_abuse',
] as const satisfies readonly Discipline[]

/** Those whom a team has beside its social workers. */
export const otherProfessions: ReadonlySet<Discipline> = new Set([
  'mental_health',
  'substance_misuse',
  'domestic_abuse',
  'family_support',
])

const ofRole: Partial<Record<PostRole, Discipline>> = {
  social_worker: 'social_work',
  senior_social_worker: 'social_work',
  mental_health_practitioner: 'mental_health',
  substance_misuse_practitioner: 'substance_misuse',
  domestic_abuse_practitioner: 'domestic_abuse',
  team_manager: 'management',
  duty_manager: 'management',
  service_leader: 'management',
  director: 'management',
  family_help_practitioner: 'family_support',
  business_support: 'business_support',
}

/** The discipline of a worker who fills no place of the establishment. */
export const disciplineOfRole = (role: PostRole): Discipline => ofRole[role] ?? 'other'

/** The disciplines that a team needs and has nobody of. */
export function missingDisciplines(present: Iterable<Discipline>): readonly Discipline[] {
  const there = new Set(present)
  return neededDisciplines.filter(one => !there.has(one))
}

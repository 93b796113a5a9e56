import type { CaseworkTables } from '#modules/casework'
import type { CodeOf } from '#reference'

export type Source = CodeOf<'referralSource'>
export type Discipline = CaseworkTables['need']['noted_by_discipline']

/** Members of the public, who are thanked and told no detail (Working Together 2023, chapter 3). */
const publicSources: ReadonlySet<string> = new Set(['1A', '1B', '1C', '1D', '9', '10'])
export const isPublicSource = (source: string | null): boolean => source === null || publicSources.has(source)

/** What somebody without an account may say they are, in plain words. */
export const publicSourceWords: Readonly<Partial<Record<Source, string>>> = {
  '1C': 'I am the child or young person',
  '1A': 'A parent, relative or carer',
  '1B': 'A friend, neighbour or childminder',
  '2A': 'I work in a school, college or nursery',
  '3A': 'I work for a general practice',
  '3F': 'I work in health',
  '6': 'I work for the police',
  '4': 'I work in housing',
  '8': 'I work or volunteer for another organisation',
  '1D': 'Somebody else',
}

const byRole: Readonly<Record<string, Source>> = {
  health_visitor: '3B',
  school_nurse: '3C',
  designated_safeguarding_lead: '2A',
  mental_health_practitioner: '5A',
}
const byOrganisation: Readonly<Record<string, Source>> = {
  police: '6',
  school: '2A',
  nhs: '3F',
  probation: '7',
  voluntary: '8',
  council: '5B',
}

/** The census's source for somebody who signs in, by their post, else by their organisation. */
export function sourceOf(roles: Iterable<string>, organisationKind: string | null): Source | null {
  for (const role of roles) if (byRole[role]) return byRole[role]
  return organisationKind === null ? null : (byOrganisation[organisationKind] ?? null)
}

const disciplines: Readonly<Partial<Record<Source, Discipline>>> = {
  '1A': 'family',
  '1B': 'family',
  '1C': 'family',
  '2A': 'school',
  '2B': 'school',
  '3B': 'health_visiting',
  '3C': 'school_nursing',
  '4': 'housing',
  '5A': 'social_work',
  '5D': 'family_help',
  '6': 'police',
  '7': 'probation',
}

/** Which discipline noted a need, when the contact that told of it came from this source. */
export const disciplineOf = (source: string | null): Discipline =>
  disciplines[(source ?? '') as Source] ?? 'other' // a code of no discipline's own is another's

import type { Agency } from './invitee.ts'

const byRole: Readonly<Record<string, Agency>> = {
  health_visitor: 'health',
  school_nurse: 'health',
  midwife: 'health',
  general_practitioner: 'health',
  paediatrician: 'health',
  designated_safeguarding_lead: 'education',
  teacher: 'education',
  mental_health_practitioner: 'adult_mental_health',
  substance_misuse_practitioner: 'substance_misuse',
  domestic_abuse_practitioner: 'domestic_abuse',
  probation_officer: 'probation',
  police: 'police',
  police_officer: 'police',
  housing_officer: 'housing',
}

/** The agency of somebody who works with a child in this role; null where the role does not say. */
export const agencyOfRole = (role: string): Agency | null => byRole[role] ?? null

const byKind: Readonly<Record<string, Agency>> = {
  police: 'police',
  nhs: 'health',
  school: 'education',
  council: 'social_care',
  probation: 'probation',
  voluntary: 'voluntary',
  housing: 'housing',
}

/** The agency of an organisation of this kind. */
export const agencyOfOrganisation = (kind: string): Agency | null => byKind[kind] ?? null

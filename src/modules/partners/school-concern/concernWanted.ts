import type { Organisation } from '#modules/agencies'
import type { ContactWanted } from '#modules/front-door'
import type { SchoolConcern } from './schoolConcernSchema.ts'

/** What a school's concern is as a contact: its own words, since they are a referral and not another's intelligence. */
export const concernWanted = (
  told: SchoolConcern,
  school: Organisation | undefined,
): Pick<
  ContactWanted,
  | 'referrer'
  | 'worries'
  | 'strengths'
  | 'wanted'
  | 'familyKnows'
  | 'familyKnowsNotBecause'
  | 'isDanger'
  | 'danger'
> => ({
  referrer: {
    source: '2A',
    isAnonymous: false,
    name: told.raisedBy,
    role: told.role,
    organisationId: school?.id ?? null,
    organisation: school?.name ?? null,
    telephone: told.telephone ?? school?.telephone ?? null,
    email: told.email,
  },
  worries: told.worries,
  strengths: told.strengths,
  wanted: told.wanted,
  familyKnows: told.familyKnows === 'yes',
  familyKnowsNotBecause: told.familyKnowsNotBecause,
  isDanger: told.isDanger === 'yes',
  danger: told.isDanger === 'yes' ? 'The school says that a child is in danger now: read the worries' : null,
})

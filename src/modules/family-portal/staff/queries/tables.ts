import type { ChildProtectionTables } from '#modules/child-protection'
import type { PeopleTables } from '#modules/people'
import type { FamilyPortalTables } from '../../tables.ts'

/** What the staff's side of the portal reads and writes. */
export type StaffTables = Pick<FamilyPortalTables, 'family_account' | 'family_word' | 'portal_alarm'> &
  Pick<ChildProtectionTables, 'paper_copy' | 'copy_answer' | 'copy_event'> &
  Pick<PeopleTables, 'relationship'>

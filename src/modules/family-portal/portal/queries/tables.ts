import type { ChildProtectionTables } from '#modules/child-protection'
import type { FamilyPortalTables } from '../../tables.ts'

/** What the portal's role may read and write, as far as it uses it. */
export type InsideTables = Pick<ChildProtectionTables, 'paper_copy' | 'copy_event' | 'copy_answer'> &
  Pick<FamilyPortalTables, 'family_word' | 'portal_alarm'>

import type { Uuid } from '#platform/ids'
import type { FamilyPortalTables } from '../tables.ts'

/** What letting families in reads and writes. */
export type DoorTables = Pick<
  FamilyPortalTables,
  'app.family_key' | 'app.family_session' | 'app.family_try' | 'family_account'
> & {
  'audit.entry': {
    actor_id: Uuid
    action: string
    resource: string
    row_ids: readonly Uuid[]
    detail: string
  }
}

// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface AuditTables {
  'access.unexplained': {
    id: Generated<Uuid>
    week_of: Temporal.PlainDate
    actor_id: Uuid
    subject_id: Uuid
    times: number
    first_at: InstantColumn
    last_at: InstantColumn
    resources: string[]
    relationship: string | null
    outcome: 'explained' | 'asked' | null
    remark: string | null
    decided_by: Uuid | null
    decided_at: InstantColumn | null
  }
  'audit.entry': {
    id: GeneratedAlways<number>
    at: Generated<InstantColumn>
    xid: Generated<string>
    actor_id: Uuid | null
    class: string | null
    purpose: string | null
    action: string
    resource: string
    subject_ids: Generated<Uuid[]>
    row_ids: Generated<Uuid[]>
    relationship: string | null
    known_at: Generated<InstantColumn | null>
    correlation: Generated<Uuid | null>
    detail: Generated<JsonColumn>
  }
  'audit.leaf': {
    position: number
    entry_id: number
    hash: Buffer
  }
  'audit.seal': {
    id: GeneratedAlways<number>
    at: Generated<InstantColumn>
    tree_size: number
    root: Buffer
    frontier: Buffer[]
    chain: Buffer
    sealed_before: string | null
  }
}

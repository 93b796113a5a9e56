// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface MigrationTables {
  import_finding: {
    id: Generated<Uuid>
    import_run_id: Uuid
    person_id: Uuid | null
    element: string
    line: number | null
    raw: string | null
    kept: string | null
    severity: 'refused' | 'doubted' | 'contradicted' | 'information'
    rule: string | null
    problem: string
    resolved_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  import_run: {
    id: Generated<Uuid>
    kind: 'cin_census' | 'allocations' | 'workers'
    file_sha256: string
    authority_code: string | null
    census_year: number | null
    reference_on: Temporal.PlainDate | null
    as_at: Temporal.PlainDate | null
    started_at: Generated<InstantColumn>
    finished_at: InstantColumn | null
    counts: Generated<JsonColumn>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}

// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface ChildrenInCareTables {
  period_of_care: {
    id: Generated<Uuid>
    person_id: Uuid
    started_on: Temporal.PlainDate
    began_under: 'V2' | 'C1' | 'C2' | 'E1' | 'L1' | 'L2' | 'L3' | 'J1' | 'J2' | 'J3' | 'V3' | 'V4'
    ended_on: Temporal.PlainDate | null
    ended_why:
      | 'E11'
      | 'E12'
      | 'E2'
      | 'E3'
      | 'E4A'
      | 'E4B'
      | 'E13'
      | 'E41'
      | 'E45'
      | 'E46'
      | 'E47'
      | 'E48'
      | 'E5'
      | 'E6'
      | 'E7'
      | 'E9'
      | 'E14'
      | 'E15'
      | 'E16'
      | 'E17'
      | 'E8'
      | null
    withdrawn_at: InstantColumn | null
    withdrawn_reason: string | null
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}

// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface SchoolsTables {
  lead_supervision: {
    id: Generated<Uuid>
    school_id: Uuid
    lead_id: Uuid
    supervisor_id: Generated<Uuid>
    held_on: Temporal.PlainDate
    themes: string[]
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  lead_supervision_action: {
    id: Generated<Uuid>
    session_id: Uuid
    school_id: Uuid
    what: string
    owner: 'lead' | 'supervisor'
    due_on: Temporal.PlainDate
    done_on: Temporal.PlainDate | null
    done_by: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  school_attendance: {
    id: Generated<Uuid>
    person_id: Uuid
    school_id: Uuid
    about_school: string | null
    from_on: Temporal.PlainDate
    until_on: Temporal.PlainDate
    possible: number
    authorised: number
    unauthorised: number
    codes: Generated<JsonColumn>
    told_by: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  school_enrolment: {
    id: Generated<Uuid>
    person_id: Uuid
    school_id: Uuid
    about_school: string | null
    entered_on: Temporal.PlainDate
    left_on: Temporal.PlainDate | null
    left_because: string | null
    went_to: 'school' | 'outside' | 'unknown' | null
    told_by: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  school_file: {
    id: Generated<Uuid>
    school_id: Uuid
    kind: 'attendance' | 'transfer_file'
    sha256: Buffer
    pupils: number
    received_at: Generated<InstantColumn>
    sent_by: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  school_placement: {
    id: Generated<Uuid>
    school_id: Uuid
    worker_id: Uuid
    days: string[]
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}

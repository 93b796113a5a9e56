// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface SupervisionTables {
  case_direction: {
    id: Generated<Uuid>
    person_id: Uuid
    session_id: Uuid
    worker_id: Uuid
    given_by: Generated<Uuid>
    discussed_on: Temporal.PlainDate
    direction: string
    due_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  practice_development: {
    id: Generated<Uuid>
    session_id: Uuid
    learning: string | null
    skills: string | null
    strengths: string | null
    reflection: Generated<JsonColumn>
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  supervision_action: {
    id: Generated<Uuid>
    session_id: Uuid
    supervisee_id: Uuid
    what: string
    owner: 'supervisee' | 'supervisor'
    due_on: Temporal.PlainDate | null
    done_on: Temporal.PlainDate | null
    done_by: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  supervision_audit: {
    id: Generated<Uuid>
    sample_id: Uuid
    session_id: Uuid
    supervisee_id: Uuid
    supervisor_id: Uuid
    auditor_id: Uuid
    scores: Generated<JsonColumn>
    remark: string | null
    done_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  supervision_correction: {
    id: Generated<Uuid>
    session_id: Uuid
    words: string
    made_by: Generated<Uuid>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  supervision_sample: {
    id: Generated<Uuid>
    team_id: Uuid
    from_on: Temporal.PlainDate
    until_on: Temporal.PlainDate
    seed: string
    size: number
    among: number
    drawn_on: Temporal.PlainDate
    drawn_by: Generated<Uuid>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  supervision_session: {
    id: Generated<Uuid>
    supervisee_id: Uuid
    supervisor_id: Generated<Uuid>
    held_on: Temporal.PlainDate
    kind: Generated<'one_to_one' | 'early_career' | 'ad_hoc'>
    status: Generated<'open' | 'complete'>
    discussed: Generated<number>
    no_children_reason: string | null
    supervisee_view: string | null
    supervisee_agreed_at: InstantColumn | null
    supervisor_agreed_at: InstantColumn | null
    next_on: Temporal.PlainDate | null
    submission: Uuid | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  wellbeing_check: {
    id: Generated<Uuid>
    worker_id: Generated<Uuid>
    checked_on: Temporal.PlainDate
    statements: string[]
    scores: JsonColumn
    words: string | null
    shared_with_manager: Generated<boolean>
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}

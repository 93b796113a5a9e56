// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface AssessmentsTables {
  assessment: {
    id: Generated<Uuid>
    person_id: Uuid
    referral_id: Uuid
    started_on: Temporal.PlainDate
    internal_review_on: Temporal.PlainDate | null
    authorised_on: Temporal.PlainDate | null
    analysis: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  assessment_factor: {
    id: Generated<Uuid>
    person_id: Uuid
    assessment_id: Uuid
    code: string
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  cin_plan: {
    id: Generated<Uuid>
    person_id: Uuid
    referral_id: Uuid
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    aim: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}

import type { CaseworkTables, ClockFact } from '#modules/casework'
import type { PeopleTables } from '#modules/people'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { AssessmentsTables } from '../tables.ts'

/** A child and family assessment, as far as its dates go. */
export type Assessment = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly referralId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly internalReviewOn: Temporal.PlainDate | null
  readonly authorisedOn: Temporal.PlainDate | null
  /** The assessment of several children whose part it is, when it was written in this service. */
  readonly jointId: Uuid | null
  readonly outcome: AssessmentsTables['assessment']['outcome']
  /** Given to one of the family, the first time. */
  readonly shared: ClockFact | null
  readonly checkpoints: readonly ClockFact[]
  /** Given up before it was done. */
  readonly stoppedOn: Temporal.PlainDate | null
  /** Visits to the parents of a child who is not born: nobody else can be seen. Null for every other child. */
  readonly parentVisits: readonly ClockFact[] | null
}

/** Assessments of these people, oldest first; a child taken out of one has none of it. */
export const assessmentsOf = readOnce(readAssessmentsOf)

async function readAssessmentsOf(work: Work, personIds: readonly Uuid[]): Promise<readonly Assessment[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment')
    .select([
      'id',
      'person_id',
      'referral_id',
      'started_on',
      'internal_review_on',
      'authorised_on',
      'joint_id',
      'outcome',
    ])
    .where('person_id', 'in', personIds)
    .where('left_out_on', 'is', null)
    .orderBy('started_on')
    .orderBy('id')
    .execute()
  const events = await eventsOf(work, personIds)
  const visits = await parentVisits(work, [...new Set(rows.map(row => row.person_id))])
  return rows.map(row => {
    const own = events.filter(event => event.assessment_id === row.id)
    const facts = (kind: string) =>
      own.filter(event => event.kind === kind).map(event => ({ id: event.id, on: event.happened_on }))
    return {
      id: row.id,
      personId: row.person_id,
      referralId: row.referral_id,
      startedOn: row.started_on,
      internalReviewOn: row.internal_review_on,
      authorisedOn: row.authorised_on,
      jointId: row.joint_id,
      outcome: row.outcome,
      shared: facts('shared')[0] ?? null,
      checkpoints: facts('checkpoint'),
      stoppedOn: facts('stopped')[0]?.on ?? null,
      parentVisits: visits.get(row.person_id) ?? null,
    }
  })
}

function eventsOf(work: Work, personIds: readonly Uuid[]) {
  return work
    .db<AssessmentsTables>()
    .selectFrom('assessment_event')
    .select(['id', 'assessment_id', 'kind', 'happened_on'])
    .where('person_id', 'in', personIds)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
}

/** Visits that took place about those of these children who are not born, earliest first. */
async function parentVisits(
  work: Work,
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly ClockFact[]>> {
  if (personIds.length === 0) return new Map()
  const unborn = await work
    .db<PeopleTables>()
    .selectFrom('person')
    .select('id')
    .where('id', 'in', personIds)
    .where('is_unborn', '=', true)
    .execute()
  const ids = unborn.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('note_person as part')
    .select(['part.id', 'part.person_id', 'part.happened_at'])
    .where('part.person_id', 'in', ids)
    .where('part.kind', '=', 'visit')
    .where('part.outcome', '=', 'held')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('note_person as later')
            .select('later.id')
            .whereRef('later.person_id', '=', 'part.person_id')
            .whereRef('later.corrects_note_id', '=', 'part.note_id'),
        ),
      ),
    )
    .orderBy('part.happened_at')
    .execute()
  return new Map(
    ids.map(id => [
      id,
      rows
        .filter(row => row.person_id === id)
        .map(row => {
          const at = row.happened_at as Temporal.Instant // a visit has a moment, never infinity
          return { id: row.id, on: londonDate(at), at }
        }),
    ]),
  )
}

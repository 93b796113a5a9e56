import { sql } from 'kysely'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Purpose } from './requests.ts'

/** What is asked of whom. */
export type RequestWanted = {
  readonly personId: Uuid
  readonly workerId: Uuid
  readonly purpose: Purpose
  readonly question: string
  readonly answerBy: Temporal.PlainDate
}

const tell = (
  work: Work,
  workerId: Uuid,
  kind: 'agency_asked' | 'agency_answered' | 'agency_withdrawn',
  personId: Uuid,
) =>
  work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({
      ...{ worker_id: workerId, kind, path: `/people/${personId}/contributions` },
      ...{ subject_id: null, made_by: work.actor.id },
    })
    .execute()

/** Asks somebody of another agency; they are told at once. @throws where they do not work with the child today */
export async function askAgency(work: Work, wanted: RequestWanted): Promise<void> {
  await sql`insert into agency_request (id, person_id, worker_id, asked_by, asked_at, purpose, question, answer_by)
    values (${makeUuid()}, ${wanted.personId}, ${wanted.workerId}, ${work.actor.id}, ${work.now}, ${wanted.purpose}, ${wanted.question}, ${wanted.answerBy}::date)`.execute(
    work.db(),
  )
  await tell(work, wanted.workerId, 'agency_asked', wanted.personId)
}

/** Answers a request without telling anything: nothing is known, or it is not shared and why. @returns false when it was answered before */
export async function answerWithout(
  work: Work,
  id: Uuid,
  said: { readonly answer: 'nothing_known' | 'not_shared'; readonly reason: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ asked_by: Uuid; person_id: Uuid }>`
    update agency_request set answered_at = ${work.now}, answer = ${said.answer}, reason = ${said.reason}
    where id = ${id} and worker_id = ${work.actor.id} and answered_at is null returning asked_by, person_id`.execute(
    work.db(),
  )
  for (const { asked_by, person_id } of rows) await tell(work, asked_by, 'agency_answered', person_id)
  return rows.length > 0
}

/** Takes back what nobody has answered, by whoever writes the record; who was asked is told. @returns false when it was answered before */
export async function withdrawRequest(work: Work, personId: Uuid, id: Uuid): Promise<boolean> {
  const { rows } = await sql<{ worker_id: Uuid }>`
    update agency_request set answered_at = ${work.now}, answer = 'withdrawn'
    where id = ${id} and person_id = ${personId} and answered_at is null returning worker_id`.execute(
    work.db(),
  )
  for (const { worker_id } of rows) await tell(work, worker_id, 'agency_withdrawn', personId)
  return rows.length > 0
}

/** What the acting person told answers all that they were asked of the child. */
export async function answerByTelling(work: Work, personId: Uuid, contributionId: Uuid): Promise<void> {
  const { rows } = await sql<{ asked_by: Uuid }>`
    update agency_request set answered_at = ${work.now}, answer = 'told', contribution_id = ${contributionId}
    where person_id = ${personId} and worker_id = ${work.actor.id} and answered_at is null returning asked_by`.execute(
    work.db(),
  )
  for (const askedBy of new Set(rows.map(({ asked_by }) => asked_by)))
    await tell(work, askedBy, 'agency_answered', personId)
}

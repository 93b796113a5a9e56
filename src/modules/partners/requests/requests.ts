import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

export const purposeWords = {
  enquiry: 'Enquiries into whether the child is at risk of significant harm (Children Act 1989 section 47)',
  assessment: 'An assessment of the child’s needs (Children Act 1989 section 17)',
  plan: 'The child’s plan',
} as const
export type Purpose = keyof typeof purposeWords
export const purposes = Object.keys(purposeWords) as readonly Purpose[]

export const answerWords = {
  told: 'Told',
  nothing_known: 'Nothing known',
  not_shared: 'Not shared',
  withdrawn: 'Withdrawn',
} as const
export type RequestAnswer = keyof typeof answerWords

/** Something that was asked of somebody of another agency. */
export type AgencyRequest = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly workerId: Uuid
  readonly who: string
  readonly organisation: string
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly purpose: Purpose
  readonly question: string
  readonly answerBy: Temporal.PlainDate
  readonly answeredAt: Temporal.Instant | null
  readonly answer: RequestAnswer | null
  readonly reason: string | null
}

/** What was asked about a child, as far as the reader may read it: open first, soonest due first. */
export async function requestsAbout(work: Work, personId: Uuid): Promise<readonly AgencyRequest[]> {
  const { rows } = await sql<AgencyRequest>`
    select r.id, r.person_id as "personId", r.worker_id as "workerId", coalesce(w.display_name, 'A worker') as who, coalesce(o.name, 'Another agency') as organisation,
      coalesce(b.display_name, 'A worker') as "askedBy", r.asked_at as "askedAt", r.purpose, r.question, r.answer_by as "answerBy",
      r.answered_at as "answeredAt", r.answer, r.reason
    from agency_request r left join worker w on w.id = r.worker_id left join organisation o on o.id = w.organisation_id left join worker b on b.id = r.asked_by
    where r.person_id = ${personId} order by r.answered_at is not null, r.answer_by, r.id`.execute(work.db())
  return rows
}

export type OpenRequest = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly answerBy: Temporal.PlainDate
}

/** What a worker is asked and has not answered. */
export async function askedOfMe(work: Work, workerId: Uuid): Promise<readonly OpenRequest[]> {
  const { rows } = await sql<OpenRequest>`
    select id, person_id as "personId", answer_by as "answerBy" from agency_request
    where worker_id = ${workerId} and answered_at is null order by answer_by, id`.execute(work.db())
  return rows
}

/** What a worker asked and is late. */
export async function lateForMe(work: Work, workerId: Uuid): Promise<readonly OpenRequest[]> {
  const { rows } = await sql<OpenRequest>`
    select id, person_id as "personId", answer_by as "answerBy" from agency_request
    where asked_by = ${workerId} and answered_at is null and answer_by < ${work.today}::date order by answer_by, id`.execute(
    work.db(),
  )
  return rows
}

/** Somebody who may be asked: who works with the child today for another agency. */
export type Askable = {
  readonly id: Uuid
  readonly name: string
  readonly organisation: string
  readonly role: string
}

export async function whoMayBeAsked(work: Work, personId: Uuid): Promise<readonly Askable[]> {
  const { rows } = await sql<Askable>`
    select distinct on (w.display_name, w.id) w.id, w.display_name as name, o.name as organisation, i.role
    from involvement i join worker w on w.id = i.worker_id join organisation o on o.id = w.organisation_id
    where i.person_id = ${personId} and o.kind <> 'council' and o.ended_on is null and i.started_on <= ${work.today}::date
      and (i.ended_on is null or i.ended_on > ${work.today}::date) and (w.left_at is null or w.left_at > ${work.now})
    order by w.display_name, w.id, i.started_on desc`.execute(work.db())
  return rows
}

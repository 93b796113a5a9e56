import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Told } from '../told.ts'

/** What one person of another agency told of a child, with its source. */
export type Contribution = Told & {
  readonly id: Uuid
  readonly personId: Uuid
  readonly authorId: Uuid
  readonly authorName: string
  readonly organisationId: Uuid
  /** Source and controller. */
  readonly organisation: string
  readonly role: string
  readonly writtenAt: Temporal.Instant
  readonly familyMayKnow: boolean
  readonly correctsId: Uuid | null
  readonly correctionReason: string | null
  readonly readAt: Temporal.Instant | null
  /** What a reader of the record asked its author to correct, the last first. */
  readonly queries: readonly ContributionQuery[]
}

export type ContributionQuery = {
  readonly id: Uuid
  readonly question: string
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly answer: string | null
  readonly answeredAt: Temporal.Instant | null
}

type Row = Omit<Contribution, 'queries'>
type QueryRow = ContributionQuery & { readonly contributionId: Uuid }

/** All that the reader may read of what was told of a child, newest first: their own, their agency's, or the whole as a reader of the record. */
export async function contributionsOf(work: Work, personId: Uuid): Promise<readonly Contribution[]> {
  const { rows } = await sql<Row>`
    select c.id, c.person_id as "personId", c.author_id as "authorId", c.organisation_id as "organisationId", coalesce(w.display_name, 'A worker') as "authorName",
      coalesce(o.name, 'Another agency') as organisation, c.role, c.seen_on as "seenOn", c.going_well as "goingWell", c.worries,
      c.child_says as "childSays", c.next_step as "nextStep", c.written_at as "writtenAt", c.family_may_know as "familyMayKnow",
      c.corrects_id as "correctsId", c.correction_reason as "correctionReason", c.read_at as "readAt"
    from contribution c left join worker w on w.id = c.author_id left join organisation o on o.id = c.organisation_id
    where c.person_id = ${personId} order by c.written_at desc, c.id`.execute(work.db())
  const queries = rows.length === 0 ? [] : await queriesOf(work, personId)
  return rows.map(row => ({
    ...row,
    queries: queries.filter(({ contributionId }) => contributionId === row.id),
  }))
}

async function queriesOf(work: Work, personId: Uuid): Promise<readonly QueryRow[]> {
  const { rows } = await sql<QueryRow>`
    select q.id, q.contribution_id as "contributionId", q.question, coalesce(w.display_name, 'A worker') as "askedBy", q.asked_at as "askedAt",
      q.answer, q.answered_at as "answeredAt"
    from contribution_query q left join worker w on w.id = q.asked_by where q.person_id = ${personId} order by q.asked_at desc`.execute(
    work.db(),
  )
  return rows
}

import { sql } from 'kysely'
import type { PeopleTables } from '#modules/people'
import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { ClockFact } from '../clocks/clockChain.ts'
import type { CaseworkTables } from '../tables.ts'
import { onlyPlanSeen } from './onlyPlanSeen.ts'

/**
 * Visits at which the child was seen, by child: what stops a visit clock. Before a birth the parents are seen, so each visit that
 * was held counts. One refused, cancelled or without access does
 * not (CR11), nor does one that a later note corrects. Earliest first: clocks take the first of them.
 */
export const seenVisits = readOnce(readSeenVisits)

async function readSeenVisits(
  work: Work,
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, readonly ClockFact[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await work
    .db<CaseworkTables & PeopleTables>()
    .selectFrom('note_person as seen')
    .select(['seen.id', 'seen.person_id', 'seen.happened_at'])
    .where('seen.person_id', 'in', personIds)
    .where('seen.kind', '=', 'visit')
    .where('seen.outcome', '=', 'held')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('seen.was_seen', '=', true),
        exists(
          selectFrom('person')
            .select('person.id')
            .whereRef('person.id', '=', 'seen.person_id')
            .where(
              sql<boolean>`(person.is_unborn or (seen.happened_at at time zone 'Europe/London')::date < person.date_of_birth)`,
            ),
        ),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('note_person as later')
            .select('later.id')
            .whereRef('later.person_id', '=', 'seen.person_id')
            .whereRef('later.corrects_note_id', '=', 'seen.note_id'),
        ),
      ),
    )
    .orderBy('seen.happened_at')
    .orderBy('seen.id')
    .execute()
  const inPart = work.knownAt === null ? await onlyPlanSeen(work, personIds) : new Set<Uuid>()
  const seen = [...rows.filter(row => !inPart.has(row.person_id)), ...(await momentsSeen(work, [...inPart]))]
  const facts = seen.map(row => {
    const at = row.happened_at as Temporal.Instant // a visit has a moment, never infinity
    return { personId: row.person_id, fact: { id: row.id, on: londonDate(at), at } }
  })
  return new Map(
    [...Map.groupBy(facts, ({ personId }) => personId)].map(([id, group]) => [
      id,
      group.map(({ fact }) => fact),
    ]),
  )
}

/** The same for people whose plan alone the reader has, who see their own visits only: ids and moments, no word. */
async function momentsSeen(work: Work, personIds: readonly Uuid[]) {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ id: Uuid; person_id: Uuid; happened_at: Temporal.Instant }>`
    select id, person_id, happened_at from access.visits_seen(${[...personIds]}::uuid[]) order by happened_at, id`.execute(
    work.db(),
  )
  return rows
}

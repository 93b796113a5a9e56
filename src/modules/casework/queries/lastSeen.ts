import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** When the child was last seen, and last seen alone, on a visit or in a meeting that took place and stands uncorrected. */
export type LastSeen = {
  readonly seenAt: Temporal.Instant | null
  readonly seenAloneAt: Temporal.Instant | null
}

/** Nulls where no note says that the child was seen. */
export async function lastSeen(work: Work, personId: Uuid): Promise<LastSeen> {
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('note_person as seen')
    .select(({ fn }) => [
      fn.max('seen.happened_at').as('seenAt'),
      fn.max('seen.happened_at').filterWhere('seen.was_seen_alone', '=', true).as('aloneAt'),
    ])
    .where('seen.person_id', '=', personId)
    .where('seen.outcome', '=', 'held')
    .where('seen.was_seen', '=', true)
    .where('seen.happened_at', '<=', work.now)
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
    .executeTakeFirstOrThrow()
  const orNull = (at: Temporal.Instant | null) => at // the maximum of no rows is null, which the builder's types do not say
  return { seenAt: orNull(row.seenAt), seenAloneAt: orNull(row.aloneAt) }
}

import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import { type StoredClock, storedClocks } from './storedClocks.ts'

/** A clock that starts again each time it is met: its runs, and what restarted the one in question. */
export type ClockRuns = {
  /** Those before it, the last first; none for the first run. */
  readonly earlier: readonly StoredClock[]
  /** The run that began when this one was met. */
  readonly next: StoredClock | null
  /** The visit that restarted it, when one did; its note where the reader may read that. */
  readonly visit: { readonly at: Temporal.Instant; readonly noteId: Uuid | null } | null
}

/** The other runs of a clock: the same rule from the same fact, one interval after another. */
export async function clockRuns(work: Work, clock: StoredClock): Promise<ClockRuns> {
  const runs = (await storedClocks(work, [clock.personId])).filter(
    one => one.definitionId === clock.definitionId && one.triggerId === clock.triggerId,
  )
  const earlier = runs
    .filter(({ sequence }) => sequence < clock.sequence)
    .toSorted((one, other) => other.sequence - one.sequence)
  const restartedBy = earlier[0]?.satisfiedId ?? null
  return {
    earlier,
    next: (clock.satisfiedOn && runs.find(({ sequence }) => sequence === clock.sequence + 1)) || null,
    visit: restartedBy === null ? null : await visitOf(work, restartedBy),
  }
}

async function visitOf(work: Work, notePersonId: Uuid): Promise<ClockRuns['visit']> {
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('note_person as seen')
    .leftJoin('note', 'note.id', 'seen.note_id')
    .select(['seen.happened_at', 'note.id'])
    .where('seen.id', '=', notePersonId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { at: row.happened_at as Temporal.Instant, noteId: row.id } // a visit has a moment, never infinity
}

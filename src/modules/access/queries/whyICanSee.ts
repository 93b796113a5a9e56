import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AccessTables } from '../tables.ts'

/** One reason why the acting person may see someone. */
export type Sight = {
  /** 'roaming': the class of user reaches the whole authority (director, duty on the rota, data quality). */
  readonly reason: AccessTables['access.entry']['reason'] | 'roaming'
  readonly dataClasses: readonly string[]
  readonly mayWrite: boolean
  /** Null when no end is set. */
  readonly endsAt: Temporal.Instant | null
}

/**
 * Why the acting person may see someone now, strongest first. Access is always today's, in known-at mode too.
 * @returns none when nothing but the class of user gives sight of a person whom RLS shows; the caller asks for visible people
 */
export async function whyICanSee(work: Work, personId: Uuid): Promise<readonly Sight[]> {
  const rows = await work
    .db<AccessTables>()
    .selectFrom('access.entry')
    .select(['reason', 'data_class', 'may_write', 'ends_at'])
    .where('actor_id', '=', work.actor.id)
    .where('subject_id', '=', personId)
    .where(sql<boolean>`now() >= starts_at and now() < ends_at`)
    .execute()
  if (rows.length === 0) return [{ reason: 'roaming', dataClasses: ['A2'], mayWrite: false, endsAt: null }]
  const byReason = Map.groupBy(rows, row => row.reason)
  return order
    .flatMap(reason => {
      const entries = byReason.get(reason)
      return entries ? [{ reason, entries }] : []
    })
    .map(({ reason, entries }) => ({
      reason,
      dataClasses: [...new Set(entries.map(row => row.data_class))].sort(),
      mayWrite: entries.some(row => row.may_write),
      endsAt: latestEnd(entries.map(row => row.ends_at)),
    }))
}

const order = [
  'named_list',
  'allocation',
  'team',
  'area',
  'duty_queue',
  'contact',
  'sibling',
  'family',
  'strand',
  'involvement',
  'created',
  'opened_with_reason',
  'meeting',
  'transfer',
] as const

function latestEnd(ends: readonly (Temporal.Instant | 'infinity' | '-infinity')[]): Temporal.Instant | null {
  if (ends.includes('infinity')) return null
  const instants = ends.filter(end => end instanceof Temporal.Instant)
  return instants.toSorted(Temporal.Instant.compare).at(-1) ?? null
}

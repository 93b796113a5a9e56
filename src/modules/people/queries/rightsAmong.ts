import { sql } from 'kysely'
import type { AccessTables } from '#modules/access'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { holdingReasons } from '../rules/holdingReasons.ts'
import { anyOf } from './anyOf.ts'

/** Of several people, those of whom the acting person may write today. */
export type Rights = {
  /** Who they are (A2). */
  readonly writable: ReadonlySet<Uuid>
  /** Opinions in their record (B2). */
  readonly judged: ReadonlySet<Uuid>
  /** What stands of adults and births in their record (B2): those whom the acting person holds. */
  readonly held: ReadonlySet<Uuid>
}

export async function rightsAmong(work: Work, personIds: readonly Uuid[]): Promise<Rights> {
  const mayWrite = work.knownAt === null && ['practitioner', 'duty'].includes(work.actor.class)
  const rows = mayWrite ? await entriesOf(work, personIds) : []
  const those = (fits: (row: (typeof rows)[number]) => boolean): ReadonlySet<Uuid> =>
    new Set(rows.filter(fits).map(({ subject_id }) => subject_id))
  return {
    writable: those(({ data_class }) => data_class === 'A2'),
    judged: those(({ data_class }) => data_class === 'B2'),
    held: those(({ data_class, reason }) => data_class === 'B2' && holdingReasons.includes(reason)),
  }
}

const entriesOf = (work: Work, personIds: readonly Uuid[]) =>
  work
    .db<AccessTables>()
    .selectFrom('access.entry')
    .select(['subject_id', 'data_class', 'reason'])
    .where('actor_id', '=', work.actor.id)
    .where('subject_id', '=', anyOf(personIds))
    .where('data_class', 'in', ['A2', 'B2'])
    .where('may_write', '=', true)
    .where('starts_at', '<=', sql<Temporal.Instant>`now()`)
    .where('ends_at', '>', sql<Temporal.Instant>`now()`)
    .execute()

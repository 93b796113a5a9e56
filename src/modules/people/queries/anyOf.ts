import { type RawBuilder, sql } from 'kysely'
import type { Uuid } from '#platform/ids'

/** Right side of `=` for "one of these ids": one parameter, so that lists of any length share one prepared statement. */
export function anyOf(ids: readonly Uuid[]): RawBuilder<Uuid> {
  return sql<Uuid>`any(${[...ids]}::uuid[])`
}

import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { DatePrecision } from '../rules/partialDate.ts'
import type { PregnancyEndKind } from '../rules/pregnancyWords.ts'
import type { PeopleTables } from '../tables.ts'
import { anyOf } from './anyOf.ts'

/** A pregnancy that did not end in a living child, as it stands in the record of a child of the mother's family. */
export type PregnancyEnd = {
  readonly id: Uuid
  /** In whose record it stands. */
  readonly childId: Uuid
  readonly motherId: Uuid
  readonly kind: PregnancyEndKind
  readonly endedOn: Temporal.PlainDate
  readonly precision: DatePrecision
  readonly sex: 'M' | 'F' | null
  readonly source: string | null
  readonly author: string | null
}

/** @returns those that had ended by a day, of mothers and in the records of children among these people, the earliest first */
export async function pregnancyEndsAmong(
  work: Work,
  personIds: readonly Uuid[],
  on: Temporal.PlainDate,
): Promise<readonly PregnancyEnd[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<PeopleTables & Workers>()
    .selectFrom('pregnancy_end as pregnancy')
    .leftJoin('worker', 'worker.id', 'pregnancy.noted_by')
    .selectAll('pregnancy')
    .select('worker.display_name')
    .where('pregnancy.person_id', '=', anyOf(personIds))
    .where('pregnancy.mother_id', '=', anyOf(personIds))
    .where('pregnancy.ended_on', '<=', on)
    .where('pregnancy.withdrawn_why', 'is', null)
    .orderBy('pregnancy.ended_on')
    .orderBy('pregnancy.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    childId: row.person_id,
    motherId: row.mother_id,
    kind: row.kind,
    endedOn: row.ended_on,
    precision: row.ended_on_precision,
    sex: row.sex,
    source: row.source,
    author: row.display_name,
  }))
}

/** What this query reads of the directory; the agencies module stands beside this one. */
type Workers = { worker: { id: Uuid; display_name: string } }

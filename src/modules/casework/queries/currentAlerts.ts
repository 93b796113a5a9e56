import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** An alert that stands today. */
export type CurrentAlert = {
  readonly id: Uuid
  readonly kind: CaseworkTables['alert']['kind']
  readonly description: string
  readonly startedOn: Temporal.PlainDate
  readonly reviewOn: Temporal.PlainDate | null
}

/** The person's alerts that stand today, newest first. */
export async function currentAlerts(work: Work, personId: Uuid): Promise<readonly CurrentAlert[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('alert')
    .select(['id', 'kind', 'description', 'started_on', 'review_on'])
    .where('person_id', '=', personId)
    .where('started_on', '<=', work.today)
    .where(({ eb, or }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', work.today)]))
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    description: row.description,
    startedOn: row.started_on,
    reviewOn: row.review_on,
  }))
}

import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Period } from '../rules/period.ts'
import type { ChildrenInCareTables } from '../tables.ts'

/** Every period of these people that stands, as far as the reader may see it, oldest first. What was withdrawn is left out. */
export const periodsOf = readOnce(readPeriods)

async function readPeriods(work: Work, personIds: readonly Uuid[]): Promise<readonly Period[]> {
  if (personIds.length === 0) return []
  const rows = await periodRows(work)
    .where('person_id', 'in', personIds)
    .where('withdrawn_at', 'is', null)
    .execute()
  return rows.map(asPeriod)
}

/** One period of one person that stands; null when there is none that the reader may see. */
export async function periodById(work: Work, personId: Uuid, periodId: Uuid): Promise<Period | null> {
  const row = await periodRows(work)
    .where('person_id', '=', personId)
    .where('id', '=', periodId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : asPeriod(row)
}

const periodRows = (work: Work) =>
  work
    .db<ChildrenInCareTables>()
    .selectFrom('period_of_care')
    .select(['id', 'person_id', 'started_on', 'began_under', 'ended_on', 'ended_why', 'version'])
    .orderBy('started_on')
    .orderBy('id')

type PeriodRow = Awaited<ReturnType<ReturnType<typeof periodRows>['execute']>>[number]

function asPeriod(row: PeriodRow): Period {
  const { ended_on: on, ended_why: why } = row
  return {
    id: row.id,
    personId: row.person_id,
    startedOn: row.started_on,
    beganUnder: row.began_under,
    ended: on === null || why === null ? null : { on, why },
    version: row.version,
  }
}

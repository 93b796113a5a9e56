import { workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** Who leads, or led, the child protection work with a child. */
export type ProtectionLead = {
  readonly id: Uuid
  readonly workerId: Uuid
  readonly name: string
  readonly involvementId: Uuid | null
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
}

/** Everybody who leads or led for this child, the newest first. */
export async function protectionLeadsOf(work: Work, personId: Uuid): Promise<readonly ProtectionLead[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('protection_lead')
    .select(['id', 'worker_id', 'involvement_id', 'started_on', 'ended_on'])
    .where('person_id', '=', personId)
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const names = await workerNames(
    work,
    rows.map(row => row.worker_id),
  )
  return rows.map(row => ({
    id: row.id,
    workerId: row.worker_id,
    name: names.get(row.worker_id) ?? 'Somebody',
    involvementId: row.involvement_id,
    startedOn: row.started_on,
    endedOn: row.ended_on,
  }))
}

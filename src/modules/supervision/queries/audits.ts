import { workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'

/** What a session was given for one criterion, from 0 (not there) to 3 (strong); the criterion as it stood. */
export type Score = { readonly criterion: string; readonly score: number }

/** One session of a dip sample. */
export type Audit = {
  readonly id: Uuid
  readonly sampleId: Uuid
  readonly sessionId: Uuid
  readonly supervisorName: string
  readonly superviseeName: string
  readonly auditorId: Uuid
  readonly auditorName: string
  readonly scores: readonly Score[]
  readonly remark: string | null
  readonly doneOn: Temporal.PlainDate | null
  readonly version: number
}

/** Audits of a sample, or the one with this id, as far as the reader may see them. */
export async function audits(
  work: Work,
  asked: { readonly sampleId: Uuid } | { readonly auditId: Uuid },
): Promise<readonly Audit[]> {
  const query = work
    .db<SupervisionTables>()
    .selectFrom('supervision_audit')
    .select(['id', 'sample_id', 'session_id', 'supervisee_id', 'supervisor_id', 'auditor_id'])
    .select(['scores', 'remark', 'done_on', 'version'])
    .orderBy('id')
  const rows = await ('sampleId' in asked
    ? query.where('sample_id', '=', asked.sampleId)
    : query.where('id', '=', asked.auditId)
  ).execute()
  const ids = rows.flatMap(row => [row.supervisee_id, row.supervisor_id, row.auditor_id])
  const names = await workerNames(work, [...new Set(ids)])
  return rows.map(row => ({
    id: row.id,
    sampleId: row.sample_id,
    sessionId: row.session_id,
    supervisorName: names.get(row.supervisor_id) ?? '',
    superviseeName: names.get(row.supervisee_id) ?? '',
    auditorId: row.auditor_id,
    auditorName: names.get(row.auditor_id) ?? '',
    scores: row.scores as readonly Score[], // its shape is the writer's
    remark: row.remark,
    doneOn: row.done_on,
    version: row.version,
  }))
}

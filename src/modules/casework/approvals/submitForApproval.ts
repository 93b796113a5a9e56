import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Something to be handed in for a manager's decision. */
export type ForApproval = {
  /** Of the registry. */
  readonly kind: string
  readonly subjectId: Uuid
  readonly personIds: readonly Uuid[]
  /** Whose managers decide. */
  readonly teamId: Uuid
  readonly toWorkerId: Uuid | null
  readonly remark: string | null
}

export type Submitted =
  | { readonly kind: 'submitted'; readonly approvalId: Uuid }
  /** It waits for a decision already. */
  | { readonly kind: 'waiting'; readonly approvalId: Uuid }

/** Hands something in and tells the manager asked, or all of the team's. The thing itself is marked by its own module. */
export async function submitForApproval(work: Work, wanted: ForApproval): Promise<Submitted> {
  const database = work.db<CaseworkTables>()
  const waiting = await database
    .selectFrom('approval')
    .select('id')
    .where('kind', '=', wanted.kind)
    .where('subject_id', '=', wanted.subjectId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  if (waiting) return { kind: 'waiting', approvalId: waiting.id }
  const approvalId = makeUuid()
  await database
    .insertInto('approval')
    .values({
      id: approvalId,
      kind: wanted.kind,
      subject_id: wanted.subjectId,
      person_ids: [...wanted.personIds],
      team_id: wanted.teamId,
      to_worker_id: wanted.toWorkerId,
      remark: wanted.remark,
      submitted_by: work.actor.id,
    })
    .execute()
  await tellManagers(work, wanted, approvalId)
  return { kind: 'submitted', approvalId }
}

async function tellManagers(work: Work, wanted: ForApproval, approvalId: Uuid): Promise<void> {
  const managers = wanted.toWorkerId === null ? await managersOf(work, wanted.teamId) : [wanted.toWorkerId]
  const told = managers.filter(id => id !== work.actor.id)
  if (told.length === 0) return
  const rows = told.map(workerId => ({
    id: makeUuid(),
    worker_id: workerId,
    kind: 'work_given',
    path: `/approvals/${approvalId}`,
    subject_id: wanted.personIds[0] ?? null,
    made_by: work.actor.id,
  }))
  await work.db<ServiceTables>().insertInto('app.notice').values(rows).execute()
}

async function managersOf(work: Work, teamId: Uuid): Promise<readonly Uuid[]> {
  const rows = await work
    .db<{
      post: {
        worker_id: Uuid
        team_id: Uuid | null
        role: string
        started_on: Temporal.PlainDate
        ended_on: Temporal.PlainDate | null
      }
    }>()
    .selectFrom('post')
    .select('worker_id')
    .distinct()
    .where('team_id', '=', teamId)
    .where('role', 'in', ['team_manager', 'duty_manager'])
    .where('started_on', '<=', work.today)
    .where(eb => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .execute()
  return rows.map(row => row.worker_id)
}

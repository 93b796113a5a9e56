import { covers, coversOn, posts } from '#modules/agencies'
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
  const managers = await askedManagers(work, wanted)
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

/** The manager asked by name, and whoever covers for them today; else every manager of the team, cover being a post too. */
async function askedManagers(work: Work, { teamId, toWorkerId }: ForApproval): Promise<readonly Uuid[]> {
  if (toWorkerId !== null) {
    const standing = (await covers(work, { holderId: toWorkerId })).filter(one => coversOn(one, work.today))
    return [...new Set([toWorkerId, ...standing.map(one => one.workerId)])]
  }
  const held = await posts(work, { teamIds: [teamId] })
  const managing = held.filter(({ role }) => role === 'team_manager' || role === 'duty_manager')
  return [...new Set(managing.map(post => post.workerId))]
}

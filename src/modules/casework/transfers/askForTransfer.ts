import { posts } from '#modules/agencies'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { directsAll } from '../approvals/directsAll.ts'
import { heldBy, lockChildren } from '../commands/holdings.ts'
import type { CaseworkTables } from '../tables.ts'

/** A move of children who go together. */
export type NewTransfer = {
  readonly personIds: readonly Uuid[]
  readonly to:
    | { readonly kind: 'team'; readonly teamId: Uuid }
    | { readonly kind: 'authority'; readonly number: string; readonly contact: string }
  readonly handover: string
  readonly movesOn: Temporal.PlainDate
}

export type AskedTransfer =
  | { readonly outcome: 'asked'; readonly transferId: Uuid }
  /** not_manager: only a manager of the case asks. waiting: one of them is asked for already. */
  | {
      readonly outcome: 'refused'
      readonly refusal: 'not_manager' | 'waiting' | 'nobody_holds' | 'same_team' | 'no_manager'
    }

/** Asks another team to take children over, or notes that another authority is asked. Responsibility stays until accepted. */
export async function askForTransfer(work: Work, wanted: NewTransfer): Promise<AskedTransfer> {
  const { personIds, to } = wanted
  const refused = (refusal: Extract<AskedTransfer, { outcome: 'refused' }>['refusal']) =>
    ({ outcome: 'refused', refusal }) as const
  if (personIds.length === 0 || !(await directsAll(work, personIds))) return refused('not_manager')
  await lockChildren(work, personIds)
  if (await waits(work, personIds)) return refused('waiting')
  const holders = await holdersOf(work, personIds)
  if (holders.size < personIds.length) return refused('nobody_holds')
  if (to.kind === 'team' && [...holders.values()].includes(to.teamId)) return refused('same_team')
  const managers = to.kind === 'team' ? await managersOf(work, to.teamId) : []
  if (to.kind === 'team' && managers.length === 0) return refused('no_manager')
  const movesId = makeUuid()
  const rows = personIds.map(personId => ({
    id: makeUuid(),
    person_id: personId,
    moves_id: movesId,
    from_team_id: holders.get(personId) as Uuid, // everyone is held, as checked above
    to_team_id: to.kind === 'team' ? to.teamId : null,
    to_authority: to.kind === 'authority' ? to.number : null,
    to_authority_contact: to.kind === 'authority' ? to.contact : null,
    handover: wanted.handover,
    moves_on: wanted.movesOn,
    requested_by: work.actor.id,
  }))
  await work.db<CaseworkTables>().insertInto('transfer').values(rows).execute()
  const transferId = rows[0]?.id as Uuid // there is at least one, as checked above
  await tellWorkers(work, managers, 'work_given', transferId, personIds[0] ?? null)
  return { outcome: 'asked', transferId }
}

async function waits(work: Work, personIds: readonly Uuid[]): Promise<boolean> {
  const row = await work
    .db<CaseworkTables>()
    .selectFrom('transfer')
    .select('id')
    .where('person_id', 'in', personIds)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

async function holdersOf(work: Work, personIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Uuid>> {
  const held = (await heldBy(work, personIds)).filter(
    ({ endedOn, role }) => endedOn === null && role !== 'conference_chair' && role !== 'co_worker',
  )
  return new Map(held.map(({ personId, teamId }) => [personId, teamId]))
}

async function managersOf(work: Work, teamId: Uuid): Promise<readonly Uuid[]> {
  const held = await posts(work, { teamIds: [teamId] })
  return [
    ...new Set(
      held
        .filter(({ role }) => role === 'team_manager' || role === 'duty_manager')
        .map(({ workerId }) => workerId),
    ),
  ]
}

/** A notice that leads to the transfer, for everybody but the acting person. */
export async function tellWorkers(
  work: Work,
  workerIds: readonly Uuid[],
  kind: 'work_given' | 'work_returned',
  transferId: Uuid,
  subjectId: Uuid | null,
): Promise<void> {
  const told = [...new Set(workerIds)].filter(id => id !== work.actor.id)
  if (told.length === 0) return
  const rows = told.map(workerId => ({
    id: makeUuid(),
    worker_id: workerId,
    kind,
    path: `/transfers/${transferId}`,
    subject_id: subjectId,
    made_by: work.actor.id,
  }))
  await work.db<ServiceTables>().insertInto('app.notice').values(rows).execute()
}

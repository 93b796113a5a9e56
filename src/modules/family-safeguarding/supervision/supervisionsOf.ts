import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../tables.ts'
import type { Held, Part } from './supervision.ts'

type Tables = FamilySafeguardingTables & AgenciesTables

/** When group supervision was held about the family, newest first. */
export async function supervisionsOf(work: Work, familyId: Uuid): Promise<readonly Held[]> {
  const rows = await work
    .db<Tables>()
    .selectFrom('group_supervision as held')
    .leftJoin('worker', 'worker.id', 'held.facilitator_id')
    .select(['held.id', 'held.held_on', 'held.next_on', 'held.facilitator_id', 'worker.display_name'])
    .where('held.family_id', '=', familyId)
    .orderBy('held.held_on', 'desc')
    .orderBy('held.id', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    heldOn: row.held_on,
    facilitatorId: row.facilitator_id,
    nextOn: row.next_on,
    facilitatorName: row.display_name ?? 'A worker',
  }))
}

const partRows = (work: Work) =>
  work
    .db<Tables>()
    .selectFrom('supervision_part as part')
    .leftJoin('worker', 'worker.id', 'part.owner_worker_id')
    .selectAll('part')
    .select('worker.display_name')
    .orderBy('part.id')

type Row = Awaited<ReturnType<ReturnType<typeof partRows>['execute']>>[number]

const asPart = (row: Row): Part => ({
  id: row.id,
  supervisionId: row.supervision_id,
  personIds: row.person_ids,
  kind: row.kind,
  discipline: row.discipline,
  worksWith: row.works_with,
  words: row.words,
  task: row.task,
  ownerWorkerId: row.owner_worker_id,
  ownerName: row.owner_name ?? row.display_name,
  dueOn: row.due_on,
  planActionId: row.plan_action_id,
  checkedAs: row.checked_as,
  checkedOn: row.checked_on,
  checkedWords: row.checked_words,
  version: row.version,
})

/** The parts of one group supervision that the reader may read. */
export async function partsOf(work: Work, familyId: Uuid, supervisionId: Uuid): Promise<readonly Part[]> {
  const rows = await partRows(work)
    .where('part.family_id', '=', familyId)
    .where('part.supervision_id', '=', supervisionId)
    .execute()
  return rows.map(asPart)
}

/** Tasks of earlier group supervisions that nobody has checked, or that were not done. */
export async function openTasks(work: Work, familyId: Uuid): Promise<readonly Part[]> {
  const rows = await partRows(work)
    .where('part.family_id', '=', familyId)
    .where('part.kind', '=', 'decision')
    .where('part.task', 'is not', null)
    .where('part.checked_as', 'is', null)
    .execute()
  return rows.map(asPart)
}

import { sql } from 'kysely'
import type { PracticeItem } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { formatDate } from '#ui'
import { familyPath, strandPath } from '../frame/familyParams.ts'
import { type Discipline, needWord, type Side, workWords } from '../rules/words.ts'

type Waiting = {
  id: Uuid
  family_id: Uuid
  person_id: Uuid
  need_kind: string
  discipline: Discipline
  works_with: Side | null
  offered_on: Temporal.PlainDate
}

/** Those whom the worker is to meet for the first time. The law sets no limit: they stand without a day, the longest waiting first. */
export async function firstContactsOf(work: Work, workerId: Uuid): Promise<readonly PracticeItem[]> {
  const { rows } = await sql<Waiting>`
    select id, family_id, person_id, need_kind, discipline, works_with, offered_on from strand
    where worker_id = ${workerId}::uuid and ended_on is null and first_contact_on is null
    order by offered_on, id`.execute(work.db())
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    code: 'first_contact',
    kindName: 'First contacts of Family Safeguarding',
    title: `First contact about ${needWord(row.need_kind).toLowerCase()}, offered on ${formatDate(row.offered_on)}`,
    dueOn: null,
    as: workWords({ discipline: row.discipline, worksWith: row.works_with }),
    way: {
      text: 'Record a session',
      href: strandPath({ familyId: row.family_id, strandId: row.id }, '/sessions/new'),
    },
  }))
}

type Given = {
  id: Uuid
  family_id: Uuid
  person_id: Uuid
  task: string
  due_on: Temporal.PlainDate
  supervision_id: Uuid
}

/** What group supervision gave the worker to do, and nobody has checked; what became an action of a plan is listed as that. */
export async function tasksOf(work: Work, workerId: Uuid): Promise<readonly PracticeItem[]> {
  const { rows } = await sql<Given>`
    select id, family_id, person_ids[1] as person_id, task, due_on, supervision_id from supervision_part
    where owner_worker_id = ${workerId}::uuid and task is not null and checked_as is null and plan_action_id is null
    order by due_on, id`.execute(work.db())
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    code: 'group_task',
    kindName: 'Tasks of group supervision',
    title: row.task,
    dueOn: row.due_on,
    as: 'Task of group supervision',
    way: { text: 'Open the workbook', href: familyPath(row.family_id, '/supervision') },
  }))
}

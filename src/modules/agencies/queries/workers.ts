import type { UserClass, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'

/** Somebody who works with families or for those who do. */
export type Worker = {
  readonly id: Uuid
  readonly displayName: string
  readonly class: UserClass
  readonly organisationId: Uuid | null
  readonly organisationName: string | null
  readonly email: string | null
  readonly telephone: string | null
  readonly signInSubject: string | null
  readonly startedOn: Temporal.PlainDate | null
  readonly leftAt: Temporal.Instant | null
}

/** What to narrow a list of workers by. */
export type WorkerFilter = {
  /** Part of the name. */
  readonly name?: string | undefined
  readonly class?: Worker['class'] | undefined
  /** True: leavers only. False: nobody who has left. Left out: everyone. */
  readonly hasLeft?: boolean | undefined
}

/** Workers by name, a page at a time. */
export async function workers(
  work: Work,
  filter: WorkerFilter = {},
  offset = 0,
  limit = 50,
): Promise<readonly Worker[]> {
  const rows = await narrowed(work, filter)
    .orderBy('worker.display_name')
    .orderBy('worker.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(asWorker)
}

/** How many workers a filter finds. */
export async function countWorkers(work: Work, filter: WorkerFilter = {}): Promise<number> {
  const row = await narrowed(work, filter)
    .clearSelect()
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** A worker as colleagues may know them, with their telephone, or null. */
export async function workerCard(work: Work, id: Uuid): Promise<Worker | null> {
  const row = await workerRows(work).where('worker.id', '=', id).executeTakeFirst()
  return row ? asWorker(row) : null
}

/** Names of workers by id. */
export async function workerNames(work: Work, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
  if (ids.length === 0) return new Map()
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('worker')
    .select(['id', 'display_name'])
    .where(eb => eb('id', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(rows.map(row => [row.id, row.display_name]))
}

function narrowed(work: Work, filter: WorkerFilter) {
  let query = workerRows(work)
  if (filter.name) query = query.where('worker.display_name', 'ilike', `%${escaped(filter.name)}%`)
  if (filter.class) query = query.where('worker.class', '=', filter.class)
  if (filter.hasLeft === true) query = query.where('worker.left_at', '<=', work.now)
  if (filter.hasLeft === false)
    query = query.where(eb => eb.or([eb('worker.left_at', 'is', null), eb('worker.left_at', '>', work.now)]))
  return query
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

function workerRows(work: Work) {
  return work
    .db<AgenciesTables>()
    .selectFrom('worker')
    .leftJoin('organisation', 'organisation.id', 'worker.organisation_id')
    .select([
      'worker.id',
      'worker.display_name',
      'worker.class',
      'worker.organisation_id',
      'organisation.name as organisation_name',
      'worker.email',
      'worker.telephone',
      'worker.sign_in_subject',
      'worker.started_on',
      'worker.left_at',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof workerRows>['execute']>>[number]

function asWorker(row: Row): Worker {
  return {
    id: row.id,
    displayName: row.display_name,
    class: row.class,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    email: row.email,
    telephone: row.telephone,
    signInSubject: row.sign_in_subject,
    startedOn: row.started_on,
    leftAt: row.left_at,
  }
}

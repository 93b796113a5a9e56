import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** What a lawyer advised: for its author and whom it names. */
export type Advice = {
  readonly id: Uuid
  readonly personIds: readonly Uuid[]
  readonly matter: string
  readonly advice: string
  readonly givenBy: string
  readonly givenOn: Temporal.PlainDate
  readonly authorId: Uuid
  readonly readerIds: readonly Uuid[]
  readonly version: number
}

const columns = [
  'id',
  'person_ids',
  'matter',
  'advice',
  'given_by',
  'given_on',
  'author_id',
  'reader_ids',
  'version',
] as const

/** Advice that the reader may read, the newest first; about one child where it is asked for. */
export async function adviceFor(work: Work, childId: Uuid | null): Promise<readonly Advice[]> {
  let asked = work
    .db<ChildProtectionTables>()
    .selectFrom('legal_advice')
    .select(columns)
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc')
  if (childId !== null) asked = asked.where(sql<boolean>`person_ids @> array[${childId}::uuid]`)
  return (await asked.execute()).map(asAdvice)
}

/** One of them, or null: absent and not theirs are the same. */
export async function oneAdvice(work: Work, id: Uuid): Promise<Advice | null> {
  const row = await work
    .db<ChildProtectionTables>()
    .selectFrom('legal_advice')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asAdvice(row)
}

type Row = {
  readonly id: Uuid
  readonly person_ids: readonly Uuid[]
  readonly matter: string
  readonly advice: string
  readonly given_by: string
  readonly given_on: Temporal.PlainDate
  readonly author_id: Uuid
  readonly reader_ids: readonly Uuid[]
  readonly version: number
}

const asAdvice = (row: Row): Advice => ({
  id: row.id,
  personIds: row.person_ids,
  matter: row.matter,
  advice: row.advice,
  givenBy: row.given_by,
  givenOn: row.given_on,
  authorId: row.author_id,
  readerIds: row.reader_ids,
  version: row.version,
})

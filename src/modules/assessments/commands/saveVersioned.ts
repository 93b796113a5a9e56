import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Columns with what they shall hold. */
export type Columns = Readonly<Record<string, string | number | null>>

/** One column in which two people wrote at once. */
export type Clash = {
  readonly column: string
  readonly yours: string | number | null
  readonly now: string | number | null
}

export type SavedVersion =
  | { readonly outcome: 'saved' }
  /** Somebody changed the same columns after the form was opened. */
  | { readonly outcome: 'stale'; readonly clashes: readonly Clash[]; readonly version: number }
  /** It is no longer open to its author, or never was theirs. */
  | { readonly outcome: 'closed' }

type Tables = Record<string, Record<string, unknown>>
type VersionedTable = 'joint_assessment' | 'assessment' | 'assessment_view'

/**
 * Saves some columns of a row whose version counts each change. Whoever changed other columns meanwhile is in nobody's way:
 * the version that the form was opened with is still in the history, so only what both have changed since is refused.
 * @param seen version that the form was opened with
 */
export async function saveVersioned(
  work: Work,
  table: VersionedTable,
  row: { readonly id: Uuid; readonly seen: number },
  wanted: Columns,
): Promise<SavedVersion> {
  const names = Object.keys(wanted)
  const now = await presentRow(work, table, row.id, names)
  if (now === null) return { outcome: 'closed' }
  const base = now.version === row.seen ? now.values : await pastRow(work, table, row, names)
  const clashes = names.flatMap(column => clashIn(column, base, now.values, wanted))
  if (clashes.length > 0) return { outcome: 'stale', clashes, version: now.version }
  const changes = names.filter(
    column => (wanted[column] ?? null) !== now.values[column] && (wanted[column] ?? null) !== base[column],
  )
  if (changes.length === 0) return { outcome: 'saved' }
  const { numUpdatedRows } = await work
    .db<Tables>()
    .updateTable(table)
    .set({
      ...Object.fromEntries(changes.map(column => [column, wanted[column] ?? null])),
      version: now.version + 1,
    })
    .where('id', '=', row.id)
    .where('version', '=', now.version)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return { outcome: 'saved' }
  const later = await presentRow(work, table, row.id, ['version'])
  // Saved by somebody else in this very moment: look again. Unchanged, it is closed to us.
  return later !== null && later.version !== now.version
    ? saveVersioned(work, table, row, wanted)
    : { outcome: 'closed' }
}

type Values = Readonly<Record<string, string | number | null>>

function clashIn(column: string, base: Values, now: Values, wanted: Columns): readonly Clash[] {
  const yours = wanted[column] ?? null
  const theirs = now[column] ?? null
  const before = base[column] ?? null
  return theirs !== before && yours !== before && yours !== theirs ? [{ column, yours, now: theirs }] : []
}

async function presentRow(work: Work, table: VersionedTable, id: Uuid, names: readonly string[]) {
  const found = await work
    .db<Tables>()
    .selectFrom(table)
    .select([...names, 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return found === undefined ? null : { values: plain(found), version: Number(found['version']) }
}

/** The row as the form showed it; nothing when no such version ever was: then everything that differs counts as changed. */
async function pastRow(
  work: Work,
  table: VersionedTable,
  { id, seen }: { readonly id: Uuid; readonly seen: number },
  names: readonly string[],
): Promise<Values> {
  const found = await work
    .db<Tables>()
    .selectFrom(`history.${table}`)
    .select([...names])
    .where('id', '=', id)
    .where('version', '=', seen)
    .orderBy('recorded_to', 'desc')
    .executeTakeFirst()
  return plain(found ?? {})
}

/** Texts and numbers as they are, dates as they are written: what can be compared. */
const plain = (row: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value === null || typeof value === 'string' || typeof value === 'number' ? value : String(value),
    ]),
  )

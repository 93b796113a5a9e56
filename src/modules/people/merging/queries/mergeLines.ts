import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

type RowAsJson = Readonly<Record<string, unknown>>

/** One column of one row that a merge changed. */
export type MergeLine = {
  readonly id: Uuid
  readonly table: string
  readonly rowId: Uuid
  readonly column: string
  readonly before: unknown
  /** The row as it stands; null where the reader may not see it. */
  readonly row: RowAsJson | null
}

/** @returns what a merge changed, by table, and how many lines there are */
export async function mergeLines(
  work: Work,
  mergeId: Uuid,
  asked: { readonly offset: number; readonly limit: number },
): Promise<{ readonly lines: readonly MergeLine[]; readonly total: number }> {
  const { rows } = await sql<MergeLine & { total: number }>`
    select id, table_name as "table", row_id as "rowId", column_name as "column", before, "row", total::integer as total
    from access.merge_lines(${mergeId}, ${asked.offset}, ${asked.limit})`.execute(work.db())
  return { lines: rows, total: rows[0]?.total ?? 0 }
}

/** A row about the survivor that was first written after the merge. */
export type RowSince = {
  readonly table: string
  readonly column: string
  readonly rowId: Uuid
  readonly row: RowAsJson
}

/** @returns rows whose person an undo asks for, oldest first in each table */
export async function rowsSince(work: Work, mergeId: Uuid): Promise<readonly RowSince[]> {
  const { rows } = await sql<RowSince>`
    select table_name as "table", column_name as "column", row_id as "rowId", "row" from access.merge_since(${mergeId})`.execute(
    work.db(),
  )
  return rows
}

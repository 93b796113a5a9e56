import pg from 'pg'
import type { Uuid } from '#platform/ids'

/**
 * Every row of the record that names one of these people, as JSON, without the times of recording: what a merge and its undo together must
 * leave as it was. Found from the catalogue, apart from the columns that the merge itself finds.
 */
export async function bothRecords(ownerUrl: string, ids: readonly Uuid[]): Promise<readonly string[]> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    const { rows: role } = await client.query<{ name: string }>(`select platform.role_name('backup') as name`)
    await client.query(`set role ${client.escapeIdentifier(role[0]?.name ?? '')}`)
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'record'
        and c.relkind = 'r' and c.relname not in ('merge', 'merge_row', 'not_same_person', 'clock') order by 1`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select (to_jsonb(t) - 'recorded_from' - 'recorded_by')::text as row from record.${client.escapeIdentifier(name)} t
          where to_jsonb(t)::text like any ($1) order by t.id`,
        [ids.map(id => `%${id}%`)],
      )
      found.push(...rows.map(({ row }) => `${name} ${row}`))
    }
    return found
  } finally {
    await client.end()
  }
}

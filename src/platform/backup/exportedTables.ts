import type pg from 'pg'

/** A table of an open export: its full name and the columns that are copied. */
export type ExportedTable = { readonly name: string; readonly columns: readonly string[] }

/**
 * Every table of the record and its surroundings, parents before children. Left out: who is signed in now, jobs,
 * what migrations fill, and the key that signs who is acting.
 */
export async function exportedTables(client: pg.Client): Promise<readonly ExportedTable[]> {
  const answer = await client.query<{ name: string; columns: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname in ('record', 'history', 'access', 'audit', 'app', 'search')
      and format('%I.%I', n.nspname, c.relname) not in ('app.session', 'app.sign_in_attempt', 'search.nickname')
    group by n.nspname, c.relname
    order by array_position(array['record', 'history', 'access', 'search', 'audit', 'app'], n.nspname::text), c.relname`)
  return answer.rows
}

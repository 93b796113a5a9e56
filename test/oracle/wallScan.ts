import { sql } from 'kysely'
import type { Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { World } from './world.ts'

/** Looks with the caller's own rights for any of these words in every column of every table and view of these schemas. */
export const scanFunction = `
create function trial.found(words text[], schemas text[]) returns table (place text, word text) language plpgsql as $$
declare
  one record;
begin
  for one in
    select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (schemas) and c.relkind in ('r', 'p', 'v', 'm')
  loop
    begin
      return query execute format(
        'select %L::text, w from %I.%I x, unnest($1) w where strpos(x::text, w) > 0',
        one.nspname || '.' || one.relname, one.nspname, one.relname) using words;
    exception when insufficient_privilege then null;
    end;
  end loop;
end $$`

const schemas = ['record', 'history', 'access', 'search', 'app', 'audit']

/** @returns where a worker finds these words, now and, if an instant is given, as known then. */
export async function wordsFoundBy(
  record: TestRecord,
  worker: World['workers'][number],
  words: readonly Uuid[],
  knownAt?: Temporal.Instant,
): Promise<readonly string[]> {
  const list = knownAt === undefined ? schemas : ['known_at']
  const { rows } = await record.as(
    worker,
    work =>
      sql<{
        place: string
        word: string
      }>`select * from trial.found(${[...words]}::text[], ${list}::text[])`.execute(work.db()),
    { statementSeconds: 60, ...(knownAt === undefined ? {} : { knownAt }) },
  )
  return rows.map(({ place, word }) => `${place} holds ${word}`)
}

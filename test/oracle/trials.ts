import type pg from 'pg'

/** Functions with the caller's own rights, so that a database is asked a thousand questions in one call. */
const functions = `
create schema trial;
grant usage on schema trial to public;

-- The ids of these rows that the caller can select; {"table": ["id", ...]}, tables found by the search path: the present ones or
-- those of the known-at instant.
create function trial.readable(asked jsonb) returns setof uuid language plpgsql as $$
declare
  one record;
begin
  for one in select key, value from jsonb_each(asked) loop
    begin
      return query execute format('select id from %I where id = any ($1)', one.key)
        using array(select jsonb_array_elements_text(one.value)::uuid);
    exception when insufficient_privilege then null;
    end;
  end loop;
end $$;

-- The ids of these rows that an update by the caller reaches: PostgreSQL asks the policies of an update when a row is locked for one.
-- Once for a whole table, since most of what is tried ends here.
create function trial.reached(name text, ids uuid[]) returns uuid[] language plpgsql as $$
declare
  found uuid[];
begin
  execute format('select array(select id from record.%I where id = any ($1) for update)', name) into found using ids;
  return found;
exception when insufficient_privilege then return '{}';
end $$;

-- What becomes of each insert ("values") or update ("columns" too); all of it is undone.
create function trial.outcomes(tries jsonb) returns table (id uuid, state text, message text) language plpgsql as $$
declare
  one record;
  columns text;
  touched int;
  reached uuid[];
begin
  select coalesce(array_agg(ids), '{}') into reached from (
    select unnest(trial.reached(t."table", array_agg(t.id))) as ids
    from jsonb_to_recordset(tries) as t (id uuid, "table" text, "columns" text[])
    where t."columns" is not null group by t."table") of_all;
  for one in select * from jsonb_to_recordset(tries) as t (id uuid, "table" text, "columns" text[], "values" jsonb) loop
    id := one.id;
    if one."columns" is not null and one.id <> all (reached) then
      state := 'KTRIA';
      message := '0';
      return next;
      continue;
    end if;
    begin
      if one."columns" is null then
        select string_agg(quote_ident(key), ', ') into columns from jsonb_object_keys(one."values") key;
        execute format('insert into record.%1$I (%2$s) select %2$s from jsonb_populate_record(null::record.%1$I, $1)',
          one."table", columns) using one."values";
      else
        select string_agg(format('%1$I = s.%1$I', name), ', ') into columns from unnest(one."columns") name;
        execute format('update record.%1$I t set %2$s from jsonb_populate_record(null::record.%1$I, $1) s where t.id = s.id',
          one."table", columns) using one."values";
      end if;
      get diagnostics touched = row_count;
      set constraints all immediate;
      raise exception using errcode = 'KTRIA', message = touched::text;
    exception when others then
      state := sqlstate;
      message := sqlerrm;
    end;
    return next;
  end loop;
end $$`

/** Puts the functions into a test's database. */
export async function makeTrials(superuser: pg.Client): Promise<void> {
  await superuser.query(functions)
}

/** How the database says that it is not for this worker. */
const refusals =
  /row-level security policy|permission denied for (table|function)|answers for themself|The chair decides|Not for whoever may not write of them|chosen by whoever holds the case|written by whoever (is supervised|supervises)|Only its originator|Its author alone corrects|Only its author says/

/** How it says that it is not to be decided so, whoever asks. */
const notYet =
  /while the meeting sits|waits for two people|Each approves for themself|paper is not the last word|A conference decides that a plan starts|A strand that has ended does not change|strand is of somebody of the family|A complete session stands/

/** What became of one trial. */
export type Outcome = { readonly id: string; readonly state: string; readonly message: string }

/**
 * @returns whether the trial went through
 * @throws when something else than a right decided: then the row that was tried is to be mended
 */
export function wentThrough(outcome: Outcome, what: string): boolean {
  const { state, message } = outcome
  if (state === 'KTRIA') return message !== '0'
  // PostgreSQL asks the policy before the index: there is such a row already, and that is all there was against it.
  if (state === '23505') return true
  if (state === '42501' && refusals.test(message)) return false
  if (state === '23514' && notYet.test(message)) return false
  throw new Error(`No policy decided a trial to ${what}: ${state} ${message}`)
}

/** Every table with rows in a database that holds no world: they stay when a world is taken out. */
export async function emptyTables(superuser: pg.Client): Promise<readonly string[]> {
  const { rows } = await superuser.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('record', 'history', 'access', 'search', 'app')`,
  )
  const empty: string[] = []
  for (const { name } of rows) {
    const found = await superuser.query(`select from ${name} limit 1`) // a name from the catalogue, quoted there
    if (found.rowCount === 0) empty.push(name)
  }
  return empty
}

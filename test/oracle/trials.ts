import type pg from 'pg'

/** Functions with the caller's own rights, so that a database is asked a thousand questions in one call. */
const functions = `
create schema trial;
grant usage on schema trial to public;

-- A plan for each table is kept as long as the same class of user asks: to plan takes more than to answer.
do $do$
declare
  name text;
  reads text := '';
begin
  for name in select tablename from pg_tables where schemaname = 'record' order by 1 loop
    reads := reads || format('
      if asked ? %1$L and has_any_column_privilege(%1$L, ''select'') then
        begin
          return query select id from %1$I where id = any (array(select jsonb_array_elements_text(asked -> %1$L)::uuid));
        exception when insufficient_privilege then null;
        end;
      end if;', name);
    execute format('
      create function trial.reached_%1$s(ids uuid[]) returns uuid[] language plpgsql as $f$
      begin
        if not has_any_column_privilege(''record.%1$s'', ''update'') then return array[]::uuid[]; end if;
        return array(select id from record.%1$I where id = any (ids) for update);
      exception when insufficient_privilege then return array[]::uuid[];
      end $f$', name);
  end loop;
  -- The ids of these rows that the caller can select; {"table": ["id", ...]}, tables found by the search path: the present ones or
  -- those of the known-at instant.
  execute format('create function trial.readable(asked jsonb) returns setof uuid language plpgsql
    set plan_cache_mode = force_generic_plan as $f$ begin %s end $f$', reads);
end $do$;

-- The ids of these rows that an update by the caller reaches: PostgreSQL asks the policies of an update when a row is locked for one.
-- Once for a whole table, since most of what is tried ends here; and only of what the caller can select, since those policies are asked too.
create function trial.reached(name text, ids uuid[]) returns uuid[] language plpgsql as $$
declare
  found uuid[];
begin
  execute format('select trial.%I($1)', 'reached_' || name) into found using ids;
  return found;
end $$;

-- What becomes of each insert ("values") or update ("columns" too); all of it is undone.
create function trial.outcomes(tries jsonb) returns table (id uuid, state text, message text) language plpgsql
  set plan_cache_mode = force_generic_plan as $$
declare
  one record;
  touched int;
  asked jsonb;
  reached uuid[];
begin
  select coalesce(jsonb_object_agg(name, ids), '{}') into asked from (
    select t."table" as name, jsonb_agg(t.id) as ids from jsonb_to_recordset(tries) as t (id uuid, "table" text, "columns" text[])
    where t."columns" is not null group by 1) by_table;
  reached := array(select trial.readable(asked));
  select coalesce(array_agg(ids), '{}') into reached from (
    select unnest(trial.reached(t."table", array_agg(t.id))) as ids
    from jsonb_to_recordset(tries) as t (id uuid, "table" text, "columns" text[])
    where t."columns" is not null and t.id = any (reached) group by t."table") of_all;
  for one in select * from jsonb_to_recordset(tries) as t (id uuid, "table" text, "columns" text[], trier text, "values" jsonb) loop
    id := one.id;
    if one."columns" is not null and one.id <> all (reached) then
      state := 'KTRIA';
      message := '0';
      return next;
      continue;
    end if;
    -- PostgreSQL says so too, once it has made a plan.
    if one."columns" is null and not has_any_column_privilege('record.' || one."table", 'insert') then
      state := '42501';
      message := 'permission denied for table ' || one."table";
      return next;
      continue;
    end if;
    begin
      execute format('select trial.%I($1)', one.trier) into touched using one."values";
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

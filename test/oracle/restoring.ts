import type pg from 'pg'

/** What a planted fault can spoil, as it is before one is planted; made anew for each world. */
const keep = `
drop table if exists trial.policy, trial.entry, trial.conflict, trial.function;
create table trial.policy as select * from pg_policies where schemaname = 'record';
create table trial.entry as table access.entry;
create table trial.conflict as table access.conflict;
create table trial.function as
  select pg_get_functiondef(p.oid) as made from pg_proc p
  where p.oid in ('access.sealed_from_me'::regproc, 'access.reads_safety_of'::regproc)`

/** Puts back what differs: policies, the two functions, rows of access, and the settings that a fault turns off. */
const restore = `
do $$ declare one record; begin
  for one in
    select tablename, policyname from pg_policies where schemaname = 'record'
    except select p.tablename, p.policyname from pg_policies p join trial.policy k
      on (p.schemaname, p.tablename, p.policyname) = (k.schemaname, k.tablename, k.policyname)
      and (p.qual, p.with_check) is not distinct from (k.qual, k.with_check)
  loop execute format('drop policy %I on record.%I', one.policyname, one.tablename); end loop;
  for one in
    select * from trial.policy k where not exists (select from pg_policies p
      where (p.schemaname, p.tablename, p.policyname) = (k.schemaname, k.tablename, k.policyname))
  loop
    execute format('create policy %I on record.%I as %s for %s to %s', one.policyname, one.tablename, one.permissive, one.cmd,
        (select string_agg(quote_ident(name), ', ') from unnest(one.roles) name))
      || coalesce(' using (' || one.qual || ')', '') || coalesce(' with check (' || one.with_check || ')', '');
  end loop;
  for one in select made from trial.function loop execute one.made; end loop;
end $$;
alter table record.task enable row level security;
alter table record.allocation enable trigger access_update;
alter view known_at.alert set (security_invoker = true);
set session_replication_role = replica;
truncate access.entry, access.conflict;
insert into access.entry select * from trial.entry;
insert into access.conflict select * from trial.conflict;
reset session_replication_role`

/** Does something to the database of a told world and undoes what it spoiled. */
export async function restoring<Result>(superuser: pg.Client, spoil: () => Promise<Result>): Promise<Result> {
  await superuser.query(keep)
  try {
    return await spoil()
  } finally {
    await superuser.query(restore)
  }
}

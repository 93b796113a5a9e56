import type pg from 'pg'

/**
 * What a planted fault can spoil, as it is before one is planted. How policies read is written down once: it takes a while, and no
 * world changes them. Which rows of the catalogue they are, and access, are kept anew for each fault.
 */
const keep = `
create table if not exists trial.policy as select * from pg_policies where schemaname = 'record';
drop table if exists trial.policy_row, trial.function, trial.entry, trial.conflict;
create table trial.policy_row as
  select p.oid, p.xmin::text as written, p.polrelid, p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
  where c.relnamespace = 'record'::regnamespace;
create table trial.function as
  select p.oid, p.xmin::text as written, pg_get_functiondef(p.oid) as made from pg_proc p
  where p.oid in ('access.sealed_from_me'::regproc, 'access.reads_safety_of'::regproc);
create table trial.entry as table access.entry;
create table trial.conflict as table access.conflict`

/** Puts back what differs: policies whose row is another, the two functions, rows of access, and the settings that a fault turns off. */
const restore = `
do $$ declare one record; begin
  for one in
    select p.polname, p.polrelid::regclass as of_table from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'record'::regnamespace
      and not exists (select from trial.policy_row k where (k.oid, k.written) = (p.oid, p.xmin::text))
  loop execute format('drop policy %I on %s', one.polname, one.of_table); end loop;
  for one in
    select k.* from trial.policy_row r join pg_class c on c.oid = r.polrelid
      join trial.policy k on (k.tablename, k.policyname) = (c.relname, r.polname)
    where not exists (select from pg_policy p where p.oid = r.oid)
  loop
    execute format('create policy %I on record.%I as %s for %s to %s', one.policyname, one.tablename, one.permissive, one.cmd,
        (select string_agg(quote_ident(name), ', ') from unnest(one.roles) name))
      || coalesce(' using (' || one.qual || ')', '') || coalesce(' with check (' || one.with_check || ')', '');
  end loop;
  for one in select f.made from trial.function f join pg_proc p on p.oid = f.oid and p.xmin::text <> f.written loop execute one.made; end loop;
end $$;
alter table record.task enable row level security;
alter table record.allocation enable trigger access_update;
alter view known_at.alert set (security_invoker = true);
set session_replication_role = replica;
delete from access.entry;
delete from access.conflict;
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

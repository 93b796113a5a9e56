/** One question to the catalogue: its answer is a list of findings, which should be empty. */
export type Check = {
  readonly name: string
  /** SQL that answers one text column: each row names one thing that is wrong. */
  readonly question: string
  /** Violations to plant one by one, and what the finding must say. {practitioner} is that class's role. */
  readonly plants: readonly (readonly [violation: string, finding: string])[]
}

const schemas = `('record', 'history', 'access', 'audit', 'search', 'app', 'platform')`
const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  and c.relkind in ('r', 'p') and n.nspname in ${schemas}`
const named = `n.nspname || '.' || c.relname`
const classRoles = `pg_roles r join unnest(platform.everyone()) class (name) on r.rolname = platform.role_name(class.name)`
/** A table that answers in every policy test: cheap to plant upon. */
const stray = 'create table record.stray (id uuid, person_id uuid)'

/** A policy that asks for a row above its own, which that row's own policies then answer. */
const throughParent =
  '(FROM|JOIN) \\(?record\\.(document|contact|joint_assessment|note|meeting|meeting_invitee|paper|paper_part|paper_copy|cp_dispute)\\M|access\\.part_in_meeting'

/** Legal advice alone goes by the readers whom its row names, and not by a tie. */
const namedReaders = 'reader_ids|FROM record\\.legal_advice\\M'

export const catalogueChecks: readonly Check[] = [
  {
    name: 'every table has row-level security, forced, with a policy',
    question: `select ${named} from ${tables} where not (c.relrowsecurity and c.relforcerowsecurity)
      or not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive)`,
    plants: [
      [stray, 'record.stray'],
      ['alter table record.person no force row level security', 'record.person'],
      ['alter table audit.entry disable row level security', 'audit.entry'],
      [
        'create table app.hat (id int); alter table app.hat enable row level security; alter table app.hat force row level security',
        'app.hat',
      ],
    ],
  },
  {
    name: 'no table or view belongs to the serving login or to a class',
    question: `select n.nspname || '.' || c.relname || ' ' || r.rolname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_roles r on r.oid = c.relowner where r.rolname in ('kith_serve', 'kith_portal')
        or r.rolname in (select platform.role_name(name) from unnest(platform.everyone()) name)`,
    plants: [
      ['alter table record.note owner to kith_serve', 'record.note kith_serve'],
      ['alter table record.note owner to {practitioner}', 'record.note practitioner@'],
    ],
  },
  {
    name: 'no role bypasses row-level security, is superuser or makes roles; no class signs in',
    question: `select r.rolname from pg_roles r where (r.rolname in ('kith_owner', 'kith_serve', 'kith_portal') and (r.rolsuper or r.rolbypassrls or r.rolreplication))
      or (r.rolname in ('kith_serve', 'kith_portal') and (r.rolcreaterole or r.rolcreatedb))
      union select r.rolname from ${classRoles}
        where r.rolsuper or r.rolbypassrls or r.rolreplication or r.rolcreaterole or r.rolcreatedb or r.rolcanlogin`,
    plants: [
      ['alter role {practitioner} bypassrls', 'practitioner@'],
      ['alter role kith_serve createrole', 'kith_serve'],
      ['alter role kith_owner superuser', 'kith_owner'],
      ['alter role {practitioner} login', 'practitioner@'],
    ],
  },
  {
    name: 'the serving login may only become a class, never an inner one, and has no right of its own',
    question: `select m.member::regrole || ' is ' || m.roleid::regrole from pg_auth_members m
        where m.member = 'kith_serve'::regrole and (m.inherit_option or m.admin_option or m.roleid in (select r.oid from ${classRoles} where class.name = any (platform.inner_classes()))
          or m.roleid::regrole::text !~ '@')
      union select 'inherits' from pg_roles where rolname = 'kith_serve' and rolinherit
      union select m.member::regrole || ' is ' || m.roleid::regrole from pg_auth_members m join ${classRoles} on r.oid = m.member
      union select ${named} || ' to ' || a.grantee::regrole from pg_class c join pg_namespace n on n.oid = c.relnamespace,
        aclexplode(c.relacl) a where a.grantee in ('kith_serve'::regrole, 'kith_portal'::regrole)
      union select p.oid::regprocedure || ' to ' || a.grantee::regrole from pg_proc p, aclexplode(p.proacl) a
        where a.grantee in ('kith_serve'::regrole, 'kith_portal'::regrole)
      union select n.nspname || ' to ' || a.grantee::regrole from pg_namespace n, aclexplode(n.nspacl) a
        where a.grantee in ('kith_serve'::regrole, 'kith_portal'::regrole)`,
    plants: [
      ['grant select on record.person to kith_serve', 'record.person to kith_serve'],
      ['grant {practitioner} to kith_serve with inherit true', 'kith_serve is'],
      ['grant {keyholder} to kith_serve', 'keyholder@'],
      ['grant {backup} to {practitioner}', 'backup@'],
      ['grant execute on function access.refresh_all() to kith_serve', 'access.refresh_all() to kith_serve'],
      ['alter role kith_serve inherit', 'inherits'],
    ],
  },
  {
    name: 'every view asks with the rights of its reader, and none is kept as a copy',
    question: `select ${named} from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker') -- the job library's own
        and (c.relkind = 'm' or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
    plants: [
      ['create view record.everyone as select id from record.person', 'record.everyone'],
      ['create materialized view known_at.copy as select 1 as one', 'known_at.copy'],
      ['alter view known_at.person reset (security_invoker)', 'known_at.person'],
    ],
  },
  {
    name: 'every table of the record has its past, its view at an instant and its triggers',
    question: `with columns as (
        select n.nspname as place, c.relname as name, array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) order by a.attnum) as list
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where n.nspname in ('record', 'history', 'known_at') and c.relkind in ('r', 'v') group by 1, 2)
      select name || ' past' from columns r where place = 'record' and not exists (select from columns h where h.place = 'history'
        and h.name = r.name and h.list @> r.list and cardinality(h.list) = cardinality(r.list) + 1
        and 'recorded_to timestamp with time zone' = any (h.list))
      union all select name || ' view' from columns r where place = 'record' and not exists (select from columns v
        where v.place = 'known_at' and v.name = r.name and v.list = r.list)
      union all select r.name || ' ' || t.name from columns r, unnest(array['keep_past', 'audit_insert', 'audit_update']) t (name)
        where place = 'record' and not exists (select from pg_trigger g where g.tgrelid = format('record.%I', r.name)::regclass
          and g.tgname = t.name and g.tgenabled in ('O', 'A'))`,
    plants: [
      [stray, 'stray past'],
      ['alter table record.team add column colour text', 'team view'],
      ['alter table history.team drop column telephone cascade', 'team past'],
      ['drop trigger audit_update on record.cp_plan', 'cp_plan audit_update'],
      ['alter table record.cp_plan disable trigger keep_past', 'cp_plan keep_past'],
    ],
  },
  {
    name: "every function run with its owner's rights has a fixed search path and a service as owner",
    question: `select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
        and (not coalesce('search_path=pg_catalog, pg_temp' = any (p.proconfig), false)
          or p.oid <> to_regprocedure('platform.schema_version()') and p.proowner not in (select r.oid from ${classRoles} where class.name = any (platform.service_classes())))`,
    plants: [
      ['alter function platform.actor_as(text) reset all', 'platform.actor_as'],
      [
        `create function app.sneak() returns int language sql security definer set search_path = pg_catalog, pg_temp as 'select 1'`,
        'app.sneak',
      ],
    ],
  },
  {
    name: 'nothing is granted to everybody',
    question: `select 'table ' || ${named} from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
        where a.grantee = 0 and n.nspname in ('record', 'history', 'known_at', 'access', 'audit', 'search', 'app', 'platform')
      union all select 'function ' || p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('record', 'history', 'known_at', 'access', 'audit', 'search', 'app', 'platform')
          and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))
      union all select 'schema ' || n.nspname from pg_namespace n, aclexplode(n.nspacl) a
        where a.grantee = 0 and n.nspname not in ('pg_catalog', 'information_schema')
      union all select 'column ' || ${named} from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
        aclexplode(t.attacl) a where a.grantee = 0 and n.nspname in ${schemas}`,
    plants: [
      ['grant select on record.person to public', 'table record.person'],
      ['grant execute on function access.refresh_all() to public', 'function access.refresh_all()'],
      ['grant usage on schema record to public', 'schema record'],
      ['grant select (id) on record.person to public', 'column record.person'],
    ],
  },
  {
    name: 'no function is marked leakproof',
    question: `select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.proleakproof and n.nspname not in ('pg_catalog', 'information_schema')`,
    plants: [['alter function search.fold(text) leakproof', 'search.fold']],
  },
  {
    name: 'no foreign key deletes or rewrites rows',
    question: `select conrelid::regclass || ' ' || conname from pg_constraint
      where contype = 'f' and (confdeltype not in ('a', 'r') or confupdtype not in ('a', 'r'))`,
    plants: [
      [
        'alter table record.task add constraint gone foreign key (team_id) references record.team on delete cascade',
        'record.task gone',
      ],
      [
        'alter table record.task add constraint moved foreign key (team_id) references record.team on update cascade',
        'record.task moved',
      ],
    ],
  },
  {
    name: 'nobody may delete from the record, its past or the audit, nor rewrite past and audit, nor empty any table',
    question: `select a.privilege_type || ' ' || ${named} || ' ' || pg_get_userbyid(a.grantee) from ${tables}, aclexplode(c.relacl) a
      where a.grantee <> c.relowner and (a.privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES', 'MAINTAIN')
        or a.privilege_type = 'DELETE' and n.nspname in ('record', 'history', 'audit')
        or a.privilege_type = 'UPDATE' and n.nspname in ('history', 'audit'))`,
    plants: [
      ['grant delete on record.note to {practitioner}', 'DELETE record.note practitioner@'],
      ['grant update on audit.entry to {sealer}', 'UPDATE audit.entry sealer@'],
      ['grant truncate on app.draft to {courier}', 'TRUNCATE app.draft courier@'],
    ],
  },
  {
    name: 'a row about a person shows to a person at work only by an access rule',
    question: `with about as (
        select distinct c.oid, ${named} as name from ${tables} join pg_attribute a on a.attrelid = c.oid
        where n.nspname in ('record', 'history') and (a.attname in ('person_id', 'person_ids', 'subject_id', 'subject_ids', 'mother_id', 'other_id')
          or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'record.person'::regclass)))
      select about.name || ' ' || p.polname from about join pg_policy p on p.polrelid = about.oid and p.polpermissive and p.polcmd in ('r', '*', 'w')
      where exists (select from unnest(p.polroles) role left join ${classRoles} on r.oid = role
                    where role = 0 or class.name = any (platform.user_classes()))
        and pg_get_expr(p.polqual, p.polrelid) !~ 'access\\.entry|sealed_from_me|access\\.(may_(allocate|involve|join)|directs|keeps_workbook)|person_id IS NULL|${throughParent}'
      union all select about.name || ' has no rule' from about where not exists (select from pg_policy p
        where p.polrelid = about.oid and p.polpermissive and pg_get_expr(p.polqual, p.polrelid) ~ 'access\\.entry|${namedReaders}|${throughParent}')`,
    plants: [
      [
        'create policy open on record.task for select to {practitioner} using (platform.actor() is not null)',
        'record.task open',
      ],
      ['create policy open on history.task to public using (id is not null)', 'history.task open'],
      [stray, 'record.stray has no rule'],
    ],
  },
  {
    name: 'no policy lets a person at work through who has not proved who they are',
    question: `select ${named} || ' ' || p.polname from ${tables} join pg_policy p on p.polrelid = c.oid and p.polpermissive
      where exists (select from unnest(p.polroles) role left join ${classRoles} on r.oid = role
                    where role = 0 or class.name = any (platform.user_classes()))
        and ((p.polcmd <> 'a' and pg_get_expr(p.polqual, p.polrelid) !~ 'actor_as|roaming_actor|working_actor|access\\.(may_(allocate|involve|join)|directs|keeps_workbook)|_member m|${throughParent}')
          or (p.polcmd = 'a' and pg_get_expr(p.polwithcheck, p.polrelid) !~ 'actor_as|working_actor|access\\.(may_(allocate|involve|join)|directs|keeps_workbook|part_in_meeting)'))`,
    plants: [
      ['create policy open on record.team for select to {practitioner} using (true)', 'record.team open'],
      ['create policy open on app.outbox for insert to {duty} with check (true)', 'app.outbox open'],
    ],
  },
  {
    name: 'every service is held to its signed identity on every table',
    question: `select ${named} || ' ' || class.name from ${tables}, unnest(platform.service_classes()) class (name)
      where class.name <> all (platform.inner_classes()) and ${named} <> 'platform.migration' and not exists (select from pg_policy p
        where p.polrelid = c.oid and not p.polpermissive and p.polcmd = '*' and pg_get_expr(p.polqual, p.polrelid) ~ 'at_work'
          and (select oid from pg_roles where rolname = platform.role_name(class.name)) = any (p.polroles))`,
    plants: [
      ['drop policy at_work on record.person', 'record.person backup'],
      [stray, 'record.stray verifier'],
    ],
  },
]

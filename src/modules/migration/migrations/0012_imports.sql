-- Imports: each run, and every value it refused or doubted, with its raw text.

create table record.import_run (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('cin_census', 'allocations', 'workers')),
  file_sha256 text not null,
  authority_code text,
  census_year integer,
  reference_on date,
  as_at date,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  counts jsonb not null default '{}'
);
select platform.keep_history('import_run', null);
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'data_quality', 'director', 'administrator'],
      format('grant select on %I.import_run to %%I', s));
    perform platform.policy_for(array['practitioner', 'data_quality', 'director', 'administrator'],
      format('create policy reads on %I.import_run for select to %%1$s
        using ((select platform.actor_as(current_user)) is not null)', s));
  end loop;
end $$;
select access.let_importer('import_run');

create table record.import_finding (
  id uuid primary key default uuidv7(),
  import_run_id uuid not null references record.import_run (id),
  person_id uuid references record.person (id),  -- null where no child could be made of it
  element text not null,
  line integer,
  raw text,
  kept text,                                     -- of an element that the census does not know: may be anything, a name too
  severity text not null check (severity in ('refused', 'doubted', 'contradicted', 'information')),
  rule text,                                     -- the census rule's code, where one says it
  problem text not null,                         -- what is wrong and how to mend it
  resolved_on date
);
create index import_finding_person on record.import_finding (person_id);
create index import_finding_run on record.import_finding (import_run_id);
select platform.keep_history('import_finding');
select access.guard('import_finding', 'person_id', array['B2', 'B2S'], array['id', 'import_run_id', 'person_id', 'element', 'line',
  'raw', 'severity', 'rule', 'problem', 'resolved_on', 'recorded_from']);

-- Days on which somebody is not there to hold cases (class D1): read by the worker and their line, written by their line. A coarse
-- reason and never one of health: what matters to a caseload is that the days are gone.
create table record.worker_absence (
  id uuid primary key default uuidv7(),
  worker_id uuid not null references record.worker (id),
  from_day date not null,
  until_day date,                                -- its last day; null while nobody knows
  reason text not null check (reason in ('leave', 'away', 'secondment', 'other')),
  counts_as_capacity boolean not null default false, -- still counted as somebody who holds cases
  constraint absence_ends_after_start check (until_day >= from_day)
);
create index worker_absence_worker on record.worker_absence (worker_id, from_day);
select platform.keep_history('worker_absence', null);

do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.worker_absence to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.worker_absence for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null
        and (worker_id = (select access.working_actor(current_user)) or access.line_of(worker_id)))', s));
  end loop;
end $$;
select platform.for_roles(array['practitioner', 'director'], 'grant insert, update on record.worker_absence to %I');
select platform.policy_for(array['practitioner', 'director'], 'create policy adds on record.worker_absence for insert to %1$s
  with check ((select platform.actor_as(current_user)) is not null and access.line_of(worker_id))');
select platform.policy_for(array['practitioner', 'director'], 'create policy changes on record.worker_absence for update to %1$s
  using ((select platform.actor_as(current_user)) is not null and access.line_of(worker_id))
  with check ((select platform.actor_as(current_user)) is not null and access.line_of(worker_id))');

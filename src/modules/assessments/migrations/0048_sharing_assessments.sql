-- A copy of an assessment given to one of the family: a parent, a carer, or the child. The assessment is complete when it has
-- been shared and authorised (Working Together 2023, chapter 3), whichever comes first.
create table record.assessment_share (
  id uuid primary key default uuidv7(),
  joint_id uuid not null references record.joint_assessment (id),
  recipient_id uuid not null references record.person (id),
  shared_on date not null,
  how text not null check (how in ('read_together', 'by_hand', 'post', 'other')),
  included text[] not null default '{}',         -- what is left out unless somebody decides: history, child_words
  remark text,
  unique (joint_id, recipient_id, shared_on)
);
create index assessment_share_joint on record.assessment_share (joint_id);
select platform.keep_history('assessment_share', null);

do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.assessment_share to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.assessment_share
      for select to %%1$s using (exists (select from record.joint_assessment j where j.id = assessment_share.joint_id))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy recipient_not_sealed
      on %I.assessment_share as restrictive to %%1$s
      using (not (recipient_id = any ((select access.sealed_from_me())::uuid[])))', s));
  end loop;
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert on record.assessment_share to %I');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.assessment_share for insert to %%1$s
    with check (exists (select from record.joint_assessment j where j.id = assessment_share.joint_id and j.status <> ''abandoned''
      and %s))', access.writes_all('j', 'B2')));
  perform platform.for_roles(array['clockkeeper'], 'grant select on record.assessment_share to %I');
  perform platform.policy_for(array['clockkeeper'], 'create policy counts on record.assessment_share for select to %1$s using (true)');
end $$;

-- What of the above concerns one child, repeated for it: a child's clocks stand even where the joint assessment is hidden by a
-- restricted sibling.
create table record.assessment_event (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  assessment_id uuid not null references record.assessment (id),
  kind text not null check (kind in ('checkpoint', 'shared', 'stopped')),
  happened_on date not null,
  at_day integer                                 -- of a checkpoint
);
create index assessment_event_person on record.assessment_event (person_id);
select platform.keep_history('assessment_event');
select access.guard('assessment_event', 'person_id', array['B2'],
  array['id', 'person_id', 'assessment_id', 'kind', 'happened_on', 'at_day', 'recorded_from']);

-- What an authorised assessment found does not change either.
select platform.policy_for(array['practitioner', 'duty'], format('create policy %1$s on record.assessment_factor as restrictive for %2$s
  to %%1$s %3$s (exists (select from record.assessment a where a.id = assessment_factor.assessment_id and a.authorised_on is null))',
  name, command, clause))
from (values ('found_while_open', 'insert', 'with check'), ('changed_while_open', 'update', 'using')) rules (name, command, clause);
select platform.policy_for(array['practitioner', 'duty'], format('create policy added_while_open on record.%1$I as restrictive
  for insert to %%1$s with check (exists (select from record.joint_assessment j where j.id = %1$I.joint_id
    and j.status in (''open'', ''submitted'')))', t)) from unnest(array['assessment_view', 'assessment_checkpoint']) t;

-- Prints say whose they are.
do $$ begin
  if to_regprocedure('platform.authority_name()') is null then
    create function platform.authority_name() returns text language sql stable security definer set search_path = pg_catalog, pg_temp
      as 'select authority_name from platform.installation';
    perform platform.hand_over('platform.authority_name()', 'keyholder', platform.everyone());
  end if;
end $$;

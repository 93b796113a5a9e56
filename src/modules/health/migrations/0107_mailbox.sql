-- How the council's mailbox at the NHS stands: kept, since the process that asks it is not the one that shows it. One row for each mailbox that
-- was ever set; the one that is connected has no end.
create table app.mailbox_standing (
  mailbox text primary key,
  begun_at timestamptz not null,                 -- connected, or again after an end
  tried_at timestamptz,                          -- the last turn, whatever came of it
  validated_at timestamptz,                      -- the last handshake that the NHS answered; it wants one a day
  polled_at timestamptz,                         -- when the NHS last said what waits
  waiting integer,                               -- what the last turn left in the mailbox
  failed_at timestamptz,
  failures jsonb not null default '[]',          -- of the last turn: step, code and the status of HTTP; never what a message says
  ended_at timestamptz
);
alter table app.mailbox_standing enable row level security;
alter table app.mailbox_standing force row level security;
select platform.for_roles(array['backup'], 'grant select on app.mailbox_standing to %I');
select platform.policy_for(array['backup'], 'create policy reads on app.mailbox_standing for select to %1$s using (true)');
select platform.for_roles(array['listener'], 'grant select, insert, update on app.mailbox_standing to %I');
select platform.policy_for(array['listener'], 'create policy keeps on app.mailbox_standing for all to %1$s using (true) with check (true)');
select platform.for_roles(array['practitioner', 'duty', 'director', 'administrator'], 'grant select on app.mailbox_standing to %I');
select platform.policy_for(array['practitioner', 'duty', 'director', 'administrator'], 'create policy shows on app.mailbox_standing for select to %1$s
  using ((select platform.actor_as(current_user)) is not null)');

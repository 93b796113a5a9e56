-- How long forms take and which of their fields anybody fills: sums a month, so that a form that costs too much is seen. No
-- worker, no person, no moment: nothing here can be joined to who sent what, since a row is a count of many.
create table app.form_minutes (
  form text not null,                            -- the form's address without ids
  month date not null,                           -- its first day
  minutes integer not null,                      -- from opening to saving, at most: 1, 2, 3, 5, 8 ... 240
  savings integer not null,
  primary key (form, month, minutes),
  constraint first_of_month check (extract(day from month) = 1)
);
create table app.form_field (
  form text not null,
  month date not null,
  field text not null,                           -- its name, never what was written
  offered integer not null,                      -- savings in which the form had it
  filled integer not null,
  primary key (form, month, field),
  constraint filled_was_offered check (filled <= offered)
);

-- A print that takes a while: what it shows was read under its asker's own rights, and only they can fetch it. Gone after a day.
create table app.print (
  id uuid primary key,
  actor_id uuid not null,
  file_name text not null,
  resource text not null,
  subject_ids uuid[] not null,
  template text not null,                        -- name of a template of the program
  body jsonb not null,                           -- what it shows
  parts_done integer not null default 0,
  parts integer not null,
  pages integer,
  pdf bytea,
  problem text,
  asked_at timestamptz not null default now(),
  finished_at timestamptz
);
create index print_asked on app.print (asked_at);

do $$ declare t text; begin
  foreach t in array array['form_minutes', 'form_field', 'print'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    perform platform.for_roles(array['backup'], format('grant select on app.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on app.%I for select to %%1$s using (true)', t));
  end loop;
  -- The figures are everybody's to see; only the courier adds to them, some minutes after the savings they count.
  foreach t in array array['form_minutes', 'form_field'] loop
    perform platform.for_roles(platform.user_classes(), format('grant select on app.%I to %%I', t));
    perform platform.policy_for(platform.user_classes(), format('create policy shown on app.%I for select to %%1$s
      using ((select platform.actor_as(current_user)) is not null)', t));
    perform platform.for_roles(array['courier'], format('grant select, insert, update on app.%I to %%I', t));
    perform platform.policy_for(array['courier'],
      format('create policy counts on app.%I for all to %%1$s using (true) with check (true)', t));
  end loop;
  perform platform.for_roles(platform.user_classes(), 'grant select, insert on app.print to %I');
  perform platform.policy_for(platform.user_classes(), 'create policy own on app.print for all to %1$s
    using (actor_id = (select platform.actor_as(current_user)))
    with check (actor_id = (select platform.actor_as(current_user)))');
  perform platform.for_roles(array['courier'], 'grant select, update, delete on app.print to %I');
  perform platform.policy_for(array['courier'],
    'create policy prints on app.print for all to %1$s using (true) with check (true)');
end $$;

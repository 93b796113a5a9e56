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

do $$ declare t text; begin
  foreach t in array array['form_minutes', 'form_field'] loop
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
end $$;

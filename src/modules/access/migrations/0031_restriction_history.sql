-- Who was on a named list on a past day. Changes were audited, but a change of the list overwrote it: restrictions and
-- their lists keep their past rows now, by trigger, like the record. The past stands in this schema and not in "history",
-- where whole classes of user read by policy: here the gatekeeper alone reads, and answers by access.restriction_of. Who
-- may see whom is decided by the present rows only; the past never gives nor takes access.

create table access.restriction_past (
  like access.restriction,
  recorded_from timestamptz not null,
  recorded_by uuid,
  recorded_to timestamptz not null
);
create index restriction_past_subject on access.restriction_past (subject_id);
create table access.restriction_member_past (
  like access.restriction_member,
  recorded_from timestamptz not null,
  recorded_by uuid,
  recorded_to timestamptz not null
);
create index restriction_member_past_list on access.restriction_member_past (restriction_id);

do $$
declare
  t text; columns text; old_row text;
  mine text := current_setting('role');
begin
  perform platform.for_roles(array['gatekeeper'],
    'grant execute on function platform.moment_of(timestamptz, timestamptz) to %I');
  foreach t in array array['restriction', 'restriction_member'] loop
    execute format('alter table access.%I add column recorded_from timestamptz, add column recorded_by uuid', t);
    -- What stood before has been on record since it began, as far as is known.
    perform set_config('role', platform.role_name('gatekeeper'), true);
    execute format('update access.%I set %s', t, case t
      when 'restriction' then 'recorded_from = least(starts_at, now()), recorded_by = made_by'
      else 'recorded_from = added_at, recorded_by = added_by' end);
    perform set_config('role', mine, true);
    execute format('alter table access.%I alter column recorded_from set not null', t);
    columns := array_to_string(platform.columns_of('access', t), ', ');
    old_row := (select string_agg('old.' || c, ', ') from unnest(platform.columns_of('access', t)) c);
    execute format($f$
      create function access.keep_%1$s() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $t$
      begin
        if tg_op = 'INSERT' then
          new.recorded_from := platform.moment_of(new.recorded_from, null);
        else
          insert into access.%1$s_past (%2$s, recorded_to)
            values (%3$s, platform.moment_of(case when tg_op = 'UPDATE' then new.recorded_from end, old.recorded_from))
            returning recorded_to into new.recorded_from;
          if tg_op = 'DELETE' then return old; end if;
        end if;
        new.recorded_by := platform.actor();
        return new;
      end $t$ $f$, t, columns, old_row);
    execute format('create trigger keep_past before insert or update or delete on access.%1$I
                      for each row execute function access.keep_%1$s()', t);
    execute format('alter table access.%s_past enable row level security', t);
    execute format('alter table access.%s_past force row level security', t);
    perform platform.for_roles(array['gatekeeper'], format('grant select, insert on access.%s_past to %%I', t));
    perform platform.policy_for(array['gatekeeper'],
      format('create policy keeps on access.%s_past for insert to %%1$s with check (true)', t));
    perform platform.for_roles(array['backup', 'verifier'], format('grant select on access.%s_past to %%I', t));
    perform platform.policy_for(array['gatekeeper', 'backup', 'verifier'],
      format('create policy service_reads on access.%s_past for select to %%1$s using (true)', t));
  end loop;
  perform set_config('role', platform.role_name('gatekeeper'), true);
  drop function access.restriction_of(uuid);
  perform set_config('role', mine, true);
end $$;

-- For members of the present list alone, whatever instant is asked about: the restriction with its list, as it stands or as
-- it stood at the known-at instant. stood: false when there was none then, and the rest is null.
create function access.restriction_of(subject uuid)
  returns table (stood boolean, reason text, note text, starts_at timestamptz, ends_at timestamptz, members uuid[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with asked as (select platform.known_at() as known, coalesce(platform.known_at(), now()) as at),
  then_standing as (
    select r.id, r.reason, r.note, r.starts_at, r.ends_at
    from (select id, subject_id, reason, note, starts_at, ends_at, recorded_from, 'infinity'::timestamptz as recorded_to
            from access.restriction
          union all
          select id, subject_id, reason, note, starts_at, ends_at, recorded_from, recorded_to from access.restriction_past) r, asked
    where r.subject_id = subject and asked.at >= r.starts_at and asked.at < r.ends_at
      and case when asked.known is null then r.recorded_to = 'infinity'
               else r.recorded_from <= asked.known and r.recorded_to > asked.known end
    order by r.starts_at desc limit 1
  )
  select s.id is not null, s.reason, s.note, s.starts_at, s.ends_at,
    array(select m.actor_id
      from (select restriction_id, actor_id, added_at, recorded_from, 'infinity'::timestamptz as recorded_to
              from access.restriction_member
            union all
            select restriction_id, actor_id, added_at, recorded_from, recorded_to from access.restriction_member_past) m, asked
      where m.restriction_id = s.id
        and case when asked.known is null then m.recorded_to = 'infinity'
                 else m.recorded_from <= asked.known and m.recorded_to > asked.known end
      order by m.added_at)
  from (select where access.lists_me(subject)) listed left join then_standing s on true
$$;
select platform.hand_over('access.restriction_of(uuid)', 'gatekeeper', array['practitioner', 'duty', 'director']);

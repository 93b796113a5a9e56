-- A team that has ended takes nobody: closing it is refused while children are with it (0092), and nobody is given to it afterwards,
-- whatever gives them. What it held while it ran may still be told.
create function access.keep_out_of_ended_team() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from record.team t where t.id = new.team_id and (new.ended_on is null or new.started_on > t.ended_on)
      and t.ended_on is not null) then
    raise exception 'This team has ended' using errcode = '23514', constraint = 'team_has_ended';
  end if;
  return new;
end $$;
create trigger keeps_out_of_ended_team before insert or update of team_id, started_on on record.allocation
  for each row execute function access.keep_out_of_ended_team();
select platform.hand_over('access.keep_out_of_ended_team()', 'gatekeeper');

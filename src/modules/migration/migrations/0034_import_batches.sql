-- An import writes children in batches with access deferred (access.is_deferred) and brings it in line once, before it
-- commits: for those whose case holding it changed, and their families, as the triggers would have done child by child.
create function access.refresh_imported(subjects uuid[]) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if not access.is_deferred() then
    raise exception 'Access is not deferred: the triggers have brought it in line already';
  end if;
  perform access.refresh(access.around(subjects));
end $$;
select platform.hand_over('access.refresh_imported(uuid[])', 'gatekeeper', array['importer']);

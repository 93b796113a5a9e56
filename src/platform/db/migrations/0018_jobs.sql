-- Jobs: graphile-worker's own schema keeps them (platform/jobs installs it); these are the only ways in from the record's
-- side. Enqueued in the caller's transaction: rolled back with it, committed with it.

create function app.add_job(task text, payload jsonb, job_key text default null, run_at timestamptz default null)
  returns void language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if task !~ '^[a-z_]{1,60}$' then raise exception 'Not a task: %', task; end if;
  perform graphile_worker.add_job(task, payload := payload::json, job_key := job_key, run_at := run_at, max_attempts := 8);
end $$;
select platform.hand_over('app.add_job(text, jsonb, text, timestamptz)', 'courier', platform.user_classes()
  || array['importer', 'clockkeeper', 'courier', 'listener']);

-- Each event that a command writes down is delivered by a job of its own.
create function app.deliver_event() returns trigger language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job('deliver_event', payload := json_build_object('id', new.id), max_attempts := 8);
  return null;
end $$;
create trigger deliver after insert on app.outbox for each row execute function app.deliver_event();
select platform.hand_over('app.deliver_event()', 'courier');

-- Jobs that failed for good, for the administrator: what, how often, the last error's first line, never the payload.
create function app.dead_jobs() returns table (id bigint, task text, attempts integer, last_error text, failed_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select j.id, t.identifier, j.attempts::integer, split_part(coalesce(j.last_error, ''), E'\n', 1), j.updated_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts >= j.max_attempts order by j.updated_at desc limit 500;
end $$;
select platform.hand_over('app.dead_jobs()', 'courier', array['administrator']);

create function app.retry_job(job bigint) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.reschedule_jobs(array[job], run_at := now(), attempts := 0);
end $$;
select platform.hand_over('app.retry_job(bigint)', 'courier', array['administrator']);

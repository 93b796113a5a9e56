-- Sharing papers: where a part came from, lines of a plan as parts, Easy Read, what a file held that its pages do not show, and what the
-- checks meet in the words of one person's copy. What goes to whom stays as 0068 says.

-- A part that asks something of somebody is a line of a plan: shown or withheld as every other.
alter table record.paper_part
  add column asked_who text,                     -- who does it, in words
  add column asked_of_id uuid references record.person (id), -- of the family; none: somebody who works with them
  add column by_when date,
  add column origin text check (origin in ('assessment', 'enquiry', 'plan', 'document', 'paper')),
  add column origin_id uuid,                     -- row that its words were taken from
  add column origin_words text,                  -- as they stood there: what was changed since can be shown
  add column easy_read jsonb not null default '[]', -- short sentences with a picture each
  add constraint line_says_who check ((asked_of_id is null and by_when is null) or asked_who is not null),
  add constraint origin_of_a_row check ((origin is null) = (origin_id is null));
alter table history.paper_part add column asked_who text, add column asked_of_id uuid, add column by_when date, add column origin text,
  add column origin_id uuid, add column origin_words text, add column easy_read jsonb;
select platform.write_history('paper_part', null);
create index paper_part_asked on record.paper_part (asked_of_id) where asked_of_id is not null;

-- An agency's file: what was read in it, and somebody's word for what no program can read.
alter table record.paper
  add column unread text,                        -- why the file could not be read whole
  add column hidden_words text,                  -- text of the file that its pages do not show
  add column hidden_decision text check (hidden_decision in ('left_out', 'taken_in')),
  add column read_through_by uuid references record.worker (id),
  add column read_through_at timestamptz,
  add constraint read_by_somebody check ((read_through_by is null) = (read_through_at is null)),
  add constraint file_was_read check (status = 'draft' or ((unread is null or read_through_by is not null)
    and (hidden_words is null or hidden_decision is not null)));
alter table history.paper add column unread text, add column hidden_words text, add column hidden_decision text,
  add column read_through_by uuid, add column read_through_at timestamptz;
select platform.write_history('paper', null);

-- Why a part is withheld, from a list; `why` says it in words.
alter table record.part_showing add column ground text
  check (ground in ('safety', 'third_party', 'not_theirs', 'age', 'police', 'legal', 'other'));
alter table history.part_showing add column ground text;
select platform.write_history('part_showing', null);

-- How an answer was given, and who helped with it.
alter table record.copy_answer add column given_how text check (given_how in ('in_person', 'telephone', 'in_writing', 'recording', 'portal')),
  add column helped_by text;
alter table history.copy_answer add column given_how text, add column helped_by text;
select platform.write_history('copy_answer', null);

-- ---------------------------------------------------------------- what stands whatever a page does
-- A copy holds what was decided for its recipient, and nothing else.
create function access.keep_decided() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from unnest(new.part_ids) x (id) where not exists (select from record.part_showing s where s.part_id = x.id
    and s.shows and s.recipient_id is not distinct from new.recipient_id and s.invitee_id is not distinct from new.invitee_id)) then
    raise exception 'A part is shown when it was decided' using errcode = '23514', constraint = 'copy_decided';
  end if;
  return new;
end $$;
create trigger c_keep_decided before insert on record.paper_copy for each row execute function access.keep_decided();

-- A copy of a paper that was replaced meanwhile, or is still written at, is neither approved nor given.
select platform.for_roles(array['gatekeeper'], 'grant select (id, status) on record.paper to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_copies_current on record.paper for select to %1$s using (true)');
create function access.is_paper_finished(paper uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$ select exists (select from record.paper p where p.id = paper and p.status = 'finished') $$;
select platform.hand_over('access.is_paper_finished(uuid)', 'gatekeeper', array['practitioner', 'duty', 'storyteller']);
create function access.keep_current() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.status in ('approved', 'released') and new.status <> old.status and not access.is_paper_finished(new.paper_id) then
    raise exception 'Its paper is not the last word' using errcode = '23514', constraint = 'copy_current';
  end if;
  return new;
end $$;
create trigger d_keep_current before update on record.paper_copy for each row
  when (new.status is distinct from old.status) execute function access.keep_current();

-- Whoever sends the last copy that a conference waits for meets its clock, business support too, who read no clock: of each child, once each
-- of the family who is asked to it has the report.
select platform.for_roles(array['gatekeeper'], 'grant select (id, paper_id, meeting_id, recipient_id, released_at) on record.paper_copy to %I');
select platform.for_roles(array['gatekeeper'], 'grant select (kind) on record.paper to %I');
select platform.for_roles(array['gatekeeper'], 'grant select (id, meeting_id, person_id) on record.meeting_child to %I');
select platform.policy_for(array['gatekeeper'], format('create policy keeps_clocks on record.%I for select to %%1$s using (true)', t))
from unnest(array['paper_copy', 'meeting_child']) t;
create function access.keep_shared() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last_one record;
begin
  if exists (select from record.meeting_invitee i where i.meeting_id = new.meeting_id and i.side = 'family' and i.person_id is not null
    and i.withdrawn_at is null and i.excluded_because is null and i.standing is distinct from 'supporter'
    and not exists (select from record.paper_copy c join record.paper p on p.id = c.paper_id where c.meeting_id = new.meeting_id
      and c.recipient_id = i.person_id and c.released_at is not null and p.kind = 'social_work_report')) then return null; end if;
  select first_of.* into last_one from (select distinct on (c.recipient_id) c.id, c.released_at from record.paper_copy c
      join record.paper p on p.id = c.paper_id join record.meeting_invitee i on i.meeting_id = c.meeting_id and i.person_id = c.recipient_id
        and i.withdrawn_at is null and i.excluded_because is null and i.standing is distinct from 'supporter'
    where c.meeting_id = new.meeting_id and c.released_at is not null and p.kind = 'social_work_report'
    order by c.recipient_id, c.released_at, c.id) first_of order by first_of.released_at desc limit 1;
  update record.clock k set satisfied_on = (last_one.released_at at time zone 'Europe/London')::date, satisfied_id = last_one.id, outcome_reason = null,
    outcome = case when (last_one.released_at at time zone 'Europe/London')::date <= k.due_on then 'on_time' else 'late' end
  from record.meeting_child c where c.meeting_id = new.meeting_id and k.trigger_id = c.id
    and k.definition_id in ('ICPC_REPORT_FAMILY', 'RCPC_REPORT_FAMILY') and k.outcome = 'open';
  return null;
end $$;
create trigger keep_shared after update on record.paper_copy for each row
  when (old.released_at is null and new.released_at is not null and new.meeting_id is not null) execute function access.keep_shared();
select platform.hand_over('access.keep_shared()', 'gatekeeper');

-- ---------------------------------------------------------------- what the checks meet
select platform.for_roles(array['gatekeeper'], 'grant select on record.contact, record.contact_person, record.involvement, record.organisation to %I');
create index meeting_planned on record.meeting (planned_at); -- for the board
-- Runs of eight words, each as plain words, of a text.
create function access.word_runs(said text) returns text[] language sql immutable set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(' ' || concat_ws(' ', w, w1, w2, w3, w4, w5, w6, w7) || ' '), '{}')
  from (select w, lead(w) over o as w1, lead(w, 2) over o as w2, lead(w, 3) over o as w3, lead(w, 4) over o as w4, lead(w, 5) over o as w5,
      lead(w, 6) over o as w6, lead(w, 7) over o as w7
    from unnest(string_to_array(trim(said), ' ')) with ordinality said (w, n) window o as (order by n)) x
  where w7 is not null $$;

-- Kinds of what one person's copy would tell and must not, past the policies of whoever writes it: a referrer, a child of the family who
-- is not in the copy, and, where a wall stands before its reader, whatever tells where those behind it live, learn and are seen, and
-- words of notes about them. It answers kinds alone, to whoever reads the record of each child in it.
create function access.copy_hits(children uuid[], recipient uuid, said text) returns table (kind text) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  acting uuid := access.working_actor(current_setting('role', true));
  words text; squeezed text; hidden uuid[]; own text[]; own_numbers text[];
begin
  if acting is null or cardinality(children) = 0 or exists (select from unnest(children) a (id) where not exists (
    select from access.entry e where e.actor_id = acting and e.subject_id = a.id and e.data_class = 'B2' and now() >= e.starts_at and now() < e.ends_at)) then
    raise exception 'Not for whoever may not read their record' using errcode = '42501';
  end if;
  words := access.plain_words(said);
  squeezed := translate(lower(ext.unaccent(normalize(said, NFKC))), 'oil', '011');
  return query
  select 'referrer' where exists (select from record.contact_person cp join record.contact c on c.id = cp.contact_id
    where cp.person_id = any (access.same_people(children))
    and (length(trim(access.plain_words(c.referrer_name))) > 4 and position(access.plain_words(c.referrer_name) in words) > 0
      or length(regexp_replace(c.referrer_telephone, '[^0-9]', '', 'g')) >= 7 and squeezed ~
        (access.loosely(right(regexp_replace(c.referrer_telephone, '[^0-9]', '', 'g'), 9)) || '([^0-9]|$)')
      or position(lower(trim(nullif(c.referrer_email, ''))) in lower(said)) > 0)
    and not exists (select from record.person_name n where n.person_id = recipient
      and access.plain_words(n.given || ' ' || n.family) = access.plain_words(c.referrer_name)))
  union all
  select 'other_child' where exists (select from record.person p join record.person_name n on n.person_id = p.id
    where p.id = any (access.around(children)) and not p.id = any (access.same_people(children || recipient))
      and p.date_of_birth > (platform.today() - interval '18 years') and length(n.given) > 2
      and position(access.plain_words(n.given) in words) > 0);

  select coalesce(array_agg(distinct p), '{}') into hidden from access.wall w, unnest(access.same_people(w.protected_ids)) p
    where recipient = any (access.same_people(array[w.from_id])) and now() < w.ends_at;
  if hidden = '{}' then return; end if;
  own := array(select access.plain_words(a.lines) from record.person_address a where a.person_id = recipient);
  own_numbers := array(select right(regexp_replace(k.value, '[^0-9]', '', 'g'), 9) from record.person_contact k where k.person_id = recipient);
  return query
  select 'hidden_address' where exists (select from record.person_address a, access.telling_parts(a.lines) part
      where a.person_id = any (hidden) and access.plain_words(a.lines) <> all (own) and position(part in words) > 0)
    or exists (select from record.person_address a where a.person_id = any (hidden) and access.plain_words(a.lines) <> all (own)
      and length(access.loosely(a.postcode)) > 5 and squeezed ~ ('(^|[^a-z0-9])' || access.loosely(a.postcode) || '([^a-z0-9]|$)'))
  union all
  select 'hidden_contact' where exists (select from record.person_contact k where k.person_id = any (hidden)
    and (k.kind = 'email' and position(lower(trim(k.value)) in lower(said)) > 0
      or k.kind <> 'email' and length(regexp_replace(k.value, '[^0-9]', '', 'g')) >= 7
        and right(regexp_replace(k.value, '[^0-9]', '', 'g'), 9) <> all (own_numbers)
        and squeezed ~ (access.loosely(right(regexp_replace(k.value, '[^0-9]', '', 'g'), 9)) || '([^0-9]|$)')))
  union all
  select 'hidden_place' where exists (select from record.involvement i join record.organisation o on o.id = i.organisation_id
      where i.person_id = any (hidden) and o.kind not in ('council', 'police', 'court', 'probation')
        and (length(trim(access.plain_words(o.name))) > 4 and position(access.plain_words(o.name) in words) > 0
          or exists (select from access.telling_parts(o.address_lines) part where position(part in words) > 0)))
    or exists (select from record.contact_person c where c.person_id = any (hidden) and length(trim(access.plain_words(c.school))) > 4
      and position(access.plain_words(c.school) in words) > 0)
  union all
  select 'hidden_worker' where exists (select from record.involvement i left join record.organisation o on o.id = i.organisation_id
    where i.person_id = any (hidden) and not exists (select from record.involvement mine where mine.person_id = recipient
        and (mine.worker_id = i.worker_id or mine.professional_name = i.professional_name))
      and (o.id is null or o.kind not in ('council', 'police', 'court', 'probation'))
      and length(trim(access.plain_words(i.professional_name))) > 4 and position(access.plain_words(i.professional_name) in words) > 0)
  union all
  -- Compared as sets: a pack of forty pages has twenty thousand runs, and is searched for those of three hundred notes.
  select 'note' where exists (
    select unnest(access.word_runs(access.plain_words(near.body)))
    from (select n.body from record.note n where not recipient = any (n.person_ids)
        and n.person_ids && array(select h from unnest(hidden) h where not h = any (access.same_people(children)))
      order by n.happened_at desc limit 300) near
    intersect select unnest(access.word_runs(words)));
end $$;
select platform.hand_over('access.copy_hits(uuid[], uuid, text)', 'gatekeeper', array['practitioner', 'duty', 'director']);
select platform.for_roles(array['gatekeeper'], 'grant execute on function access.word_runs(text) to %I');

-- The board of who had their time goes from meetings to their clocks.
create index clock_of_sharing on record.clock (trigger_id) where definition_id in ('ICPC_REPORT_FAMILY', 'RCPC_REPORT_FAMILY');
create index clock_of_sharing on history.clock (trigger_id) where definition_id in ('ICPC_REPORT_FAMILY', 'RCPC_REPORT_FAMILY');

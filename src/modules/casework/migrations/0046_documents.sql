-- What holds for documents and letters whatever a page does: a file is released by the scanner's finding alone, a document is
-- withdrawn and never rewritten, a held letter is released by two people, and a sent one stands for good.

-- ---------------------------------------------------------------- documents
-- made_here: a letter that Kith printed itself; nobody else's bytes are in it.
alter table record.document drop constraint document_scan_check;
alter table record.document add constraint document_scan_check
  check (scan in ('not_scanned', 'clean', 'infected', 'made_here'));
alter table record.document add constraint made_here_goes_out check (scan <> 'made_here' or (direction = 'out' and kind = 'letter'));
alter table record.document add constraint withdrawn_says_why
  check ((withdrawn_at is null) = (withdrawn_reason is null) and (withdrawn_reason is null or length(trim(withdrawn_reason)) > 0));

select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.document from %I');
select platform.for_roles(array['practitioner', 'duty'],
  'grant update (kind, title, received_from, dated_on, withdrawn_at, withdrawn_reason) on record.document to %I');
select platform.for_roles(array['practitioner', 'duty'], 'revoke update on record.document_person, record.letter_person from %I');
select platform.policy_for(array['practitioner', 'duty'], $p$create policy comes_unscanned on record.document as restrictive for insert
  to %1$s with check (scan in ('not_scanned', 'made_here') and withdrawn_at is null
    and made_by = (select platform.actor_as(current_user)))$p$);
select platform.policy_for(array['practitioner', 'duty'], 'create policy not_after_withdrawal on record.document as restrictive
  for update to %1$s using (withdrawn_at is null) with check (true)');

-- Tells the uploader, and those who answer for each child, of a harmful file. The scanner's job knows the document's id and
-- nothing of whom it is about.
select platform.for_roles(array['gatekeeper'], 'grant select (id, person_ids, made_by, scan) on record.document to %I');
select platform.policy_for(array['gatekeeper'], 'create policy tells_of_harm on record.document for select to %1$s using (true)');
create function access.tell_of_infection(document uuid) returns void language sql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into app.notice (worker_id, kind, path, subject_id, made_by)
  select distinct on (told.worker_id) told.worker_id, 'file_infected', '/people/' || told.person_id || '/documents/' || document,
    told.person_id, platform.actor()
  from (
    select d.made_by as worker_id, p.id as person_id, p.place from record.document d, unnest(d.person_ids) with ordinality p (id, place)
      where d.id = document and d.scan = 'infected' and d.made_by is not null
    union all
    select manager, p.id, p.place from record.document d, unnest(d.person_ids) with ordinality p (id, place),
      access.answerable(p.id) manager
      where d.id = document and d.scan = 'infected'
        -- never past a named list: its members are told where nobody else may know
        and not exists (select from access.restriction r where r.subject_id = any (d.person_ids)
          and now() >= r.starts_at and now() < r.ends_at
          and not exists (select from access.restriction_member m where m.restriction_id = r.id and m.actor_id = manager))
  ) told
  order by told.worker_id, told.place
$$;
select platform.hand_over('access.tell_of_infection(uuid)', 'gatekeeper', array['courier']);

-- ---------------------------------------------------------------- where organisations are written to
alter table record.organisation add column address_lines text, add column postcode text;
alter table history.organisation add column address_lines text, add column postcode text;
select platform.write_history('organisation', null);

-- ---------------------------------------------------------------- letters
select platform.policy_for(array['practitioner', 'duty'], $p$create policy begins_as_draft on record.letter as restrictive for insert
  to %1$s with check (status = 'draft' and released_by = '{}' and document_id is null
    and made_by = (select platform.actor_as(current_user)))$p$);

create function access.keep_letter() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.status in ('sent', 'stopped') then
    raise exception 'A letter that was sent or stopped is never changed' using errcode = '23514', constraint = 'letter_stands';
  end if;
  if new.person_ids <> old.person_ids or new.recipient_person_id is distinct from old.recipient_person_id
    or new.recipient_organisation_id is distinct from old.recipient_organisation_id
    or new.recipient_involvement_id is distinct from old.recipient_involvement_id then
    raise exception 'A letter keeps its recipient' using errcode = '23514', constraint = 'letter_recipient';
  end if;
  if new.released_by <> old.released_by and new.released_by <> '{}' and (
    new.released_by <> old.released_by || platform.actor() or platform.actor() = any (old.released_by)) then
    raise exception 'Each of two people releases a letter for themself' using errcode = '23514', constraint = 'letter_release';
  end if;
  if new.status in ('ready', 'sent') and new.held_because is not null and cardinality(new.released_by) < 2 then
    raise exception 'A held letter waits for two people' using errcode = '23514', constraint = 'letter_held';
  end if;
  if new.status = 'sent' and old.status <> 'ready' then
    raise exception 'A letter is made ready before it is sent' using errcode = '23514', constraint = 'letter_ready';
  end if;
  return new;
end $$;
create trigger a_keep_letter before update on record.letter for each row execute function access.keep_letter();

-- ---------------------------------------------------------------- protected addresses
-- Text as it is compared: small letters, no accents, no apostrophes or hidden characters, words in their short form, single
-- spaces, one space before and after.
create function access.plain_words(said text) returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select regexp_replace(' ' || coalesce(string_agg(case word
      when 'street' then 'st' when 'road' then 'rd' when 'avenue' then 'ave' when 'av' then 'ave' when 'lane' then 'ln'
      when 'close' then 'cl' when 'drive' then 'dr' when 'court' then 'ct' when 'crescent' then 'cres' when 'gardens' then 'gdns'
      when 'place' then 'pl' when 'square' then 'sq' when 'terrace' then 'ter' when 'grove' then 'gr' when 'saint' then 'st'
      when 'apartment' then 'flat' when 'apt' then 'flat' when 'no' then '' when 'number' then '' else word end, ' ' order by place), '')
    || ' ', ' +', ' ', 'g')
  from regexp_split_to_table(trim(regexp_replace(
    lower(ext.unaccent(regexp_replace(normalize(said, NFKC), '[''’‘`´\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]', '', 'g'))),
    '[^a-z0-9]+', ' ', 'g')), ' ') with ordinality w (word, place)
$$;

-- The pieces of an address any of which, alone, tells where it is: a line with a number and a name, a line that names a street
-- or building, and each of these without its number. A town alone does not, unless it is all there is.
create function access.telling_parts(lines text) returns setof text language sql stable set search_path = pg_catalog, pg_temp as $$
  with part as (
    select access.plain_words(p) as words, place, count(*) over () as parts
    from regexp_split_to_table(lines, E'[\\n,;]+') with ordinality s (p, place) where trim(p) <> ''),
  telling as (
    select words, regexp_replace(words, '^ ((flat|unit|room|floor|suite) )?([0-9]+[a-z]?|[a-z]) (([0-9]+[a-z]?|[a-z]) )?', ' ') as unnumbered
    from part
    where words ~ '[a-z]{3}' and words !~ '^ (flat|unit|room|floor|suite) [a-z0-9]+ $'
      and (words ~ '[0-9]' or place = 1
        or words ~ ' (st|rd|ave|ln|cl|dr|ct|cres|gdns|pl|sq|ter|way|hill|green|row|walk|mews|gr|park|rise|view|house|lodge|cottage|cottages|farm|hall|refuge|hostel|centre|buildings|villas|wharf|yard|parade) $'))
  select words from telling union select unnumbered from telling where length(trim(unnumbered)) >= 5 and unnumbered ~ '[a-z]{4}'
$$;

-- Characters one after another with at most two others that are neither letters nor digits between: "zz99 1al" in "Z Z 9 9-1AL".
create function access.loosely(code text) returns text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select string_agg(letter, '[^a-z0-9]{0,2}' order by place)
  from regexp_split_to_table(translate(lower(regexp_replace(code, '[^A-Za-z0-9]', '', 'g')), 'oil', '011'), '')
    with ordinality l (letter, place)
$$;

-- What of a letter's text would tell a protected address or an unsafe way to reach somebody: of anyone of the families of those
-- whom the letter is about, of their relations, and of anyone whom it names. Never what the recipient's own record says of the
-- recipient: they know it. Asked past the policies of addresses, since whoever writes may not know them; it answers only those
-- who may write of everyone in the letter, with what kind of thing was met and, where they may know of the person, of whom.
select platform.for_roles(array['gatekeeper'], 'grant select (person_id, lines, postcode, is_confidential, started_on, ended_on)
  on record.person_address to %I');
select platform.for_roles(array['gatekeeper'], 'grant select (person_id, kind, value, is_safe) on record.person_contact to %I');
select platform.for_roles(array['gatekeeper'], 'grant select (person_id, given, family) on record.person_name to %I');
do $$ declare t text; begin
  foreach t in array array['person_address', 'person_contact', 'person_name'] loop
    perform platform.policy_for(array['gatekeeper'], format('create policy keeps_safe on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;
select platform.for_roles(array['gatekeeper'], 'grant usage on schema search to %I');
select platform.for_roles(array['gatekeeper'], 'grant select (person_id, part, is_family, known_to) on search.name_part to %I');
select platform.for_roles(array['gatekeeper'], 'grant execute on function search.fold(text) to %I');
select platform.policy_for(array['gatekeeper'], 'create policy keeps_safe on search.name_part for select to %1$s using (true)');
create index person_address_confidential on record.person_address (person_id) where is_confidential;
create index person_contact_unsafe on record.person_contact (person_id) where not is_safe;

create function access.protected_hits(about uuid[], recipient uuid, said text) returns table (person_id uuid, kind text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  acting uuid := access.working_actor(current_setting('role', true));
  words text; squeezed text;
begin
  if acting is null or cardinality(about) = 0 or exists (select from unnest(about) a (id) where not exists (
    select from access.entry e where e.actor_id = acting and e.subject_id = a.id
      and (e.data_class = 'B1' and e.may_write or e.data_class = 'B2' -- plans by their leads; whoever reads an assessment prints a copy
        or e.data_class = 'B2S' and e.reason = 'team') -- letters by support (0061)
      and now() >= e.starts_at and now() < e.ends_at)) then
    raise exception 'Not for whoever may not read their record' using errcode = '42501';
  end if;
  words := access.plain_words(said);
  squeezed := translate(lower(ext.unaccent(normalize(said, NFKC))), 'oil', '011');
  return query
  -- Whoever is named, by the words of the text and not by the names of everybody who is protected: as many as the text has.
  with named as materialized (
    select p.person_id from search.name_part p
    where p.part = any (array(select distinct word from unnest(string_to_array(search.fold(said), ' ') || string_to_array(words, ' ')) w (word) where word <> ''))
      and p.known_to = 'infinity'
    group by p.person_id having bool_or(p.is_family) and bool_or(not p.is_family)
  ), guarded as materialized (
    select n.person_id from named n -- one by one: those who are protected are many more than those who are named
    where (select true from record.person_address a where a.person_id = n.person_id and a.is_confidential limit 1)
      or (select true from record.person_contact c where c.person_id = n.person_id and not c.is_safe limit 1)
  ), concerned as materialized (
    select unnest(about) as id
    union select other.person_id from record.family_member mine join record.family_member other on other.family_id = mine.family_id
      where mine.person_id = any (about)
    union select r.other_id from record.relationship r where r.person_id = any (about)
    union select r.person_id from record.relationship r where r.other_id = any (about)
    union select g.person_id from guarded g join record.person_name n on n.person_id = g.person_id
      where length(trim(access.plain_words(n.given || ' ' || n.family))) > 4
        and position(access.plain_words(n.given || ' ' || n.family) in words) > 0
  ), own as (
    select access.plain_words(a.lines) as lines from record.person_address a where a.person_id = recipient
  ), met as (
    select a.person_id, case when position(part in words) > 0 then 'address' end as kind
    from concerned c cross join lateral (select h.person_id, h.lines, h.postcode from record.person_address h where h.person_id = c.id and h.is_confidential offset 0) a,
      access.telling_parts(a.lines) part
    where a.person_id is distinct from recipient
      and access.plain_words(a.lines) not in (select lines from own)
    union all
    select a.person_id, case when squeezed ~ ('(^|[^a-z0-9])' || access.loosely(a.postcode) || '([^a-z0-9]|$)') then 'postcode' end
    from concerned c cross join lateral (select h.person_id, h.lines, h.postcode from record.person_address h where h.person_id = c.id and h.is_confidential offset 0) a
    where a.person_id is distinct from recipient and length(access.loosely(a.postcode)) > 5
      and access.plain_words(a.lines) not in (select lines from own)
    union all
    select k.person_id, case
        when k.kind = 'email' and position(lower(trim(k.value)) in lower(said)) > 0 then 'email'
        when k.kind <> 'email' and length(regexp_replace(k.value, '[^0-9]', '', 'g')) >= 7 and squeezed ~
          (access.loosely(right(regexp_replace(k.value, '[^0-9]', '', 'g'), 9)) || '([^0-9]|$)') then 'telephone' end
    from concerned c cross join lateral (select h.person_id, h.kind, h.value from record.person_contact h where h.person_id = c.id and not h.is_safe offset 0) k
    where k.person_id is distinct from recipient
  )
  select case when exists (select from access.entry e where e.actor_id = acting and e.subject_id = m.person_id
      and e.data_class = 'A2' and now() >= e.starts_at and now() < e.ends_at)
      and not m.person_id = any (access.sealed_from_me()) then m.person_id end, m.kind
  from (select distinct met.person_id, met.kind from met where met.kind is not null) m; -- each hidden person counts
end $$;
select platform.hand_over('access.protected_hits(uuid[], uuid, text)', 'gatekeeper', array['practitioner', 'duty', 'director']);
do $$ declare f text; begin
  foreach f in array array['plain_words(text)', 'telling_parts(text)', 'loosely(text)'] loop
    perform platform.for_roles(array['gatekeeper'], format('grant execute on function access.%s to %%I', f));
  end loop;
end $$;
-- A file stays while a row names it: the nightly cleaning of orphans asks which names are in use, of past rows too.
select platform.for_roles(array['courier'], 'grant select (stored_key) on history.document to %I');
select platform.policy_for(array['courier'], 'create policy keeps_files on history.document for select to %1$s
  using ((select platform.actor_as(current_user)) is not null)');

-- Who sends a letter and who changes its recipient's address wait for each other (lock 7317, by person): whichever comes second
-- sees what the first did. Loads of whole records are told before anybody writes letters.
create function access.hold_letters() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('role', true) not in (platform.role_name('storyteller')::text, platform.role_name('importer')::text) then
    perform pg_advisory_xact_lock(hashtextextended(new.person_id::text, 7317));
  end if;
  return new;
end $$;
create trigger a_hold_letters before insert or update on record.person_address for each row execute function access.hold_letters();

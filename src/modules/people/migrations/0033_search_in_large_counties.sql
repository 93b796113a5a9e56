-- Finding people costs the same in a county of any size. A word is compared with the words that names are made of, each
-- once, instead of with every name; of the names that hold such words a bounded number is looked at; and for somebody who
-- does not see the whole authority only those whom the answer could name: their own people, and who was born that day.

-- Every word of a name, once. A word stays when the last name that held it is gone: it tells of nobody.
create table search.word (
  part text primary key,
  sound text not null,
  other_sound text not null
);
create index word_part on search.word (part text_pattern_ops);
create index word_sound on search.word (sound);
create index word_other_sound on search.word (other_sound);
create index word_letters on search.word using gin (part ext.gin_trgm_ops);
alter table search.word enable row level security;
alter table search.word force row level security;
select platform.for_roles(array['searcher'], 'grant select, insert on search.word to %I');
select platform.policy_for(array['searcher'],
  'create policy keeps on search.word for all to %1$s using (true) with check (true)');
select platform.for_roles(array['backup'], 'grant select on search.word to %I');
select platform.policy_for(array['backup'], 'create policy reads on search.word for select to %1$s using (true)');

-- In the order of the words, so that two transactions with the same new ones wait for each other and never both.
create function search.keep_words() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into search.word (part, sound, other_sound)
  select distinct on (k.part) k.part, k.sound, k.other_sound from kept k order by k.part
  on conflict do nothing;
  return null;
end $$;
create trigger keep_words after insert on search.name_part referencing new table as kept
  for each statement execute function search.keep_words();

do $$
declare
  searcher name := platform.role_name('searcher');
  mine text := current_setting('role');
begin
  perform set_config('role', searcher, true);
  insert into search.word (part, sound, other_sound)
    select distinct on (p.part) p.part, p.sound, p.other_sound from search.name_part p order by p.part;
  drop function search.find_people(text, date, date, text[], text, timestamptz, text);
  drop function search.matching(text[], date, date, text[], text, boolean, timestamptz, uuid);
  drop function search.named(text[], timestamptz);
  drop function search.resembling(text, timestamptz);
  drop function search.living(text, text, timestamptz, uuid);
  perform set_config('role', mine, true);
end $$;

-- ---------------------------------------------------------------- the ways to match
-- at: keys known at this instant. among: only these people; null: everyone, of whom a bounded number of names is looked
-- at, the likest words first. is_firm: good enough to name somebody outside one's work, given the date of birth.

-- What each token may mean: it is the word, a name used for it, sounds like it or begins it.
create function search.meant(tokens text[])
  returns table (place integer, part text, given_only boolean, weight real, firm boolean) language sql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  with token as materialized (
    select t.word, t.place::integer, ext.dmetaphone(t.word) as sound, ext.dmetaphone_alt(t.word) as other_sound
    from unnest(tokens) with ordinality t (word, place)
  ),
  hit as (
    select t.place, t.word as part, false as given_only, 4::real as weight, true as firm from token t
    union all
    select t.place, n.also, true, 3, true from token t join search.nickname n on n.name = t.word
    union all
    select t.place, w.part, false, 2 + ext.similarity(w.part, t.word), false
    from token t join search.word w on w.part ~>=~ t.word and w.part ~<~ (t.word || chr(1114111)) where length(t.word) > 1
    union all
    select t.place, w.part, false, 1 + ext.similarity(w.part, t.word), length(t.sound) > 2 or ext.similarity(w.part, t.word) >= 0.3
    from token t join search.word w on w.sound = t.sound where t.sound <> ''
    union all -- the other sounds: Smith is near Schmidt
    select t.place, w.part, false, 1 + ext.similarity(w.part, t.word), length(t.sound) > 2
    from token t join search.word w on w.other_sound = t.sound where t.sound <> ''
    union all
    select t.place, w.part, false, 1 + ext.similarity(w.part, t.word), length(t.other_sound) > 2
    from token t join search.word w on w.sound = t.other_sound
    where t.other_sound <> '' and t.other_sound <> t.sound
  )
  select h.place, h.part, h.given_only, max(h.weight), bool_or(h.firm) from hit h group by h.place, h.part, h.given_only
$$;

-- First stage: a name in which every token is meant by some word, in any order. Of everyone's, the names are looked at
-- that hold the rarest token.
create function search.named(tokens text[], at timestamptz, among uuid[])
  returns table (person_id uuid, rank real, is_firm boolean) language sql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  with meant as materialized (select * from search.meant(tokens)),
  rarest as materialized (
    select t.place from generate_series(1, cardinality(tokens)) t (place)
    cross join lateral (select count(*) as names from (select from meant m join search.name_part p on p.part = m.part
      where m.place = t.place and cardinality(tokens) > 1 limit 5000) looked_at) held
    where among is null order by held.names, t.place limit 1
  ),
  likely as (
    select k.source_id from unnest(among) a (person_id) cross join lateral (select k.source_id from search.name_key k
      where k.person_id = a.person_id and k.known_from <= at and k.known_to > at offset 0) k
    union
    (select p.source_id from (select m.part from meant m where m.place = (select r.place from rarest r)
        group by m.part order by max(m.weight) desc) m
      cross join lateral (select p.source_id from search.name_part p
        where p.part = m.part and p.known_from <= at and p.known_to > at limit 5000) p limit 5000)
  ),
  best as (
    select p.person_id, p.source_id, m.place, max(m.weight) as weight, bool_or(m.firm) as firm,
      bool_or(m.firm and p.is_family) as firm_family, bool_or(m.firm and not p.is_family) as firm_given
    from likely l cross join lateral (select * from search.name_part p
        where p.source_id = l.source_id and p.known_from <= at and p.known_to > at offset 0) p
      join meant m on m.part = p.part and not (m.given_only and p.is_family)
    group by p.person_id, p.source_id, m.place
  ),
  whole as (
    select b.person_id, sum(b.weight) / cardinality(tokens) as rank,
      count(*) > 1 and bool_and(b.firm) and bool_or(b.firm_family) and bool_or(b.firm_given) as firm
    from best b group by b.person_id, b.source_id having count(*) = cardinality(tokens)
  )
  select w.person_id, max(w.rank)::real, bool_or(w.firm) from whole w group by w.person_id
$$;

-- Second stage, when the first found few: names that look alike. Of everyone's, for each token (and all of them joined) the
-- names with the words most like it.
create function search.resembling(tokens text[], at timestamptz, among uuid[]) returns table (person_id uuid, rank real)
  language plpgsql stable set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  folded text := array_to_string(tokens, ' ');
  looked_at uuid[];
begin
  perform set_config('pg_trgm.similarity_threshold', '0.3', true);
  if among is null then
    looked_at := array(
      select p.source_id from (select distinct t from unnest(tokens || array_to_string(tokens, '')) t) token (word)
      cross join lateral (
        select p.source_id from (select w.part from search.word w where w.part operator(ext.%) token.word
            order by ext.similarity(w.part, token.word) desc, w.part limit 50) w
          cross join lateral (select p.source_id from search.name_part p
            where p.part = w.part and p.known_from <= at and p.known_to > at limit 500) p
        limit 500) p);
  end if;
  return query
    with likely as (
      select k.person_id, k.whole from unnest(among) a (person_id) cross join lateral (select * from search.name_key k
        where k.person_id = a.person_id and k.known_from <= at and k.known_to > at offset 0) k
      union
      select k.person_id, k.whole from unnest(looked_at) a (source_id) cross join lateral (select * from search.name_key k
        where k.source_id = a.source_id and k.known_from <= at and k.known_to > at offset 0) k
    ),
    likeness as (
      select l.person_id, ext.similarity(l.whole, folded) as whole, ext.word_similarity(folded, l.whole) as inside from likely l
    )
    select l.person_id, max(greatest(l.whole, l.inside * 0.9))::real from likeness l
    where l.whole >= 0.4::real or l.inside >= 0.5::real group by l.person_id;
end $$;

-- Where somebody lives or lived. A confidential address matches only for those who hold its safety data (C3).
create function search.living(folded text, code text, at timestamptz, acting uuid, among uuid[])
  returns table (person_id uuid, rank real) language sql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  select a.person_id, max(case when code <> '' then 2.5 else 1.5 end)::real
  from (
    select * from search.address_key where among is null and code <> '' and postcode ~>=~ code and postcode ~<~ (code || chr(1114111))
    union all
    select * from search.address_key where among is null and code = '' and length(folded) > 3
      and words like '%' || replace(replace(folded, '%', ''), '_', '') || '%'
    union all
    select k.* from unnest(among) p (person_id)
      cross join lateral (select * from search.address_key where address_key.person_id = p.person_id offset 0) k
    where case when code <> '' then starts_with(k.postcode, code)
      else length(folded) > 3 and position(replace(replace(folded, '%', ''), '_', '') in k.words) > 0 end
  ) a
  where a.known_from <= at and a.known_to > at
    and (not a.is_confidential or exists (select from access.entry e where e.actor_id = acting
      and e.subject_id = a.person_id and e.data_class = 'C3' and now() >= e.starts_at and now() < e.ends_at))
  group by a.person_id
$$;

-- Who may have been born within these days. A date known to the month or year begins with it.
create function search.born_within(first date, last date, at timestamptz) returns table (person_id uuid)
  language sql stable set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  select b.person_id from search.birth_key b
  where b.born_from between first and last and b.known_from <= at and b.known_to > at
  union all
  select b.person_id from search.birth_key b
  where b.born_from = any (array[date_trunc('month', first)::date, date_trunc('year', first)::date])
    and b.born_from < first and b.born_to >= first and b.known_from <= at and b.known_to > at
$$;

-- Every match with what is known of the birth; is_strong is the rule of the decision record.
create function search.matching(tokens text[], born_first date, born_last date, numbers text[], code text, loosely boolean,
                                at timestamptz, acting uuid, among uuid[])
  returns table (person_id uuid, rank real, is_strong boolean) language sql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  with
  lived as materialized (select * from search.living(array_to_string(tokens, ' '), code, at, acting, among) where not loosely),
  found as (
    select n.person_id, n.rank, n.is_firm from search.named(tokens, at, among) n
      where cardinality(tokens) > 0 and not loosely and (code = '' or n.person_id in (select l.person_id from lived l))
    union all
    select r.person_id, r.rank, false from search.resembling(tokens, at, among) r
      where cardinality(tokens) > 0 and loosely and code = ''
    union all
    select l.person_id, l.rank, false from lived l where code = '' or cardinality(tokens) = 0
  ),
  born as (
    select f.person_id, f.rank + case when born_first is null then 0 else 2 end as rank,
      f.is_firm and born_first = born_last and b.is_born and b.born_from = b.born_to as is_strong
    from found f cross join lateral (select * from search.birth_key b
      where b.person_id = f.person_id and b.known_from <= at and b.known_to > at offset 0) b
    where born_first is null or (b.born_from <= born_last and b.born_to >= born_first)
    union all
    select b.person_id, 2, false from search.born_within(born_first, born_last, at) b
    where among is null and cardinality(tokens) = 0 and code = '' and cardinality(numbers) = 0 and not loosely
    union all
    select b.person_id, 2, false from unnest(among) a (person_id) cross join lateral (select * from search.birth_key b
      where b.person_id = a.person_id and b.known_from <= at and b.known_to > at offset 0) b
    where cardinality(tokens) = 0 and code = '' and cardinality(numbers) = 0 and not loosely
      and b.born_from <= born_last and b.born_to >= born_first
    union all
    select i.person_id, 10, true from search.identifier_key i
    where i.value = any (numbers) and i.known_from <= at and i.known_to > at and not loosely
  )
  select person_id, max(rank)::real, coalesce(bool_or(is_strong), false) from born group by person_id
$$;

-- Whom an answer could name at all: who does not see the whole authority is answered their own people (at most 5,000 are
-- looked through one by one) and strong matches, which share the date of birth; who does, people born within the days asked
-- for when those are few. Null: everyone. Numbers find by themselves.
create function search.answerable(acting uuid, roams boolean, born_first date, born_last date, at timestamptz) returns uuid[]
  language plpgsql stable set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  own uuid[] := case when roams then '{}'::uuid[] else array(select distinct e.subject_id from access.entry e
    where e.actor_id = acting and e.data_class = 'A2' and now() >= e.starts_at and now() < e.ends_at limit 5001) end;
  born uuid[] := case when roams or born_first = born_last then array(
    select b.person_id from search.born_within(born_first, born_last, at) b limit 5001) end;
begin
  if cardinality(own) > 5000 or cardinality(born) > 5000 or roams and born_first is null then return null; end if;
  return own || born;
end $$;

-- Finds people. Answers ids only; names and addresses are then read under row-level security.
--   words          names or an address, as typed; may be empty
--   born_first, born_last   days that the date of birth may be; null: not asked
--   numbers        full identifiers, capitals and digits only
--   code           a postcode or its beginning, capitals and digits only; empty: not asked
--   instant        known at; null: now
--   how            what met the restricted person, for the note: search, import, new_person
-- Rows: at most 500, best first. held: the caller may see identity and involvement (A2). Others come only when they
-- match strongly, and never when restricted: then their named list is told, and the caller sees nothing of it.
create function search.find_people(words text, born_first date, born_last date, numbers text[], code text,
                                   instant timestamptz, how text default 'search')
  returns table (person_id uuid, rank real, held boolean) language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  acting uuid := platform.actor();
  acting_role text := current_setting('role', true);
  roams boolean := access.roaming_actor(acting_role) is not null;
  sealed uuid[] := access.sealed_from_me();
  at timestamptz := coalesce(instant, '9999-01-01');
  tokens text[] := array(select w from unnest(string_to_array(search.fold(words), ' ')) with ordinality t (w, place)
                         where w <> '' order by place limit 8);
  ids uuid[]; ranks real[]; mine boolean[]; met uuid[] := '{}';
  among uuid[];
  loosely boolean;
begin
  if acting is null then return; end if;
  if acting_role <> platform.role_name('importer') and access.working_actor(acting_role) is null then return; end if; -- a leaver
  if exists (select from unnest(tokens) w where length(w) > 1) then
    tokens := array(select w from unnest(tokens) with ordinality t (w, place) where length(w) > 1 or w ~ '[0-9]' order by place);
  end if;
  if acting_role = platform.role_name('data_quality') then -- sees codes and dates: finds by numbers only
    tokens := '{}'; code := ''; born_first := null; born_last := null;
  end if;
  among := search.answerable(acting, roams, case when roams or cardinality(tokens) > 0 then born_first end, born_last, at);
  foreach loosely in array array[false, true] loop
    exit when loosely and (cardinality(tokens) = 0 or cardinality(ids) >= 5);
    with answer as (
      select m.person_id, m.rank, m.is_strong, m.person_id = any (sealed) as is_sealed,
        roams and not m.person_id = any (sealed) or exists (
          select from access.entry e where e.actor_id = acting and e.subject_id = m.person_id and e.data_class = 'A2'
            and now() >= e.starts_at and now() < e.ends_at) as is_mine
      from search.matching(tokens, born_first, born_last, numbers, code, loosely, at, acting, among) m
    )
    select ids || array_agg(a.person_id order by a.person_id) filter (where a.is_mine or a.is_strong and not a.is_sealed),
      ranks || array_agg(a.rank order by a.person_id) filter (where a.is_mine or a.is_strong and not a.is_sealed),
      mine || array_agg(a.is_mine order by a.person_id) filter (where a.is_mine or a.is_strong and not a.is_sealed),
      met || coalesce(array_agg(a.person_id) filter (where a.is_sealed and a.is_strong and not a.is_mine), '{}')
    into ids, ranks, mine, met from answer a;
  end loop;
  if cardinality(met) > 0 then perform access.tell_list(met, how); end if;
  return query select f.id, max(f.r), bool_or(f.m) from unnest(ids, ranks, mine) f (id, r, m)
    group by f.id order by 3 desc, 2 desc, 1 limit 500;
end $$;

do $$ declare f text; begin
  foreach f in array array['search.meant(text[])', 'search.named(text[], timestamptz, uuid[])',
    'search.resembling(text[], timestamptz, uuid[])', 'search.living(text, text, timestamptz, uuid, uuid[])',
    'search.born_within(date, date, timestamptz)', 'search.matching(text[], date, date, text[], text, boolean, timestamptz, uuid, uuid[])',
    'search.answerable(uuid, boolean, date, date, timestamptz)'] loop
    perform platform.hand_over(f, 'searcher');
  end loop;
  perform platform.hand_over('search.find_people(text, date, date, text[], text, timestamptz, text)', 'searcher',
    array['practitioner', 'duty', 'director', 'data_quality', 'importer']);
end $$;

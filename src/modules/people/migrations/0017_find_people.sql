-- The one function that finds people, its parts, and who is told when it meets a restricted person. Every part runs as
-- the searcher and is granted to nobody else. docs/adr/0005-search-outside-ones-work.md says why it answers as it does.

-- What a person typed, kept for a day so that the address of the results holds an id and never a name.
create table app.search_text (
  id uuid primary key,
  actor_id uuid not null,
  words text not null check (length(words) <= 200),
  made_at timestamptz not null default now()
);
create index search_text_actor on app.search_text (actor_id, made_at);
alter table app.search_text enable row level security;
alter table app.search_text force row level security;
select platform.for_roles(platform.user_classes(), 'grant select, insert, delete on app.search_text to %I');
select platform.policy_for(platform.user_classes(), 'create policy own on app.search_text for all to %1$s
  using (actor_id = (select platform.actor_as(current_user)))
  with check (actor_id = (select platform.actor_as(current_user)))');
select platform.for_roles(array['backup'], 'grant select on app.search_text to %I');
select platform.policy_for(array['backup'], 'create policy reads on app.search_text for select to %1$s using (true)');

-- ---------------------------------------------------------------- telling the named list
select platform.for_roles(array['gatekeeper'], 'grant insert on app.notice to %I');
select platform.for_roles(array['gatekeeper'], 'grant select on app.notice to %I');
select platform.policy_for(array['gatekeeper'], 'create policy tells_list on app.notice for insert to %1$s with check (true)');
select platform.policy_for(array['gatekeeper'], 'create policy tells_list_once on app.notice for select to %1$s
  using (kind = ''restricted_match'')');

-- Notes each match and tells each member of the list, at most once an hour for the same person acting.
create function access.tell_list(subjects uuid[], how text) returns void language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.restricted_match (subject_id, actor_id, how) select distinct s, platform.actor(), how from unnest(subjects) s;
  insert into app.notice (worker_id, kind, path, subject_id, made_by)
  select distinct m.actor_id, 'restricted_match', '/people/' || r.subject_id, r.subject_id, platform.actor()
  from access.restriction r join access.restriction_member m on m.restriction_id = r.id
  where r.subject_id = any (subjects) and now() >= r.starts_at and now() < r.ends_at
    and not exists (select from app.notice n where n.worker_id = m.actor_id and n.kind = 'restricted_match'
      and n.subject_id = r.subject_id and n.made_by is not distinct from platform.actor()
      and n.made_at > now() - interval '1 hour');
end $$;
select platform.hand_over('access.tell_list(uuid[], text)', 'gatekeeper', array['searcher']);

-- ---------------------------------------------------------------- the ways to match
-- None reads a table of keys from end to end: the likeness of two words is dearer than the planner believes.
-- at: keys known at this instant. is_firm: good enough to name somebody outside one's work, given the date of birth.

-- First stage: each word is a word of the name, a name used for it, sounds like it or begins it; in any order.
create function search.named(tokens text[], at timestamptz)
  returns table (person_id uuid, rank real, is_firm boolean) language sql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  with token as materialized (
    select t.word, t.place, ext.dmetaphone(t.word) as sound, ext.dmetaphone_alt(t.word) as other_sound
    from unnest(tokens) with ordinality t (word, place)
  ),
  hit as (
    select p.*, t.place, 4::real as weight, true as firm from token t join search.name_part p on p.part = t.word
    union all
    select p.*, t.place, 3, true from token t join search.nickname n on n.name = t.word
      join search.name_part p on p.part = n.also and not p.is_family
    union all
    select p.*, t.place, 2 + ext.similarity(p.part, t.word), false
    from token t join search.name_part p on p.part ~>=~ t.word and p.part ~<~ (t.word || chr(1114111)) where length(t.word) > 1
    union all
    select p.*, t.place, 1 + ext.similarity(p.part, t.word), length(t.sound) > 2 or ext.similarity(p.part, t.word) >= 0.3
    from token t join search.name_part p on p.sound = t.sound where t.sound <> ''
    union all -- the other sounds: Smith is near Schmidt
    select p.*, t.place, 1 + ext.similarity(p.part, t.word), length(t.sound) > 2
    from token t join search.name_part p on p.other_sound = t.sound where t.sound <> ''
    union all
    select p.*, t.place, 1 + ext.similarity(p.part, t.word), length(t.other_sound) > 2
    from token t join search.name_part p on p.sound = t.other_sound
    where t.other_sound <> '' and t.other_sound <> t.sound
  ),
  best as (
    select h.person_id, h.source_id, h.place, max(h.weight) as weight, bool_or(h.firm) as firm,
      bool_or(h.firm and h.is_family) as firm_family, bool_or(h.firm and not h.is_family) as firm_given
    from hit h where h.known_from <= at and h.known_to > at
    group by h.person_id, h.source_id, h.place
  ),
  whole as (
    select b.person_id, sum(b.weight) / cardinality(tokens) as rank,
      count(*) > 1 and bool_and(b.firm) and bool_or(b.firm_family) and bool_or(b.firm_given) as firm
    from best b group by b.person_id, b.source_id having count(*) = cardinality(tokens)
  )
  select w.person_id, max(w.rank)::real, bool_or(w.firm) from whole w group by w.person_id
$$;

-- Second stage, when the first found few: names that look alike.
create function search.resembling(folded text, at timestamptz) returns table (person_id uuid, rank real)
  language plpgsql stable set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
begin
  perform set_config('pg_trgm.similarity_threshold', '0.4', true),
          set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  return query select k.person_id,
      max(greatest(ext.similarity(k.whole, folded), ext.word_similarity(folded, k.whole) * 0.9))::real
    from search.name_key k
    where (k.whole operator(ext.%) folded or k.whole operator(ext.%>) folded) and k.known_from <= at and k.known_to > at
    group by k.person_id;
end $$;

-- Where somebody lives or lived. A confidential address matches only for those who hold its safety data (C3).
create function search.living(folded text, code text, at timestamptz, acting uuid)
  returns table (person_id uuid, rank real) language sql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  select a.person_id, max(case when code <> '' then 2.5 else 1.5 end)::real
  from (
    select * from search.address_key where code <> '' and postcode ~>=~ code and postcode ~<~ (code || chr(1114111))
    union all
    select * from search.address_key where code = '' and length(folded) > 3
      and words like '%' || replace(replace(folded, '%', ''), '_', '') || '%'
  ) a
  where a.known_from <= at and a.known_to > at
    and (not a.is_confidential or exists (select from access.entry e where e.actor_id = acting
      and e.subject_id = a.person_id and e.data_class = 'C3' and now() >= e.starts_at and now() < e.ends_at))
  group by a.person_id
$$;

-- Every match with what is known of the birth; is_strong is the rule of the decision record.
create function search.matching(tokens text[], born_first date, born_last date, numbers text[], code text, loosely boolean,
                                at timestamptz, acting uuid)
  returns table (person_id uuid, rank real, is_strong boolean) language sql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  with
  lived as materialized (select * from search.living(array_to_string(tokens, ' '), code, at, acting) where not loosely),
  found as (
    select n.person_id, n.rank, n.is_firm from search.named(tokens, at) n
      where cardinality(tokens) > 0 and not loosely and (code = '' or n.person_id in (select l.person_id from lived l))
    union all
    select r.person_id, r.rank, false from search.resembling(array_to_string(tokens, ' '), at) r
      where cardinality(tokens) > 0 and loosely and code = ''
    union all
    select l.person_id, l.rank, false from lived l where code = '' or cardinality(tokens) = 0
  ),
  born as (
    select f.person_id, f.rank + case when born_first is null then 0 else 2 end as rank,
      f.is_firm and born_first = born_last and b.is_born and b.born_from = b.born_to as is_strong
    from found f join search.birth_key b on b.person_id = f.person_id and b.known_from <= at and b.known_to > at
    where born_first is null or (b.born_from <= born_last and b.born_to >= born_first)
    union all
    select b.person_id, 2, false from search.birth_key b
    where cardinality(tokens) = 0 and code = '' and cardinality(numbers) = 0 and not loosely
      and b.born_from between born_first - 366 and born_last and b.born_to >= born_first
      and b.known_from <= at and b.known_to > at
    union all
    select i.person_id, 10, true from search.identifier_key i
    where i.value = any (numbers) and i.known_from <= at and i.known_to > at and not loosely
  )
  select person_id, max(rank)::real, coalesce(bool_or(is_strong), false) from born group by person_id
$$;

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
  foreach loosely in array array[false, true] loop
    exit when loosely and (cardinality(tokens) = 0 or cardinality(ids) >= 5);
    with answer as (
      select m.person_id, m.rank, m.is_strong, m.person_id = any (sealed) as is_sealed,
        roams and not m.person_id = any (sealed) or exists (
          select from access.entry e where e.actor_id = acting and e.subject_id = m.person_id and e.data_class = 'A2'
            and now() >= e.starts_at and now() < e.ends_at) as is_mine
      from search.matching(tokens, born_first, born_last, numbers, code, loosely, at, acting) m
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
  foreach f in array array['search.named(text[], timestamptz)', 'search.resembling(text, timestamptz)',
    'search.living(text, text, timestamptz, uuid)',
    'search.matching(text[], date, date, text[], text, boolean, timestamptz, uuid)'] loop
    perform platform.hand_over(f, 'searcher');
  end loop;
  perform platform.hand_over('search.find_people(text, date, date, text[], text, timestamptz, text)', 'searcher',
    array['practitioner', 'duty', 'director', 'data_quality', 'importer']);
end $$;

-- Initials and year of birth of somebody whom a strong match named: enough to know whom one would ask to open.
create function search.outline(people uuid[]) returns table (person_id uuid, initials text, birth_year integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id,
    coalesce((select string_agg(upper(left(w, 1)), '' order by place)
       from search.name_key k, unnest(string_to_array(k.whole, ' ')) with ordinality t (w, place)
       where k.source_id = (select min(n.source_id::text)::uuid from search.name_key n
                            where n.person_id = p.id and n.known_to = 'infinity')
         and k.known_to = 'infinity'), ''),
    (select extract(year from b.born_from)::integer from search.birth_key b where b.person_id = p.id and b.known_to = 'infinity')
  from unnest(people) p (id)
  where platform.actor() is not null and not p.id = any (access.sealed_from_me())
$$;
select platform.hand_over('search.outline(uuid[])', 'searcher', array['practitioner', 'duty', 'director', 'data_quality']);

-- Which of these people, whom the caller may see, have a present address that the caller may not: it shows as withheld.
create function search.withheld_addresses(people uuid[], instant timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct a.person_id from search.address_key a
  where a.person_id = any (people) and a.is_confidential
    and a.known_from <= coalesce(instant, '9999-01-01') and a.known_to > coalesce(instant, '9999-01-01')
    and (a.ended_on is null or a.ended_on >= platform.today())
    and not exists (select from access.entry e where e.actor_id = platform.actor() and e.subject_id = a.person_id
      and e.data_class = 'C3' and now() >= e.starts_at and now() < e.ends_at)
    and (exists (select from access.entry e where e.actor_id = platform.actor() and e.subject_id = a.person_id
      and e.data_class = 'A2' and now() >= e.starts_at and now() < e.ends_at)
      or access.roaming_actor(current_setting('role', true)) is not null and not a.person_id = any (access.sealed_from_me()))
$$;
select platform.hand_over('search.withheld_addresses(uuid[], timestamptz)', 'searcher',
  array['practitioner', 'duty', 'director', 'data_quality']);

-- Names used for one another in England: the first of each group with every other, and the others among themselves.
do $$ begin execute format('set local role %I', platform.role_name('searcher')); end $$;
insert into search.nickname (name, also)
select distinct a, b from (values
  ('abigail abby abbie gail'),
  ('alexander alex alec al sandy xander sasha'),
  ('alexandra alex alexa sandra lexi lexie sasha'),
  ('alfred alf alfie fred'),
  ('alice ali allie'),
  ('alison ali allie'),
  ('amanda mandy amy'),
  ('amelia amy millie milly'),
  ('andrew andy drew'),
  ('angela angie'),
  ('anthony antony tony ant'),
  ('antonia toni'),
  ('arthur art artie'),
  ('barbara babs barb'),
  ('benjamin ben benny benji'),
  ('bernadette bernie'),
  ('bridget biddy bridie'),
  ('bradley brad'),
  ('cameron cam'),
  ('catherine cath cathy kate katie kitty katherine kathryn kathy'),
  ('charles charlie chas chuck'),
  ('charlotte charlie lottie lotte'),
  ('christina chris chrissie tina'),
  ('christine chris chrissie'),
  ('christopher chris kit'),
  ('clementine clem'),
  ('daniel dan danny'),
  ('danielle dani'),
  ('david dave davey dai'),
  ('deborah debbie debs deb'),
  ('dominic dom'),
  ('donald don donny'),
  ('dorothy dot dotty dolly'),
  ('edward ed eddie ted teddy ned'),
  ('eleanor ellie nell nellie nora elly'),
  ('elizabeth liz lizzie beth betty bess libby eliza elsie liza lisbeth'),
  ('emily em emmie milly'),
  ('emma em emmy'),
  ('evelyn eve evie'),
  ('felicity flick fliss'),
  ('florence flo flossie florrie'),
  ('frances fran frankie fanny'),
  ('francesca fran frankie chess'),
  ('francis frank frankie'),
  ('frederick fred freddie'),
  ('gabriel gabe'),
  ('gabrielle gabby'),
  ('geoffrey geoff jeff jeffrey'),
  ('george georgie'),
  ('georgina georgie gina'),
  ('gerald gerry'),
  ('gregory greg'),
  ('harold harry hal'),
  ('harriet hattie harry'),
  ('henry harry hal hank'),
  ('isabella izzy bella isabel isabelle belle issy'),
  ('jacob jake'),
  ('jacqueline jackie jacqui'),
  ('james jim jimmy jamie jem'),
  ('janet jan'),
  ('jasmine jas jazz'),
  ('jennifer jen jenny'),
  ('jessica jess jessie'),
  ('joanna jo joanne'),
  ('john jack johnny jon'),
  ('jonathan jon jonny'),
  ('joseph joe joey'),
  ('josephine jo josie'),
  ('joshua josh'),
  ('judith judy jude'),
  ('julian jules'),
  ('katherine kate katie kathy kat kitty kath'),
  ('kenneth ken kenny'),
  ('kimberley kim'),
  ('laurence larry laurie lawrence'),
  ('leonard len lenny leo'),
  ('lewis lou louis'),
  ('lillian lily lil'),
  ('louise lou'),
  ('lucinda lucy cindy'),
  ('madeleine maddie maddy'),
  ('magdalena magda lena'),
  ('margaret maggie meg peggy mags margie greta daisy rita'),
  ('martin marty'),
  ('mary molly polly mae'),
  ('matilda tilly mattie'),
  ('matthew matt matty'),
  ('maximilian max'),
  ('megan meg'),
  ('melanie mel'),
  ('melissa mel lissa'),
  ('michael mike mick micky mickey'),
  ('michelle shell'),
  ('mohammed mohamed muhammad mohammad mo'),
  ('nathaniel nate nathan nat'),
  ('natalie nat'),
  ('natasha tasha'),
  ('nicholas nick nicky nico'),
  ('nicola nicky nic'),
  ('oliver ollie olly'),
  ('olivia liv livvy livia'),
  ('oscar ossie'),
  ('pamela pam'),
  ('patricia pat patty tricia trish'),
  ('patrick pat paddy'),
  ('penelope penny'),
  ('peter pete'),
  ('philip phil pip phillip'),
  ('philippa pippa pip'),
  ('phoebe phebe'),
  ('rachel rach rachael'),
  ('raymond ray'),
  ('rebecca becky becca bex'),
  ('richard rick dick ricky richie rich'),
  ('robert rob bob bobby bert robbie'),
  ('robyn rob'),
  ('ronald ron ronnie'),
  ('rosemary rose rosie'),
  ('ruth ruthie'),
  ('samantha sam sammy'),
  ('samuel sam sammy'),
  ('sarah sally sadie sara'),
  ('sebastian seb'),
  ('sean shaun shawn'),
  ('siobhan shivaun chevonne shiv'),
  ('sophie soph sophia'),
  ('stephanie steph stephie'),
  ('stephen steve stevie steven'),
  ('stuart stu stewart'),
  ('susan sue susie suzie susannah'),
  ('sylvia sylvie'),
  ('terence terry'),
  ('teresa terry tess tessa theresa'),
  ('theodore theo ted teddy'),
  ('thomas tom tommy'),
  ('timothy tim timmy'),
  ('toby tobias'),
  ('valerie val'),
  ('vanessa nessa'),
  ('veronica ronnie vera'),
  ('victoria vicky tori vikki'),
  ('vincent vince vinny'),
  ('vivian viv'),
  ('walter wally walt'),
  ('wilfred wilf fred'),
  ('william will bill billy liam willy wills'),
  ('winifred winnie freda'),
  ('yusuf yousef youssef joseph'),
  ('zachary zach zac zack'),
  ('zoe zoey')
) groups (names), unnest(string_to_array(names, ' ')) a, unnest(string_to_array(names, ' ')) b where a <> b;
reset role;

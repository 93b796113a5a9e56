-- Finding people. Search operators are not leakproof, so under row-level security they would lose their indexes: the
-- keys stand in their own tables, and one definer function (migration 0017) answers ids only. Keys keep both their
-- times, so that a search as known at a past instant finds what it would have found then.

create table search.name_key (
  person_id uuid not null,
  source_id uuid not null,                       -- the name's row
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  whole text not null,                           -- folded: lower case, no accents, letters, digits and single spaces
  primary key (source_id, known_from)
);
create index name_key_person on search.name_key (person_id);
create index name_key_whole on search.name_key using gin (whole ext.gin_trgm_ops);

-- One row per word of a name; of a double-barrelled one also both words joined.
create table search.name_part (
  person_id uuid not null,
  source_id uuid not null,
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  is_family boolean not null,
  part text not null,
  sound text not null,                           -- double metaphone; empty for scripts that it does not know
  other_sound text not null,
  primary key (source_id, known_from, is_family, part)
);
create index name_part_part on search.name_part (part text_pattern_ops);
create index name_part_sound on search.name_part (sound);
create index name_part_other_sound on search.name_part (other_sound);

create table search.birth_key (
  person_id uuid not null,
  source_id uuid not null,                       -- the person
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  born_from date,                                -- first and last day that the date of birth may be
  born_to date,
  is_born boolean not null,                      -- false: the day on which the child is expected
  primary key (source_id, known_from)
);
create index birth_key_person on search.birth_key (person_id);
create index birth_key_born on search.birth_key (born_from);

create table search.identifier_key (
  person_id uuid not null,
  source_id uuid not null,
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  kind text not null,
  value text not null,                           -- capitals and digits only
  primary key (source_id, known_from)
);
create index identifier_key_value on search.identifier_key (value);

create table search.address_key (
  person_id uuid not null,
  source_id uuid not null,
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  postcode text not null default '',             -- upper case, no spaces
  words text not null,
  is_confidential boolean not null,
  ended_on date,
  primary key (source_id, known_from)
);
create index address_key_person on search.address_key (person_id);
create index address_key_postcode on search.address_key (postcode text_pattern_ops);
create index address_key_words on search.address_key using gin (words ext.gin_trgm_ops);

-- Given names that people use for one another.
create table search.nickname (
  name text not null,
  also text not null,
  primary key (name, also)
);

do $$ declare t text; begin
  foreach t in array array['name_key', 'name_part', 'birth_key', 'identifier_key', 'address_key', 'nickname'] loop
    execute format('alter table search.%I enable row level security', t);
    execute format('alter table search.%I force row level security', t);
    perform platform.for_roles(array['searcher'], format('grant select, insert, update, delete on search.%I to %%I', t));
    perform platform.policy_for(array['searcher'],
      format('create policy keeps on search.%I for all to %%1$s using (true) with check (true)', t));
    perform platform.for_roles(array['backup'], format('grant select on search.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on search.%I for select to %%1$s using (true)', t));
  end loop;
end $$;
select platform.for_roles(array['searcher'], 'grant select on access.entry to %I');
select platform.policy_for(array['searcher'], 'create policy searches on access.entry for select to %1$s using (true)');

create function search.fold(words text) returns text language sql immutable set search_path = pg_catalog, pg_temp as
  $$ select trim(regexp_replace(lower(ext.unaccent('ext.unaccent', coalesce(words, ''))), '[^[:alnum:]]+', ' ', 'g')) $$;
create function search.fold_number(value text) returns text language sql immutable set search_path = pg_catalog, pg_temp as
  $$ select upper(regexp_replace(coalesce(value, ''), '[^[:alnum:]]+', '', 'g')) $$;

-- The words of a name, and all of them joined: "Ó Briain" is also "obriain", "Smith-Jones" also "smithjones".
create function search.parts(name text) returns setof text language sql immutable set search_path = pg_catalog, pg_temp as $$
  select w from unnest(string_to_array(search.fold(name), ' ')) w where w <> ''
  union select replace(search.fold(name), ' ', '') where search.fold(name) <> ''
$$;

-- Each trigger function ends the former key when the row has changed and writes the present one.
create function search.keep_name() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    if tg_op = 'UPDATE' and (old.given, old.family) is not distinct from (new.given, new.family) then return null; end if;
    update search.name_key set known_to = case tg_op when 'UPDATE' then new.recorded_from else clock_timestamp() end
      where source_id = old.id and known_to = 'infinity';
    update search.name_part set known_to = case tg_op when 'UPDATE' then new.recorded_from else clock_timestamp() end
      where source_id = old.id and known_to = 'infinity';
  end if;
  if tg_op = 'DELETE' then return null; end if;
  insert into search.name_key (person_id, source_id, known_from, whole)
  values (new.person_id, new.id, new.recorded_from, search.fold(concat_ws(' ', new.given, new.family)));
  insert into search.name_part (person_id, source_id, known_from, is_family, part, sound, other_sound)
  select new.person_id, new.id, new.recorded_from, k.is_family, k.part, ext.dmetaphone(k.part), ext.dmetaphone_alt(k.part)
  from (select true as is_family, search.parts(new.family) as part union all select false, search.parts(new.given)) k;
  return null;
end $$;

create function search.keep_birth() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last_day date := case new.date_of_birth_precision
  when 'month' then new.date_of_birth + interval '1 month' - interval '1 day'
  when 'year' then new.date_of_birth + interval '1 year' - interval '1 day' else new.date_of_birth end;
begin
  if tg_op = 'UPDATE' then
    if (old.date_of_birth, old.date_of_birth_precision, old.expected_delivery_on)
       is not distinct from (new.date_of_birth, new.date_of_birth_precision, new.expected_delivery_on) then return null; end if;
    update search.birth_key set known_to = new.recorded_from where source_id = old.id and known_to = 'infinity';
  end if;
  insert into search.birth_key (person_id, source_id, known_from, born_from, born_to, is_born)
  values (new.id, new.id, new.recorded_from, coalesce(new.date_of_birth, new.expected_delivery_on),
          coalesce(last_day, new.expected_delivery_on), new.date_of_birth is not null);
  return null;
end $$;

create function search.keep_identifier() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    if tg_op = 'UPDATE' and (old.kind, old.value) is not distinct from (new.kind, new.value) then return null; end if;
    update search.identifier_key set known_to = case tg_op when 'UPDATE' then new.recorded_from else clock_timestamp() end
      where source_id = old.id and known_to = 'infinity';
  end if;
  if tg_op = 'DELETE' then return null; end if;
  insert into search.identifier_key (person_id, source_id, known_from, kind, value)
  values (new.person_id, new.id, new.recorded_from, new.kind, search.fold_number(new.value));
  return null;
end $$;

create function search.keep_address() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    if tg_op = 'UPDATE' and (old.lines, old.postcode, old.is_confidential, old.ended_on)
       is not distinct from (new.lines, new.postcode, new.is_confidential, new.ended_on) then return null; end if;
    update search.address_key set known_to = case tg_op when 'UPDATE' then new.recorded_from else clock_timestamp() end
      where source_id = old.id and known_to = 'infinity';
    if tg_op = 'UPDATE' and new.is_confidential then -- once secret, its past is too
      update search.address_key set is_confidential = true where source_id = old.id;
    end if;
  end if;
  if tg_op = 'DELETE' then return null; end if;
  insert into search.address_key (person_id, source_id, known_from, postcode, words, is_confidential, ended_on)
  values (new.person_id, new.id, new.recorded_from, search.fold_number(new.postcode),
          search.fold(concat_ws(' ', new.lines, new.postcode)), new.is_confidential, new.ended_on);
  return null;
end $$;
select platform.for_roles(array['searcher'],
  'grant execute on function search.fold(text), search.fold_number(text), search.parts(text) to %I');
do $$ declare rule record; begin
  for rule in select * from (values ('person', 'birth', 'insert or update'), ('person_name', 'name', 'insert or update or delete'),
    ('person_identifier', 'identifier', 'insert or update or delete'),
    ('person_address', 'address', 'insert or update or delete')) rules (t, key, acts) loop
    execute format('create trigger keep_search after %s on record.%I for each row execute function search.keep_%s()',
      rule.acts, rule.t, rule.key);
    perform platform.hand_over(format('search.keep_%s()', rule.key), 'searcher');
  end loop;
end $$;

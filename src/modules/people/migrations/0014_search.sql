-- Finding people. Search operators are not leakproof, so under row-level security they would lose their indexes: the
-- keys stand in their own table, and one definer function answers ids only.

create table search.name_key (
  person_id uuid not null,
  source_id uuid primary key,                    -- the name's row
  family text not null default '',               -- folded: lower case, no accents, letters and spaces only
  given text not null default '',
  family_sound text not null default '',
  given_sound text not null default '',
  whole text not null
);
create index name_key_person on search.name_key (person_id);
create index name_key_sound on search.name_key (family_sound, given_sound);
create index name_key_family on search.name_key (family text_pattern_ops);
create index name_key_given on search.name_key (given text_pattern_ops);
create index name_key_whole on search.name_key using gin (whole ext.gin_trgm_ops);

create table search.address_key (
  person_id uuid not null,
  source_id uuid primary key,
  postcode text not null default '',             -- upper case, no spaces
  words text not null,
  is_confidential boolean not null
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
  foreach t in array array['name_key', 'address_key', 'nickname'] loop
    execute format('alter table search.%I enable row level security', t);
    execute format('alter table search.%I force row level security', t);
    perform platform.for_roles(array['searcher'], format('grant select, insert, update, delete on search.%I to %%I', t));
    perform platform.policy_for(array['searcher'],
      format('create policy keeps on search.%I for all to %%1$s using (true) with check (true)', t));
    perform platform.for_roles(array['backup'], format('grant select on search.%I to %%I', t));
    perform platform.policy_for(array['backup'], format('create policy reads on search.%I for select to %%1$s using (true)', t));
  end loop;
  foreach t in array array['person', 'person_name', 'person_identifier', 'person_address'] loop
    perform platform.for_roles(array['searcher'], format('grant select on record.%I to %%I', t));
    perform platform.policy_for(array['searcher'], format('create policy searches on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;
select platform.for_roles(array['searcher'], 'grant select on access.entry, access.restriction, access.restriction_member to %I');
select platform.policy_for(array['searcher'], 'create policy searches on access.entry for select to %1$s using (true)');

create function search.fold(words text) returns text language sql immutable set search_path = pg_catalog, pg_temp as
  $$ select trim(regexp_replace(lower(ext.unaccent('ext.unaccent', coalesce(words, ''))), '[^[:alnum:]]+', ' ', 'g')) $$;

create function search.keep_name() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into search.name_key (person_id, source_id, family, given, family_sound, given_sound, whole)
  values (new.person_id, new.id, search.fold(new.family), search.fold(new.given),
          ext.dmetaphone(search.fold(new.family)), ext.dmetaphone(split_part(search.fold(new.given), ' ', 1)),
          trim(search.fold(new.given) || ' ' || search.fold(new.family)))
  on conflict (source_id) do update set family = excluded.family, given = excluded.given,
    family_sound = excluded.family_sound, given_sound = excluded.given_sound, whole = excluded.whole;
  return null;
end $$;
create function search.keep_address() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into search.address_key (person_id, source_id, postcode, words, is_confidential)
  values (new.person_id, new.id, upper(regexp_replace(coalesce(new.postcode, ''), '\s', '', 'g')),
          search.fold(new.lines || ' ' || coalesce(new.postcode, '')), new.is_confidential)
  on conflict (source_id) do update set postcode = excluded.postcode, words = excluded.words,
    is_confidential = excluded.is_confidential;
  return null;
end $$;
select platform.for_roles(array['searcher'], 'grant execute on function search.fold(text) to %I');
create trigger keep_search after insert or update on record.person_name for each row execute function search.keep_name();
create trigger keep_search after insert or update on record.person_address for each row execute function search.keep_address();
select platform.hand_over('search.keep_name()', 'searcher');
select platform.hand_over('search.keep_address()', 'searcher');

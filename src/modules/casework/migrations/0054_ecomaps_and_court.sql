-- The ecomap of a child, and the chronology that goes to court.

-- What ties a child to a person, an agency or a place, as somebody saw it on a day. Whoever works with the child is in the
-- ecomap without a row here; a row says how strong the tie is and which way support flows.
create table record.ecomap_link (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id), -- in the middle
  kind text not null check (kind in ('person', 'agency', 'place')),
  label text,                                    -- of an agency or place, or somebody who is not recorded
  other_id uuid references record.person (id),
  involvement_id uuid references record.involvement (id),
  strength text not null check (strength in ('strong', 'ordinary', 'tenuous', 'stressful')),
  direction text not null default 'both' check (direction in ('to_child', 'from_child', 'both', 'none')),
  remark text,
  noted_on date not null,
  ended_on date,
  noted_by uuid default platform.actor(),
  constraint one_end_of_link check (num_nonnulls(label, other_id, involvement_id) = 1),
  constraint link_not_with_oneself check (other_id is distinct from person_id),
  constraint link_ends_after_noted check (ended_on >= noted_on)
);
create index ecomap_link_person on record.ecomap_link (person_id);
select platform.keep_history('ecomap_link');
select access.guard('ecomap_link', 'person_id', array['B2']);
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy other_is_visible
      on %I.ecomap_link as restrictive for select to %%1$s using (other_id is null or %s)', s,
      access.has_entry('ecomap_link.other_id', array['A2'], false)));
  end loop;
end $$;

-- A chronology made for court: lines copied from the record on a day, then chosen and worded for this document alone. What
-- they came from is never touched.
create table record.court_chronology (
  id uuid primary key default uuidv7(),
  person_ids uuid[] not null,                    -- the children it is about
  from_on date not null,
  until_on date not null,
  is_full boolean not null default false,        -- every entry was taken, not the significant ones alone
  court text,
  case_number text,
  made_on date not null,
  made_by uuid default platform.actor(),
  issued_on date,
  issued_by uuid,
  issue integer not null default 0,              -- how often it was issued
  version integer not null default 1,
  submission uuid unique,
  constraint period_in_order check (until_on >= from_on),
  constraint issued_whole check ((issue = 0) = (issued_on is null))
);
select platform.keep_history('court_chronology', null);
select access.guard_many('court_chronology', array['B2']);

-- By which each child's are found.
create table record.court_chronology_person (
  id uuid primary key default uuidv7(),
  chronology_id uuid not null references record.court_chronology (id),
  person_id uuid not null references record.person (id),
  unique (chronology_id, person_id)
);
create index court_chronology_person_person on record.court_chronology_person (person_id);
select platform.keep_history('court_chronology_person');
select access.guard('court_chronology_person', 'person_id', array['B2']);

create table record.court_chronology_line (
  id uuid primary key default uuidv7(),
  chronology_id uuid not null references record.court_chronology (id),
  person_ids uuid[] not null,                    -- whom this entry concerns
  happened_on date not null,
  event text not null,
  said_by text,                                  -- who said so
  source text not null,                          -- document or agency
  is_other_agency boolean not null default false,
  impact text,                                   -- on the child
  action text,                                   -- what was done
  source_path text,                              -- the entry in the record; ids only
  source_event text,                             -- its words as taken; null where the line was added for the document
  is_hidden boolean not null default false,
  hidden_reason text,
  merged_into uuid references record.court_chronology_line (id),
  curated_by uuid,
  curated_at timestamptz,
  version integer not null default 1,
  constraint not_merged_into_itself check (merged_into is distinct from id),
  constraint hidden_says_why check (not is_hidden or hidden_reason is not null)
);
create index court_chronology_line_of on record.court_chronology_line (chronology_id, happened_on);
select platform.keep_history('court_chronology_line', null);
select access.guard_many('court_chronology_line', array['B2']);

-- What an assessment has taken in of what others wrote already (a chapter of a team's workbook): which piece, into which of its parts, by
-- whom and when. The words themselves stand in the part, where their author edits them; here stands only how they were, as a fingerprint,
-- so that the page can say when their source has changed since.
create table record.assessment_source (
  id uuid primary key default uuidv7(),
  joint_id uuid not null references record.joint_assessment (id),
  assessment_id uuid references record.assessment (id), -- of the one child whose part it went to; null: a part for all of them
  part text not null check (part in ('history', 'family_and_environment', 'parenting', 'strengths', 'worries', 'what_needs_to_happen',
    'analysis', 'health_and_development')),
  origin text not null check (length(origin) between 1 and 100), -- the source's own key of the piece
  heading text not null,                         -- the line that stands above it
  person_ids uuid[] not null check (cardinality(person_ids) > 0), -- of whom the words are
  fingerprint text not null,                     -- SHA-256 of the words as they were taken in
  is_guarded boolean not null default false,     -- from the work with one who was harmed, or who harms
  because text,                                  -- why it may be read by everyone who reads the assessment
  taken_on date not null,
  taken_by uuid not null default platform.actor(),
  constraint guarded_says_why check (not is_guarded or length(trim(because)) > 0)
);
create index assessment_source_joint on record.assessment_source (joint_id);
create index assessment_source_people on record.assessment_source using gin (person_ids);
select platform.keep_history('assessment_source', null);

-- Read as its assessment is, and never by one from whom somebody in it is kept. Written while the assessment is open by whoever writes the
-- record of each of its children, and only of people whose work with the team (class C1) they may read: it is never changed.
do $$ declare s text; begin
  foreach s in array array['record', 'history'] loop
    perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.assessment_source to %%I', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %I.assessment_source
      for select to %%1$s using (exists (select from record.joint_assessment j where j.id = assessment_source.joint_id))', s));
    perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy people_not_sealed
      on %I.assessment_source as restrictive to %%1$s
      using (not (person_ids && (select access.sealed_from_me())::uuid[]))', s));
  end loop;
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert on record.assessment_source to %I');
  perform platform.policy_for(array['practitioner', 'duty'], format('create policy adds on record.assessment_source for insert to %%1$s
    with check (taken_by = (select access.working_actor(current_user))
      and exists (select from record.joint_assessment j where j.id = assessment_source.joint_id and j.status in (''open'', ''submitted'') and %s)
      and (assessment_id is null or exists (select from record.assessment a where a.id = assessment_source.assessment_id
        and a.joint_id = assessment_source.joint_id and a.left_out_on is null))
      and not exists (select from unnest(assessment_source.person_ids) p (id) where not %s))',
    access.writes_all('j', 'B2'), access.has_entry('p.id', array['C1'], false)));
end $$;

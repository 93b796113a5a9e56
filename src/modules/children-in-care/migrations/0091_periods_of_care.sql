-- Periods in which a child is looked after (Children Act 1989 s.22(1)), as the SSDA903 return counts them: from the day on which it began to the day
-- on which it ended, one at a time. Episodes and placements within a period come with the placements.
create table record.period_of_care (
  id uuid primary key default uuidv7(),
  person_id uuid not null references record.person (id),
  started_on date not null,
  -- Legal status on the first day, by the codes of the return (LS).
  began_under text not null check (began_under in ('V2', 'C1', 'C2', 'E1', 'L1', 'L2', 'L3', 'J1', 'J2', 'J3', 'V3', 'V4')),
  ended_on date,
  -- Why it ended, by the codes of the return (REC); X1 ends an episode and no period.
  ended_why text check (ended_why in ('E11', 'E12', 'E2', 'E3', 'E4A', 'E4B', 'E13', 'E41', 'E45', 'E46', 'E47', 'E48', 'E5', 'E6', 'E7', 'E9', 'E14', 'E15',
    'E16', 'E17', 'E8')),
  withdrawn_at timestamptz,                      -- recorded in error; what is withdrawn counts nowhere
  withdrawn_reason text check (length(withdrawn_reason) <= 1000),
  version integer not null default 1,
  submission uuid unique,
  constraint care_lasts_a_night check (ended_on > started_on),
  constraint care_end_whole check ((ended_on is null) = (ended_why is null)),
  constraint care_withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index period_of_care_person on record.period_of_care (person_id, started_on);
create index period_of_care_now on record.period_of_care (person_id) where ended_on is null and withdrawn_at is null;
-- One at a time; the next may begin on the day on which the last ended.
alter table record.period_of_care add constraint one_period_at_a_time exclude using gist
  (person_id with =, daterange(started_on, ended_on) with &&) where (withdrawn_at is null);
select platform.keep_history('period_of_care');
select access.guard('period_of_care', 'person_id', array['B2', 'B2S'], array['id', 'person_id', 'started_on', 'began_under', 'ended_on', 'ended_why',
  'withdrawn_at', 'recorded_from', 'version']);

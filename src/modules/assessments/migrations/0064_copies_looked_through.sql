-- Copies of an assessment for the family are looked through as letters are: whoever gives words of a note about somebody else says why the
-- recipient may read them.
alter table record.assessment_share add column copied_because text, add column copied_notes uuid[] not null default '{}',
  add constraint copied_says_why check (cardinality(copied_notes) = 0 or length(trim(copied_because)) > 0);
alter table history.assessment_share add column copied_because text, add column copied_notes uuid[];
select platform.write_history('assessment_share', null);

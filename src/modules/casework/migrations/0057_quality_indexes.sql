-- What the pages of data quality and My work ask for, so that each costs what is open and not what was ever recorded. Figures
-- kept each night would be out of date by noon and would have to be kept for each reader; an index is neither.

-- Plans that run, of a child: one row of the index for each, however many have ended.
create index cin_plan_running on record.cin_plan (person_id) where ended_on is null;
-- Plans ended and stepped up, by month: a year of them, whatever came before.
create index cin_plan_ended on record.cin_plan (ended_on) where ended_on is not null;
create index plan_review_stepped_up on record.plan_review (held_on) where decision = 'step_up';
-- The same at a past moment, when what has changed since is read from history.
create index cin_plan_past_ended on history.cin_plan (ended_on) where ended_on is not null;
create index plan_review_past_stepped_up on history.plan_review (held_on) where decision = 'step_up';
create index plan_action_past_worker on history.plan_action (owner_worker_id) where owner_worker_id is not null;
create index plan_outcome_past_plan on history.plan_outcome (plan_id);
create index plan_action_past_outcome on history.plan_action (outcome_id);
create index plan_review_past_plan on history.plan_review (plan_id);
-- Case holding that runs, of a child: who answers for what is found.
create index allocation_running on record.allocation (person_id) where ended_on is null;
create index approval_past_subject on history.approval (subject_id);
create index contact_past_team on history.contact (team_id, received_at);

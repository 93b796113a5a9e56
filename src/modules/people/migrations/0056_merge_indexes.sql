-- By which a merge finds what names a person, and a copy of an assessment its past.
create index person_mother on record.person (mother_id) where mother_id is not null;
create index plan_action_owner_person on record.plan_action (owner_person_id) where owner_person_id is not null;
create index assessment_past_joint on history.assessment (joint_id) where joint_id is not null;

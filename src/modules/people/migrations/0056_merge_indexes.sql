-- By which a merge finds what names a person, and a copy of an assessment its past.
create index person_mother on record.person (mother_id) where mother_id is not null;
create index plan_action_owner_person on record.plan_action (owner_person_id) where owner_person_id is not null;
create index assessment_past_joint on history.assessment (joint_id) where joint_id is not null;
create index assessment_share_recipient on record.assessment_share (recipient_id);
create index assessment_view_adult on record.assessment_view (adult_id);
create index ecomap_link_other on record.ecomap_link (other_id) where other_id is not null;
create index letter_recipient_person on record.letter (recipient_person_id) where recipient_person_id is not null;
create index plan_share_recipient on record.plan_share (recipient_id);
-- Lists of people: among two million notes, those that somebody is named in.
create index approval_people on record.approval using gin (person_ids);
create index contact_people on record.contact using gin (person_ids);
create index court_chronology_people on record.court_chronology using gin (person_ids);
create index court_chronology_line_people on record.court_chronology_line using gin (person_ids);
create index document_people on record.document using gin (person_ids);
create index joint_assessment_people on record.joint_assessment using gin (person_ids);
create index letter_people on record.letter using gin (person_ids);
create index note_people on record.note using gin (person_ids);

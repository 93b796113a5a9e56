-- What somebody asked for, was asked or has decided, found without reading what the rest of the county decides.
create index approval_asked on record.approval (to_worker_id) where to_worker_id is not null;
create index approval_decided_for on record.approval (team_id, submitted_at) where outcome is not null;
create index approval_decider on record.approval (decided_by) where outcome is not null;
create index transfer_asked_by on record.transfer (requested_by);
create index transfer_given on record.transfer (from_team_id) where decided_at is not null;
create index transfer_taken on record.transfer (to_team_id) where decided_at is not null;
create index letter_was_held on record.letter (made_by) where held_because is not null;

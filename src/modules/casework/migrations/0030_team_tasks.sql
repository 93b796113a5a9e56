-- Open tasks of a team: its page reads them by team, whoever of the team has taken them since.
create index task_team on record.task (team_id) where done_on is null;

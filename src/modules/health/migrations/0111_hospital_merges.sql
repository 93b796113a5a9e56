-- Which of a sender's own numbers of a person gave way to which (HL7 A40 and its kin): kept, since a visit may be told under the old number after it.
-- Always told straight: the number that stands today, however many steps led to it. No name, and of no other sender's numbers.
create table app.hospital_merge (
  sender_id uuid not null references record.health_sender (id),
  gone text not null,
  kept text not null,
  sent_at timestamptz not null,
  primary key (sender_id, gone),
  constraint gives_way_to_another check (gone <> kept)
);
create index hospital_merge_kept on app.hospital_merge (sender_id, kept);
alter table app.hospital_merge enable row level security;
alter table app.hospital_merge force row level security;
select platform.for_roles(array['backup'], 'grant select on app.hospital_merge to %I');
select platform.policy_for(array['backup'], 'create policy reads on app.hospital_merge for select to %1$s using (true)');
select platform.for_roles(array['listener'], 'grant select, insert, update on app.hospital_merge to %I');
select platform.policy_for(array['listener'], 'create policy keeps on app.hospital_merge for all to %1$s using (true) with check (true)');

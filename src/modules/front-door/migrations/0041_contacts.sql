-- Who sees a contact: the front door that received it, duty on the rota, whoever sent it (what they sent and the answer, not the
-- reasons), agencies at the front door until the decision, and those who hold the record of anyone it was matched with.

-- Whether nobody in a contact is kept from the reader: for those who may read what they wrote of it, and not the contact.
create function access.is_contact_unsealed(contact uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce((select not (c.person_ids && access.sealed_from_me()) from record.contact c where c.id = contact), false) $$;
select platform.hand_over('access.is_contact_unsealed(uuid)', 'gatekeeper', array['practitioner', 'duty', 'director']);

do $$
declare
  s text; t text; class text; council text; works text; decides text; sits text;
  staff text := access.at_front_door('contact.team_id', array['social_worker', 'senior_social_worker', 'team_manager',
    'duty_manager', 'business_support']);
  deciders text := access.at_front_door('contact.team_id', array['social_worker', 'senior_social_worker', 'team_manager', 'duty_manager']);
  partners text := access.at_front_door('contact.team_id', array['mash_partner']);
  leaders text := 'exists (select from record.post p join record.team t on t.service_area_id = p.service_area_id
    where t.id = contact.team_id and p.role = ''service_leader'' and p.worker_id = (select access.working_actor(current_user))
      and (now() at time zone ''Europe/London'')::date >= p.started_on
      and (p.ended_on is null or (now() at time zone ''Europe/London'')::date <= p.ended_on))';
  roams text := '(select access.roaming_actor(current_user)) is not null';
  unsealed text := 'not (contact.person_ids && (select access.sealed_from_me())::uuid[])';
  holds text := 'exists (select from access.entry e where e.actor_id = (select platform.actor_as(current_user))
    and e.subject_id = any (contact.person_ids) and e.data_class = ''B2'' and now() >= e.starts_at and now() < e.ends_at)';
  wrote text := 'contact.created_by = (select access.working_actor(current_user))';
begin
  foreach s in array array['record', 'history'] loop
    foreach t in array array['contact', 'contact_person', 'contact_contribution', 'contact_decision', 'contact_feedback'] loop
      perform platform.for_roles(array['practitioner', 'duty', 'director'], format('grant select on %I.%I to %%I', s, t));
    end loop;
    perform platform.policy_for(array['practitioner'], format('create policy reads on %I.contact for select to %%1$s
      using (%s and (%s or %s or %s or %s or (decided_at is null and %s)))', s, unsealed, wrote, staff, leaders, holds, partners));
    -- A director, whatever post they have, reads what belongs to a record that they opened.
    perform platform.policy_for(array['director'], format('create policy reads_of_record on %I.contact for select to %%1$s
      using (%s and %s)', s, unsealed, holds));
    perform platform.policy_for(array['duty'], format('create policy reads_on_duty on %I.contact for select to %%1$s
      using (%s and (%s or %s or %s))', s, unsealed, wrote, roams, holds));
    foreach t in array array['contact_person', 'contact_feedback'] loop
      perform platform.policy_for(array['practitioner', 'duty', 'director'], format('create policy reads on %1$I.%2$I
        for select to %%1$s using (exists (select from record.contact c where c.id = %2$I.contact_id))', s, t));
    end loop;
    -- A post at the front door counts for practitioners alone: duty works by its rota, a director by what they opened.
    for class, council in values ('practitioner', format('(%s or %s or %s)', staff, leaders, holds)),
      ('duty', format('(%s or %s)', holds, roams)), ('director', holds) loop
      -- An agency reads its own contributions, unless somebody in the contact is restricted from it; the council reads all.
      perform platform.policy_for(array[class], format('create policy reads_%s on %I.contact_contribution
        for select to %%1$s using (author_id = (select access.working_actor(current_user))
            and access.is_contact_unsealed(contact_id)
          or exists (select from record.contact where contact.id = contact_contribution.contact_id and %s))', class, s, council));
      -- Reasons are for the council: neither the referrer nor an agency at the table reads them.
      perform platform.policy_for(array[class], format('create policy reads_%s on %I.contact_decision
        for select to %%1$s using (exists (select from record.contact where contact.id = contact_decision.contact_id and %s))',
        class, s, council));
    end loop;
  end loop;

  -- Anyone of the council or a partner may bring something to the front door, in their own name.
  perform platform.for_roles(array['practitioner', 'duty'], 'grant insert on record.contact, record.contact_person to %I');
  perform platform.policy_for(array['practitioner', 'duty'], 'create policy adds on record.contact for insert to %1$s
    with check (created_by = (select access.working_actor(current_user)) and decided_at is null and person_ids = ''{}'')');
  -- Whom it is about is set by front_door.match alone, so nobody reaches a record by typing its id.
  perform platform.for_roles(array['practitioner', 'duty'], 'grant update (rag, rag_reason, rag_at, rag_by, primary_need, source,
    is_danger, danger, action_taken, decided_at, version) on record.contact to %I');
  perform platform.for_roles(array['practitioner', 'duty'], 'grant update (given, family, date_of_birth, date_of_birth_precision,
    expected_delivery_on, sex, relation, school, identifier_kind, identifier, removed_at, removed_reason) on record.contact_person to %I');
  perform platform.for_roles(array['practitioner', 'duty'],
    'grant insert on record.contact_contribution, record.contact_decision, record.contact_feedback to %I');
  -- Staff work at it by their post; whoever is of class duty by the rota alone, whatever post they have.
  for class, works, decides, sits in values ('practitioner', staff, deciders, partners), ('duty', roams, roams, roams) loop
    perform platform.policy_for(array[class], format('create policy adds_%s on record.contact_person for insert to %%1$s
      with check (person_id is null and exists (select from record.contact where contact.id = contact_person.contact_id
        and contact.decided_at is null and (%s or %s)))', class, wrote, works));
    perform platform.policy_for(array[class], format('create policy changes_%s on record.contact for update to %%1$s
      using (%s and decided_at is null and %s) with check (%s)', class, unsealed, decides, decides));
    perform platform.policy_for(array[class], format('create policy changes_%s on record.contact_person for update to %%1$s
      using (exists (select from record.contact where contact.id = contact_person.contact_id and contact.decided_at is null
        and %s))', class, decides));
    perform platform.policy_for(array[class], format('create policy adds_%s on record.contact_contribution for insert
      to %%1$s with check (author_id = (select access.working_actor(current_user)) and exists (select from record.contact
        where contact.id = contact_contribution.contact_id and contact.decided_at is null and (%s or %s)))', class, works, sits));
    perform platform.policy_for(array[class], format('create policy adds_%s on record.contact_decision for insert to %%1$s
      with check (decided_by = (select access.working_actor(current_user)) and exists (select from record.contact
        where contact.id = contact_decision.contact_id and contact.decided_at is null and %s))', class, decides));
    perform platform.policy_for(array[class], format('create policy adds_%s on record.contact_feedback for insert to %%1$s
      with check (sent_by = (select access.working_actor(current_user)) and exists (select from record.contact
        where contact.id = contact_feedback.contact_id and %s))', class, works));
  end loop;

  -- The public form: whoever fills it in has no identity here, so the receptionist writes it down and reads nothing back.
  perform platform.for_roles(array['receptionist'], 'grant insert on record.contact, record.contact_person to %I');
  foreach t in array array['contact', 'contact_person'] loop
    perform platform.policy_for(array['receptionist'], format('create policy receives on record.%I for insert to %%1$s
      with check ((select platform.actor_as(current_user)) is not null)', t));
  end loop;
  perform platform.policy_for(array['receptionist'], 'create policy unmatched on record.contact_person as restrictive for insert to %1$s
    with check (person_id is null)');
  perform platform.policy_for(array['receptionist'], 'create policy undecided on record.contact as restrictive for insert to %1$s
    with check (channel = ''public_form'' and decided_at is null and person_ids = ''{}'')');
  perform platform.for_roles(array['receptionist'], 'grant select on record.team, record.setting, record.organisation to %I');
  foreach t in array array['team', 'setting', 'organisation'] loop
    perform platform.policy_for(array['receptionist'], format('create policy finds_its_way on record.%I for select to %%1$s using (true)', t));
  end loop;
  perform platform.for_roles(array['receptionist'], 'grant insert on app.outbox, app.notice to %I');
  perform platform.policy_for(array['receptionist'], 'create policy receives on app.outbox for insert to %1$s
    with check ((select platform.actor_as(current_user)) is not null)');
  perform platform.policy_for(array['receptionist'], 'create policy receives on app.notice for insert to %1$s
    with check (made_by = (select platform.actor_as(current_user)))');
  perform platform.for_roles(array['clockkeeper'], 'grant select on record.contact, record.contact_person, record.contact_decision,
    record.contact_feedback to %I');
  foreach t in array array['contact', 'contact_person', 'contact_decision', 'contact_feedback'] loop
    perform platform.policy_for(array['clockkeeper'], format('create policy counts on record.%I for select to %%1$s using (true)', t));
  end loop;
end $$;

-- Ties somebody named in an undecided contact to a person of the record (null: unties). A restricted or barred person answers as an
-- absent one. Answers matched or not_found.
create function access.match_contact(named uuid, subject uuid) returns text language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  acting uuid := access.working_actor(current_setting('role', true));
  about uuid;
begin
  select cp.contact_id into about from record.contact_person cp join record.contact c on c.id = cp.contact_id
    where cp.id = named and c.decided_at is null and (
      access.roaming_actor(current_setting('role', true)) is not null and access.acts_as('duty')
      or exists (select from record.post p where p.worker_id = acting and p.team_id = c.team_id
        and p.role in ('social_worker', 'senior_social_worker', 'team_manager', 'duty_manager')
        and (now() at time zone 'Europe/London')::date >= p.started_on
        and (p.ended_on is null or (now() at time zone 'Europe/London')::date <= p.ended_on)));
  if about is null or acting is null then return 'not_found'; end if;
  if subject is not null and (subject = any (access.sealed_from_me())
     or not exists (select from record.person p where p.id = subject)) then return 'not_found'; end if;
  update record.contact_person set person_id = subject, matched_by = case when subject is not null then acting end,
    matched_at = case when subject is not null then clock_timestamp() end where id = named;
  update record.contact set person_ids = array(select distinct cp.person_id from record.contact_person cp
    where cp.contact_id = about and cp.person_id is not null and cp.removed_at is null) where id = about;
  return 'matched';
end $$;
select platform.for_roles(array['gatekeeper'], 'grant update (person_id, matched_by, matched_at) on record.contact_person to %I');
select platform.for_roles(array['gatekeeper'], 'grant update (person_ids) on record.contact to %I');
select platform.policy_for(array['gatekeeper'], 'create policy matches on record.contact_person for update to %1$s using (true)');
select platform.policy_for(array['gatekeeper'], 'create policy matches on record.contact for update to %1$s using (true)');
select platform.hand_over('access.match_contact(uuid, uuid)', 'gatekeeper', array['practitioner', 'duty']);

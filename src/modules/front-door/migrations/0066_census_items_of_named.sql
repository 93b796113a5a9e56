-- What the children in need census asks of a child beside name, birth and sex, when the referrer knows it: so that nobody types it
-- again when the child is added to the record.
alter table record.contact_person add column ethnicity text;   -- N00177
alter table record.contact_person add column disability text;  -- N00099, the one the referrer names; NONE says that there is none
alter table history.contact_person add column ethnicity text;
alter table history.contact_person add column disability text;
select platform.write_history('contact_person', null);
select platform.for_roles(array['practitioner', 'duty'], 'grant update (ethnicity, disability) on record.contact_person to %I');

import type { Verb } from './mcdc.ts'

/** A fault to plant in a database: such as a slip of the pen in a migration would make. */
export type Fault = {
  readonly name: string
  /** In which answers it must show; 'known' are reads as known at an instant. */
  readonly shows: Verb | 'known'
  /** Statements for a superuser; `restoring` undoes what they spoil. */
  readonly planted: string
  /** Whether it is planted once a world is told, must be there before, or shows only as time passes after it. */
  readonly when: 'told' | 'before' | 'passing'
  /** The tables whose rows are asked about; all of them when left out. */
  readonly tables?: readonly string[]
}

const dropRestrictive = (table: string) => `do $$ declare p name; begin
  for p in select policyname from pg_policies where schemaname = 'record' and tablename = '${table}' and permissive = 'RESTRICTIVE' loop
    execute format('drop policy %I on record.${table}', p);
  end loop;
end $$`

const sharedByOne = ['practice_session', 'chapter_summary', 'supervision_part']
  .map(
    table => `alter policy reads on record.${table} using (exists (select from access.entry e
      where e.actor_id = (select platform.actor_as(current_user)) and e.subject_id = any (${table}.person_ids)
        and e.data_class = 'C1' and now() >= e.starts_at and now() < e.ends_at))`,
  )
  .join(';\n')

const byClass = (
  table: string,
  dataClass: string,
) => `alter policy reads on record.${table} using (exists (select from access.entry e
    where e.actor_id = (select platform.actor_as(current_user)) and e.subject_id = ${table}.person_id
      and e.data_class = '${dataClass}' and now() >= e.starts_at and now() < e.ends_at))`

/** One of each sort that matters: policies, rights, views, the rows of access and what keeps them. */
export const faults: readonly Fault[] = [
  {
    name: 'a note is read by everybody',
    shows: 'read',
    when: 'told',
    tables: ['note'],
    planted: 'alter policy reads on record.note using (true)',
  },
  {
    name: 'a relationship shows by one of its two',
    shows: 'read',
    when: 'told',
    tables: ['relationship'],
    planted: dropRestrictive('relationship'),
  },
  {
    name: 'what a team writes of two shows by one of them',
    shows: 'read',
    when: 'told',
    tables: ['practice_session', 'chapter_summary', 'supervision_part'],
    planted: sharedByOne,
  },
  {
    name: 'a clinical note shows to the whole team',
    shows: 'read',
    when: 'told',
    tables: ['clinical_note'],
    planted: 'alter policy reads_of_service on record.clinical_note using (true)',
  },
  {
    name: 'supervision shows to colleagues',
    shows: 'read',
    when: 'told',
    tables: ['practice_development'],
    planted: 'alter policy reads on record.practice_development using (true)',
  },
  {
    name: 'a strand is changed by whoever works beside',
    shows: 'change',
    when: 'told',
    tables: ['strand'],
    planted: 'alter policy works on record.strand using (true) with check (true)',
  },
  {
    name: 'a confidential address shows by identity',
    shows: 'read',
    when: 'told',
    tables: ['person_address'],
    planted: dropRestrictive('person_address'),
  },
  {
    name: 'a table without row-level security',
    shows: 'read',
    when: 'told',
    tables: ['task'],
    planted: 'alter table record.task disable row level security',
  },
  {
    name: 'duty looks up anybody off shift',
    shows: 'read',
    when: 'told',
    tables: ['person'],
    planted: 'alter policy reads_wide on record.person using (true)',
  },
  {
    name: 'data quality is shown restricted people',
    shows: 'read',
    when: 'told',
    tables: ['person'],
    planted: 'alter policy reads_codes on record.person using (true)',
  },
  {
    name: 'restrictions are forgotten for groups',
    shows: 'read',
    when: 'told',
    planted: `create or replace function access.sealed_from_me() returns uuid[] language sql stable as 'select array[]::uuid[]'`,
  },
  {
    name: 'an allocation is given by anybody',
    shows: 'add',
    when: 'told',
    tables: ['allocation'],
    planted: 'alter policy adds on record.allocation with check (true)',
  },
  {
    name: 'a family is joined by anybody',
    shows: 'add',
    when: 'told',
    tables: ['family_member'],
    planted: 'alter policy adds on record.family_member with check (true)',
  },
  {
    name: 'an involvement is given by anybody',
    shows: 'add',
    when: 'told',
    tables: ['involvement'],
    planted: 'alter policy adds on record.involvement with check (true)',
  },
  {
    name: 'a person is put on anybody’s note',
    shows: 'add',
    when: 'told',
    tables: ['note_person'],
    planted: 'alter policy adds on record.note_person with check (true)',
  },
  {
    name: 'an allocation is changed by anybody who sees it',
    shows: 'change',
    when: 'told',
    tables: ['allocation'],
    planted: 'alter policy changes on record.allocation using (true) with check (true)',
  },
  {
    name: 'the parts of a file show to whoever brought it',
    shows: 'read',
    when: 'told',
    tables: ['document_part'],
    planted: `alter policy reads on record.document_part
      using (exists (select from record.document d where d.id = document_part.document_id))`,
  },
  {
    name: 'a file is said to be brought by somebody else',
    shows: 'add',
    when: 'told',
    tables: ['document'],
    planted: 'drop policy brought_by_its_bringer on record.document',
  },
  {
    name: 'an account shows whose it is to whoever a list leaves out',
    shows: 'read',
    when: 'told',
    tables: ['family_account'],
    planted: dropRestrictive('family_account'),
  },
  {
    name: 'a channel is told with the account alone',
    shows: 'read',
    when: 'told',
    tables: ['family_channel'],
    planted: `create or replace function access.reads_safety_of(person uuid, writing boolean) returns boolean language sql stable as 'select true'`,
  },
  {
    name: 'an end is not noticed',
    shows: 'read',
    when: 'before',
    planted: 'alter table record.allocation disable trigger access_update',
  },
  {
    name: 'access has no end',
    shows: 'read',
    when: 'passing',
    planted: `update access.entry set ends_at = 'infinity'`,
  },
  {
    name: 'access begins at once',
    shows: 'read',
    when: 'told',
    tables: ['person'],
    planted: `update access.entry set starts_at = '-infinity'`,
  },
  {
    name: 'siblings are left out',
    shows: 'read',
    when: 'told',
    tables: ['person'],
    planted: `delete from access.entry where reason = 'sibling'`,
  },
  {
    name: 'whoever reads writes',
    shows: 'change',
    when: 'told',
    tables: ['alert', 'person'],
    planted: 'update access.entry set may_write = true',
  },
  {
    name: 'a view of the past reads for everybody',
    shows: 'known',
    when: 'told',
    tables: ['alert'],
    planted: 'alter view known_at.alert set (security_invoker = false)',
  },
  {
    name: 'a plan of a child in need is written by whoever reads it',
    shows: 'change',
    when: 'told',
    tables: ['need'],
    planted: 'alter policy changes on record.need using (true) with check (true)',
  },
  {
    name: 'what one agency told shows to another that works with the child',
    shows: 'read',
    when: 'told',
    tables: ['contribution'],
    planted: `alter policy reads_of_agency on record.contribution using (access.works_for_agency_with(person_id))`,
  },
  {
    name: 'a sensitive service is named to whoever knows of the child',
    shows: 'read',
    when: 'told',
    tables: ['agency_record'],
    planted: byClass('agency_record', 'A2'),
  },
  {
    name: 'an agency is asked by whoever sees the child',
    shows: 'add',
    when: 'told',
    tables: ['contribution_query'],
    planted: 'alter policy asks on record.contribution_query with check (true)',
  },
  {
    name: 'a referral to MARAC leads to the record',
    shows: 'read',
    when: 'told',
    tables: ['partner_notice_match'],
    planted: byClass('partner_notice_match', 'B2'),
  },
  {
    name: 'how a child attends shows by identity',
    shows: 'read',
    when: 'told',
    tables: ['school_attendance'],
    planted: byClass('school_attendance', 'A2'),
  },
  {
    name: 'supervision of a lead shows to every school',
    shows: 'read',
    when: 'told',
    tables: ['lead_supervision'],
    planted: 'alter policy reads on record.lead_supervision using (true)',
  },
  {
    name: 'a contact is read by everybody',
    shows: 'read',
    when: 'told',
    tables: ['contact'],
    planted: 'alter policy reads on record.contact using (true)',
  },
  {
    name: 'a paper about several people shows past a sealed one',
    shows: 'read',
    when: 'told',
    tables: ['joint_assessment'],
    planted: 'alter policy reads on record.joint_assessment using (true)',
  },
  {
    name: 'a conflict of interest is forgotten',
    shows: 'read',
    when: 'told',
    tables: ['person'],
    planted: 'delete from access.conflict',
  },
  {
    name: 'an undecided contact opens nobody',
    shows: 'read',
    when: 'told',
    tables: ['person'],
    planted: `delete from access.entry where reason = 'contact'`,
  },
  {
    name: 'whoever is asked to take a child over is told nothing',
    shows: 'read',
    when: 'told',
    tables: ['person'],
    planted: `delete from access.entry where reason = 'transfer'`,
  },
  {
    name: 'an approval is decided by anybody',
    shows: 'decide',
    when: 'told',
    tables: ['approval'],
    planted: `${dropRestrictive('approval')}; alter policy changes on record.approval using (true) with check (true)`,
  },
]

import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { census, child, episode } from '../census/testing/censusXml.ts'
import { importing } from '../testing/importing.ts'

const record = await testRecord(8)
const { query, counts, run } = importing(record, pg.Client)

// So that no run has to make one, and say so.
await record.makers.team({ kind: 'duty' })

const children = (name: string, many: number, changes: object = {}) =>
  Array.from({ length: many }, (_, index) =>
    child(
      { LAchildID: `${name}${index}`, UPN: undefined, UPNunknown: 'UN1', ...(index === 7 ? changes : {}) },
      { CINdetails: [episode()] },
    ),
  )
const kept = async (name: string) => {
  const [row] = await query<{ people: number; referrals: number; queued: number }>(
    `select count(distinct i.person_id)::int as people, count(distinct r.id)::int as referrals,
       count(distinct a.id)::int as queued
     from record.person_identifier i left join record.referral r using (person_id)
       left join record.allocation a using (person_id) where i.value like $1`,
    [`${name}%`],
  )
  return row
}

afterEach(async () => {
  await query('alter table record.person drop constraint if exists no_such_birth')
})

test('a child whom the database refuses is refused alone, among others of its batch', async () => {
  await query(
    `alter table record.person add constraint no_such_birth check (date_of_birth <> '2011-11-11') not valid`,
  )
  const file = census(children('ALONE', 20, { PersonBirthDate: '2011-11-11' }))
  const first = await run(file, { batch: 20, atOnce: 1 })
  expect(first.json.children).toMatchObject({ read: 20, new: 19, refused: 1 })
  expect(first.json.firstFindings.filter(({ childId }) => childId === 'ALONE7')).toMatchObject([
    { problem: expect.stringContaining('no such birth') },
  ])
  expect(await kept('ALONE')).toEqual({ people: 19, referrals: 19, queued: 19 })
  const before = await counts()
  const second = await run(file, { batch: 6 })
  expect(second.json.children).toMatchObject({ unchanged: 19, refused: 1 })
  expect(second.json.findings).toEqual({ ...first.json.findings, new: 0 })
  expect(await counts()).toEqual(before)
})

test('a run that dies in the middle leaves whole children, and the next one ends as if it had not', async () => {
  await query(`create function break_here() returns trigger language plpgsql as
    $$ begin raise exception 'gone' using errcode = '57P01'; end $$`)
  await query(`create trigger zz_break before insert on record.person for each row
    when (new.date_of_birth = '2012-12-12') execute function break_here()`)
  await query('grant execute on function break_here() to public')
  const file = census(children('DIES', 20, { PersonBirthDate: '2012-12-12' }))
  await expect(run(file, { batch: 4, atOnce: 1 })).rejects.toThrow('gone')
  expect(await kept('DIES')).toEqual({ people: 4, referrals: 4, queued: 4 })
  await query('drop trigger zz_break on record.person')
  const { json } = await run(file)
  expect(json.children).toMatchObject({ read: 20, new: 16, unchanged: 4 })
  expect(await kept('DIES')).toEqual({ people: 20, referrals: 20, queued: 20 })
})

test('access agrees with the rule after an import', async () => {
  const teamId = await record.makers.team({ kind: 'duty' })
  const worker = await record.makers.worker()
  await record.makers.post({ workerId: worker.id, teamId })
  const [team] = await query<{ name: string }>('select name from record.team where id = $1', [teamId])
  await run(census(children('SEEN', 30)), { dutyTeam: team?.name ?? '' })
  const [row] = await query<{ entries: number; differences: number }>(
    `select (select count(distinct subject_id)::int from access.entry where actor_id = $1) as entries,
      access.differences()::int as differences`,
    [worker.id],
  )
  expect(row).toEqual({ entries: 30, differences: 0 })
})

test('one statement that adds rows of many children is one entry of the audit, which names them all', async () => {
  await run(census(children('NAMED', 5)), { batch: 5 })
  const entries = await query(
    `select cardinality(subject_ids) as people from audit.entry
     where action = 'insert' and resource = 'referral' and purpose = 'import' and subject_ids @> array(
       select person_id from record.person_identifier where value like 'NAMED%')`,
  )
  expect(entries).toEqual([{ people: 5 }])
})

test('a batch that meets one restricted child tells its list alone', async () => {
  const member = await record.makers.worker()
  await run(census(children('LISTED', 6)))
  const [row] = await query<{ person_id: string }>(
    `select person_id from record.person_identifier where value = 'LISTED3'`,
  )
  await record.makers.restriction({
    subjectId: row?.person_id as Parameters<typeof record.makers.restriction>[0]['subjectId'],
    members: [member.id],
  })
  await run(census(children('LISTED', 6)), { batch: 6 })
  const matches = await query('select subject_id, how from access.restricted_match')
  expect(matches).toEqual([{ subject_id: row?.person_id, how: 'import' }])
})

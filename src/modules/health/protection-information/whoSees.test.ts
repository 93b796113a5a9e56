import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, userClasses } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { accessText } from './message/nhsText.ts'
import { openProtection } from './testing/openProtection.ts'

// docs/access.md, "Child protection information at the NHS", rule by rule.
const record = await testRecord()
const { makers } = record
const stage = await openProtection(record)
const tables = [
  'protection_status',
  'protection_change',
  'protection_file_record',
  'protection_access',
  'protection_work',
]
const { personId, worker } = await stage.planned()
const nhsNumber = await stage.number(personId)
await stage.follow()
await stage.answer('CPF03', new Map([[personId, 'CPR03']]))
await stage.arrive(accessText(makeUuid(), [{ nhsNumber, at: Temporal.Now.instant() }]))

const count = async (actor: Actor, table: string): Promise<number | 'refused'> => {
  const asked = record.as(actor, work => sql`select id from ${sql.table(table)}`.execute(work.db()))
  return await asked.then(
    ({ rows }) => rows.length,
    (error: Error) => {
      if (error.message.includes('permission denied')) return 'refused'
      throw error
    },
  )
}
const post = async (
  teamId: Uuid,
  role: 'business_support' | 'social_worker' | 'team_manager',
  endedOn?: string,
) => {
  const one = await makers.worker()
  await makers.post({ workerId: one.id, teamId, role, ...(endedOn === undefined ? {} : { endedOn }) })
  return one
}

test('what is told of a child is read with the child’s record, by nobody for their class alone', async () => {
  for (const table of tables) expect(await count(worker, table), table).toBe(1)
  for (const kind of userClasses)
    for (const table of tables)
      expect([0, 'refused'], `${kind} ${table}`).toContain(
        await count(await makers.worker({ class: kind }), table),
      )
})

test('whoever has the summary alone reads how a plan stands, and not who opened it', async () => {
  const school = await makers.worker()
  await makers.involvement({ personId, workerId: school.id, role: 'school' })
  expect(await count(school, 'protection_status')).toBe(1)
  expect(await count(school, 'protection_access')).toBe(0)
})

test('the team that sends reads its work and the file, and no child’s row; a post that ended gives nothing', async () => {
  expect(await count(stage.sender, 'protection_work')).toBe(1)
  expect(await count(stage.sender, 'protection_file_body')).toBe(1)
  for (const table of tables.slice(0, 4)) expect(await count(stage.sender, table), table).toBe(0)
  for (const other of [
    await post(stage.ownerTeam, 'social_worker'),
    await post(stage.ownerTeam, 'business_support', '2025-01-01'),
    await post(await makers.team(), 'team_manager'),
  ]) {
    expect(await count(other, 'protection_work')).toBe(0)
    expect(await count(other, 'protection_file_body')).toBe(0)
  }
})

test('a file with somebody kept from the sender is taken out by a colleague, and work on them is hidden', async () => {
  const related = await post(stage.ownerTeam, 'business_support')
  await stage.tell(
    sql`insert into access.conflict (actor_id, subject_id, kind, declared_by) values (${related.id}, ${personId}, 'own_family', ${worker.id})`,
  )
  expect(await count(related, 'protection_file_body')).toBe(0)
  expect(await count(related, 'protection_work')).toBe(0)
  expect(await count(stage.sender, 'protection_file_body')).toBe(1)
})

test('nobody at work writes what is told, or reads messages as they came', async () => {
  const tries = [
    sql`update protection_file_record set answer_code = 'CPR06'`,
    sql`insert into protection_change (number, status_id, person_id, what, started_on, made_at) select 99, id, person_id, 'ended', started_on, now() from protection_status`,
    sql`update protection_status set deleted_at = now()`,
    sql`select sealed from protection_message`,
    sql`select * from protection_inactive`,
  ]
  for (const actor of [worker, stage.sender])
    for (const one of tries)
      await expect(record.as(actor, work => one.execute(work.db()))).rejects.toThrow('permission denied')
})

test('the queue is never altered, by the service either', async () => {
  await expect(
    stage.listen(work => sql`update protection_change set what = 'ended'`.execute(work.db())),
  ).rejects.toThrow('permission denied')
})

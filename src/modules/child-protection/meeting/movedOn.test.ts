import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'

const record = await testRecord()
const { makers } = record
const tell = (text: ReturnType<typeof sql>) =>
  record.as(serviceActor('storyteller'), work => text.execute(work.db()))
const [trust, surgery] = [makeUuid(), makeUuid()]
for (const id of [trust, surgery])
  await tell(sql`insert into organisation (id, name, kind) values (${id}, ${`Invented ${id}`}, 'nhs')`)
const admin = await makers.worker({ class: 'administrator' })

/** A nurse of the trust who works with a child and is asked to a meeting about them. */
async function nurse() {
  const [actor, chair, child, meeting] = [
    await makers.worker(),
    await makers.worker(),
    await makers.person(),
    makeUuid(),
  ]
  await tell(sql`update worker set organisation_id = ${trust} where id = ${actor.id}`)
  await makers.involvement({ personId: child, workerId: actor.id, role: 'health_visitor' })
  await tell(sql`insert into meeting (id, kind, person_ids, reason, identified_at, planned_at, minutes, how, chair_id, agenda, status, invited_ids, papers_until, created_by, created_at)
    values (${meeting}, 'strategy', ${[child]}::uuid[], 'A reason', now(), now() + interval '1 day', 60, 'online', ${chair.id}, '[]', 'planned', '{}', current_date + 30, ${chair.id}, now())`)
  await tell(sql`insert into meeting_child (meeting_id, person_id) values (${meeting}, ${child})`)
  await tell(sql`insert into meeting_invitee (meeting_id, side, agency, worker_id, invited_at, response, report_expected)
    values (${meeting}, 'professional', 'health', ${actor.id}, now(), 'none', false)`)
  const sees = async () => {
    const { rows } = await record.as(actor, work =>
      sql<{
        children: number
        meetings: number
      }>`select (select count(*)::int from person where id = ${child}) as children,
        (select count(*)::int from meeting where id = ${meeting}) as meetings`.execute(work.db()),
    )
    return rows[0]
  }
  const change = (what: ReturnType<typeof sql>) =>
    record.as(admin, work => sql`update worker set ${what} where id = ${actor.id}`.execute(work.db()))
  return { sees, change }
}

test('whoever moves to another organisation sees neither the child nor the meeting of the former one', async () => {
  const { sees, change } = await nurse()
  expect(await sees()).toEqual({ children: 1, meetings: 1 })
  await change(sql`organisation_id = ${surgery}`)
  expect(await sees()).toEqual({ children: 0, meetings: 0 })
})

test('another telephone number ends nothing', async () => {
  const { sees, change } = await nurse()
  await change(sql`telephone = '01632 960123'`)
  expect(await sees()).toEqual({ children: 1, meetings: 1 })
})

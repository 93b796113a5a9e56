import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { meetingStage } from '../../child-protection/meeting/testing/meetingStage.ts'
import { mySchoolRoute } from './mySchoolRoute.ts'
import { readMySchool } from './readMySchool.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const stage = await meetingStage(record)
const ask = askPage(record.as, [mySchoolRoute])
const tell = (text: ReturnType<typeof sql>) => stage.tell(work => text.execute(work.db()))
const today = Temporal.Now.plainDateISO('Europe/London')

async function school() {
  const id = makeUuid()
  await tell(
    sql`insert into organisation (id, name, kind) values (${id}, ${`Invented School ${id}`}, 'school')`,
  )
  return id
}
async function leadOf(schoolId: Uuid, endedOn: string | null = null) {
  const lead = await makers.worker()
  await tell(sql`update worker set organisation_id = ${schoolId} where id = ${lead.id}`)
  await makers.post({ workerId: lead.id, role: 'designated_safeguarding_lead', endedOn })
  return lead
}
const [ours, theirs] = [await school(), await school()]
const [lead, other] = [await leadOf(ours), await leadOf(theirs)]

/** A child of the stage's team at our school, where nobody who signs in is named. */
async function pupil(endedOn: string | null = null): Promise<Uuid> {
  const [child] = await stage.siblings(2)
  if (child === undefined) throw new Error('A child was made')
  await tell(sql`insert into involvement (person_id, organisation_id, professional_name, role, started_on, ended_on)
    values (${child}, ${ours}, 'Head Madeup', 'designated_safeguarding_lead', '2025-09-01', ${endedOn}::date)`)
  return child
}
const of = async (actor: Actor, child: Uuid) =>
  (await record.as(actor, readMySchool)).find(({ personId }) => personId === child)
const leaves = (child: Uuid, on: Temporal.PlainDate) =>
  tell(sql`update involvement set ended_on = ${on.toString()}::date where person_id = ${child}`)
const isRead = async (actor: Actor, child: Uuid) =>
  (await record.as(actor, work => sql`select id from person where id = ${child}`.execute(work.db()))).rows
    .length > 0

test('a child with a social worker stands there with whom to ring, and no record opens', async () => {
  const child = await pupil()
  await tell(sql`update team set telephone = '01632 960100' where id = ${stage.teamId}`)
  expect(await of(lead, child)).toMatchObject({
    telephone: '01632 960100',
    isNamed: false,
    since: Temporal.PlainDate.from('2025-09-01'),
  })
  expect(await isRead(lead, child)).toBe(false)
  const page = contentOf(await ask(lead, 'GET', '/my-school'))
  expect(page).toContain('01632 960100')
  expect(page).toContain('What is not shown, and why')
  expect(page).not.toContain(`/people/${child}`)
})

test('a plan is told by its summary, and siblings who are elsewhere are not', async () => {
  const child = await pupil()
  await tell(
    sql`insert into cp_plan (person_id, started_on, initial_category) values (${child}, '2026-01-05', 'NEG')`,
  )
  expect(await of(lead, child)).toMatchObject({ category: 'NEG' })
  const { rows } = (await stage.tell(work =>
    sql<{ id: Uuid }>`select b.person_id as id from family_member a join family_member b
    on b.family_id = a.family_id and b.person_id <> a.person_id where a.person_id = ${child}`.execute(
      work.db(),
    ),
  )) as { rows: { id: Uuid }[] }
  expect(rows.length).toBeGreaterThan(0)
  for (const { id } of rows) expect(await of(lead, id)).toBeUndefined()
})

test('no other school, no social worker and no lead who has left the post is told', async () => {
  const child = await pupil()
  expect(await of(other, child)).toBeUndefined()
  expect(await of(stage.worker, child)).toBeUndefined()
  expect(await of(await leadOf(ours, '2026-01-05'), child)).toBeUndefined()
  expect(contentOf(await ask(stage.worker, 'GET', '/my-school'))).toContain('no child is shown here')
})

test('a child who leaves the school is gone from the page at that moment', async () => {
  const child = await pupil()
  expect(await of(lead, child)).toBeDefined()
  await leaves(child, today)
  expect(await of(lead, child)).toBeUndefined()
})

test('a lead who was named reads who the child was until the day has passed, and nothing after', async () => {
  const child = await pupil()
  await tell(sql`update involvement set worker_id = ${lead.id} where person_id = ${child}`)
  expect((await of(lead, child))?.isNamed).toBe(true)
  expect(await isRead(lead, child)).toBe(true)
  await leaves(child, today.subtract({ days: 1 }))
  expect(await isRead(lead, child)).toBe(false)
  expect(await of(lead, child)).toBeUndefined()
})

test('a restricted child is not there', async () => {
  const child = await pupil()
  await makers.restriction({ subjectId: child })
  expect(await of(lead, child)).toBeUndefined()
})

test('a child without open work is not there', async () => {
  const child = await pupil()
  await tell(sql`update allocation set ended_on = ${today.toString()}::date where person_id = ${child}`)
  expect(await of(lead, child)).toBeUndefined()
})

test('the next meeting is there when the school is asked, with the report; another is not', async () => {
  const [child, quiet] = [await pupil(), await pupil()]
  await stage.planned([quiet], { plannedAt: Temporal.Now.instant().add({ hours: 48 }) })
  expect((await of(lead, quiet))?.meeting).toBeNull()
  const chair = await makers.worker()
  await makers.post({ workerId: chair.id, role: 'conference_chair', teamId: await makers.team() })
  const meetingId = await stage.planned([child], {
    kind: 'review',
    chairId: chair.id,
    plannedAt: Temporal.Now.instant().add({ hours: 24 * 20 }),
    invitees: [
      stage.asked(stage.manager, 'social_care', true),
      { side: 'professional', agency: 'education', workerId: lead.id, reportExpected: true },
    ],
  })
  expect((await of(lead, child))?.meeting).toMatchObject({ id: meetingId, isInvited: true, report: 'asked' })
})

test('of a past moment nothing is told', async () => {
  await pupil()
  const at = await record.settled()
  expect(await record.as(lead, readMySchool, { knownAt: at })).toEqual([])
})

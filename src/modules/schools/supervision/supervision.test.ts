import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { schoolsModule } from '../module.ts'
import { contactsFrom, placements } from '../placements/readPlacements.ts'
import { openActions, sessionsSeen } from './readSupervision.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, schoolsModule.routes)
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))
const today = Temporal.Now.plainDateISO('Europe/London')

const school = makeUuid()
const other = makeUuid()
for (const [id, name] of [
  [school, 'Invented Academy'],
  [other, 'Another Academy'],
])
  await tell(sql`insert into organisation (id, name, kind) values (${id}, ${name}, 'school')`)
async function member(
  role: 'designated_safeguarding_lead' | 'senior_social_worker' | 'social_worker' | 'service_leader',
  at: Uuid | null = null,
) {
  const worker = await makers.worker()
  await tell(sql`update worker set organisation_id = ${at}::uuid where id = ${worker.id}`)
  const areaId = role === 'service_leader' ? { areaId: await makers.area() } : {}
  await makers.post({ workerId: worker.id, role, ...areaId })
  return worker
}
const lead = await member('designated_safeguarding_lead', school)
const otherLead = await member('designated_safeguarding_lead', other)
const [experienced, second, fresh, leader] = [
  await member('senior_social_worker'),
  await member('senior_social_worker'),
  await member('social_worker'),
  await member('service_leader'),
]
const director = await makers.worker({ class: 'director' })

const dayFields = (name: string, day: Temporal.PlainDate) => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})
const give = (by: Actor, what = 'Read the policy on thresholds again', more: object = {}, of: Actor = lead) =>
  ask(by, 'POST', '/school-supervision/leads/:leadId', {
    params: { leadId: of.id },
    sent: {
      ...dayFields('held', today),
      themes: ['0', '2'],
      'what-0': what,
      'owner-0': 'lead',
      ...dayFields('due-0', today.add({ days: 20 })),
      ...more,
    },
  })
const seen = async (actor: Actor) => ({
  sessions: (await record.as(actor, work => sessionsSeen(work))).length,
  actions: (await record.as(actor, work => openActions(work))).map(({ what }) => what),
})

describe('a session', () => {
  beforeAll(async () => {
    expect(await give(experienced)).toMatchObject({ kind: 'redirect' })
  })
  test('is read by the lead and who gave it, and by nobody else', async () => {
    for (const actor of [lead, experienced]) expect((await seen(actor)).sessions).toBe(1)
    for (const actor of [otherLead, second, fresh, leader]) expect((await seen(actor)).sessions).toBe(0)
  })
  test('is not given by a social worker without experience, nor to whoever leads no school', async () => {
    expect(await give(fresh)).toEqual({ kind: 'not_found' })
    expect(await give(experienced, 'x', {}, second)).toEqual({ kind: 'not_found' })
    const spoof = record.as(fresh, work =>
      sql`insert into lead_supervision (school_id, lead_id, held_on, themes) values (${school}, ${lead.id}, ${today}::date, array['x'])`.execute(
        work.db(),
      ),
    )
    await expect(spoof).rejects.toThrow('row-level security')
  })
  test('asks for a theme of the authority’s list, and a day that is not to come', async () => {
    const answer = contentOf(
      await give(experienced, 'x', { themes: ['99'], ...dayFields('held', today.add({ days: 2 })) }),
    )
    expect(answer).toContain('Select what you spoke of')
    expect(answer).toContain('must not be in the future')
  })
  test('carries what is agreed to whoever supervises the school next, until it is done', async () => {
    expect(await give(second, 'Meet the governors')).toMatchObject({ kind: 'redirect' })
    const open = await record.as(second, work => openActions(work))
    expect(open.map(({ what }) => what)).toEqual([
      'Read the policy on thresholds again',
      'Meet the governors',
    ])
    const first = open[0]?.id ?? makeUuid()
    expect(
      await ask(otherLead, 'POST', '/school-supervision/actions/:actionId/done', {
        params: { actionId: first },
      }),
    ).toEqual({ kind: 'not_found' })
    await ask(lead, 'POST', '/school-supervision/actions/:actionId/done', { params: { actionId: first } })
    expect((await seen(second)).actions).toEqual(['Meet the governors'])
    expect(await give(second, 'Another', { done: open[1]?.id })).toMatchObject({ kind: 'redirect' })
    expect((await seen(lead)).actions).toEqual(['Another'])
  })
  test('gets no further action from whoever gave it once they hold no such post', async () => {
    const before = await member('senior_social_worker')
    expect(await give(before, 'Ring the nurse')).toMatchObject({ kind: 'redirect' })
    await tell(
      sql`update post set ended_on = ${today.subtract({ days: 1 })}, started_on = '2024-01-01' where worker_id = ${before.id}`,
    )
    const adding = record.as(before, work =>
      sql`insert into lead_supervision_action (session_id, school_id, what, owner, due_on)
        select id, school_id, 'Another', 'lead', ${today} from lead_supervision where supervisor_id = ${before.id}`.execute(
        work.db(),
      ),
    )
    await expect(adding).rejects.toThrow('row-level security')
  })
  test('shows the lead when the next is due', async () => {
    expect(contentOf(await ask(lead, 'GET', '/school-supervision'))).toContain(
      'Your next session at Invented Academy',
    )
  })
})

test('an action that names a child of the school is refused by the form, and by the database', async () => {
  const child = await makers.person({ given: 'Ottoline', family: 'Farthingale' })
  await tell(sql`insert into involvement (person_id, organisation_id, professional_name, role, started_on)
    values (${child}, ${school}, 'Head Madeup', 'designated_safeguarding_lead', '2025-09-01')`)
  for (const words of ['Ring Ottoline’s mother', 'Look at the Farthingale file'])
    expect(contentOf(await give(experienced, words))).toContain('Write it without the name of a child')
  const { rows } = (await record.as(experienced, work =>
    sql<{ id: Uuid }>`select id from lead_supervision limit 1`.execute(work.db()),
  )) as { rows: { id: Uuid }[] }
  const spoof = record.as(experienced, work =>
    sql`insert into lead_supervision_action (session_id, school_id, what, owner, due_on)
      values (${rows[0]?.id}, ${school}, 'See Ottoline', 'lead', ${today}::date)`.execute(work.db()),
  )
  await expect(spoof).rejects.toThrow('names a child')
})

test('no table of it refers to a person of the record', async () => {
  const { rows } = (await record.database.as(serviceActor('verifier'), 'test', work =>
    sql<{
      n: number
    }>`select count(*)::integer as n from pg_constraint where contype = 'f' and confrelid = 'record.person'::regclass
      and conrelid = any (array['record.lead_supervision', 'record.lead_supervision_action', 'record.school_placement']::regclass[])`.execute(
      work.db(),
    ),
  )) as { rows: { n: number }[] }
  expect(rows[0]?.n).toBe(0)
})

describe('numbers of all schools', () => {
  test('tell leaders and directors of sessions, themes and who is overdue, and repeat no text', async () => {
    for (const actor of [leader, director]) {
      const page = contentOf(await ask(actor, 'GET', '/school-supervision/schools'))
      expect(page).toContain('Another Academy')
      expect(page).toContain('1 of 2 schools has no session')
      expect(page).toContain('Thresholds, and when to refer')
      expect(page).not.toContain('governors')
    }
  })
  test('are not told to anybody else', async () => {
    for (const actor of [lead, fresh]) {
      expect((await ask(actor, 'GET', '/school-supervision/schools')).kind).toBe('forbidden')
      const { rows } = (await record.as(actor, work =>
        sql`select * from access.school_support('2020-01-01', ${today}::date)`.execute(work.db()),
      )) as { rows: unknown[] }
      expect(rows).toEqual([])
    }
  })
})

test('a placement shows its days, and contacts from there to those who may see them alone', async () => {
  const admin = await makers.worker({ class: 'administrator' })
  await record.as(admin, work =>
    sql`insert into school_placement (school_id, worker_id, days, started_on) values (${school}, ${fresh.id}, array['monday', 'thursday'], '2026-01-05')`.execute(
      work.db(),
    ),
  )
  const team = await makers.team({ kind: 'front_door' })
  await tell(sql`insert into contact (reference, team_id, channel, received_at, referrer_organisation_id, worries, created_by)
    values ('KF-2222-3333', ${team}, 'in_person', now(), ${school}, 'Hungry', ${fresh.id}), ('KF-2222-4444', ${team}, 'partner_form', now(), ${school}, 'Cold', ${lead.id})`)
  const own = (actor: Actor) => record.as(actor, work => contactsFrom(work, [school]))
  expect(await record.as(lead, placements)).toMatchObject([
    { days: ['monday', 'thursday'], schoolId: school },
  ])
  expect(await own(fresh)).toMatchObject([{ reference: 'KF-2222-3333', byPlaced: true, isOwn: true }])
  expect(await own(lead)).toMatchObject([{ reference: 'KF-2222-4444', byPlaced: false }])
  expect(await own(second)).toEqual([])
  expect(contentOf(await ask(lead, 'GET', '/school-placements'))).toContain('Monday, Thursday')
  expect(contentOf(await ask(director, 'GET', '/school-supervision/schools'))).toContain('Invented Academy')
})

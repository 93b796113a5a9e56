import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askedOfMe, decideUnexplained, findUnexplained, unexplainedLooks } from './unexplained.ts'

const record = await testRecord()
const { makers } = record
const WORKERS = 24
const CHILDREN_EACH = 12
const SNOOPS = 40
const today = Temporal.Now.plainDateISO('Europe/London')
const monday = today.subtract({ days: today.dayOfWeek - 1 + 7 })
let superuser: pg.Client
let manager: Actor
let planted: { readonly actor: Uuid; readonly child: Uuid }[] = []
const workers: Actor[] = []

/** A wednesday of the week that is looked at; entries are stamped by the database, so a superuser writes them. */
const at = (minutes: number) =>
  monday.add({ days: 2 }).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).add({ minutes })
const looked = async (rows: readonly (readonly [Uuid, Uuid, string, number, string])[]) => {
  await superuser.query(
    `insert into audit.entry (at, actor_id, class, action, resource, subject_ids, relationship)
     select t.at::timestamptz, t.actor::uuid, 'practitioner', t.action, 'person', array[t.subject::uuid], t.tie
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) t (at, actor, subject, action, tie)`,
    [
      rows.map(row => at(row[3]).toInstant().toString()),
      rows.map(row => row[0]),
      rows.map(row => row[1]),
      rows.map(row => row[2]),
      rows.map(row => row[4]),
    ],
  )
}

beforeAll(async () => {
  superuser = new pg.Client(record.superuserUrl)
  await superuser.connect()
  await superuser.query('alter table audit.entry disable trigger stamp')
  const teamId = await makers.team()
  manager = await makers.worker()
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const children: Uuid[] = []
  const ownOf = new Map<Uuid, Uuid[]>()
  for (let count = 0; count < WORKERS; count += 1) {
    const worker = await makers.worker()
    workers.push(worker)
    await makers.post({ workerId: worker.id, teamId })
    const { children: own } = await makers.family({ children: 2, adults: 0 })
    for (const personId of own) await makers.allocation({ personId, teamId, workerId: worker.id })
    ownOf.set(worker.id, [...own])
    children.push(...own)
  }
  const looks: [Uuid, Uuid, string, number, string][] = []
  workers.forEach(({ id }, place) => {
    const own = ownOf.get(id) ?? []
    for (const child of own)
      for (let n = 0; n < CHILDREN_EACH * 8; n += 1) looks.push([id, child, 'read', n, 'allocation'])
    // Work without an allocation: they wrote of a colleague's child a week ago, and read it now.
    const other = children[(place * 2 + 7) % children.length] as Uuid
    looks.push([id, other, 'insert', -7 * 24 * 60, 'duty_queue'], [id, other, 'read', place, 'duty_queue'])
    // Seen in a list is no look at a record.
    for (const child of children) if (!own.includes(child)) looks.push([id, child, 'list', place, 'team'])
  })
  const known = new Set(
    looks.map(([actor, child]) => `${actor} ${child}`).filter((_, index) => looks[index]?.[2] !== 'list'),
  )
  const pairs = workers.flatMap(({ id }) => children.map(child => ({ actor: id, child })))
  planted = pairs
    .filter(({ actor, child }) => !known.has(`${actor} ${child}`))
    .filter((_, index) => index % 23 === 0)
    .slice(0, SNOOPS)
  for (const { actor, child } of planted) looks.push([actor, child, 'read', 30, 'team'])
  await looked(looks)
}, 60_000)
afterAll(() => superuser.end())

test('explains what stands beside work, and finds everyone who looked without', async () => {
  const keep = () => record.as(serviceActor('clockkeeper'), work => findUnexplained(work, monday))
  const found = await keep()
  const explained = 1 - found.unexplainedLooks / found.looks
  const kept = await record.as(manager, work => unexplainedLooks(work, monday))
  const caught = planted.filter(({ actor, child }) =>
    kept.some(one => one.actorId === actor && one.personId === child),
  )
  expect(found.looks).toBeGreaterThan(4_000)
  expect(planted).toHaveLength(SNOOPS)
  expect(explained).toBeGreaterThan(0.97)
  expect(caught.length / planted.length).toBeGreaterThanOrEqual(0.95)
  expect(kept.length).toBe(found.unexplainedPairs)
  expect(kept.length - caught.length).toBe(0)
  await keep()
  expect(await record.as(manager, work => unexplainedLooks(work, monday))).toHaveLength(kept.length)
})

test('is told to the managers of those workers, who say why or ask; to nobody else', async () => {
  const told = await record.as(manager, work =>
    work.db<{ 'app.notice': { kind: string } }>().selectFrom('app.notice').select('kind').execute(),
  )
  expect(told.map(row => row.kind)).toContain('unexplained')
  const [first] = await record.as(manager, work => unexplainedLooks(work, monday))
  if (first === undefined) throw new Error('Nothing was found')
  const elsewhere = await makers.worker()
  await makers.post({ workerId: elsewhere.id, teamId: await makers.team(), role: 'team_manager' })
  const decision = { id: first.id, outcome: 'asked', remark: 'Why did you look?' } as const
  for (const actor of [elsewhere, workers[0] as Actor]) {
    expect(await record.as(actor, work => unexplainedLooks(work, monday))).toEqual([])
    expect(await record.as(actor, work => decideUnexplained(work, decision))).toBe('not_found')
  }
  expect(await record.as(manager, work => decideUnexplained(work, decision))).toBe('kept')
  const asked = await record.as({ id: first.actorId, class: 'practitioner' }, askedOfMe)
  expect(asked.map(one => one.remark)).toEqual(['Why did you look?'])
  const explained = { ...decision, outcome: 'explained', remark: 'Covered the duty desk' } as const
  expect(await record.as(manager, work => decideUnexplained(work, explained))).toBe('kept')
  expect(await record.as(manager, work => decideUnexplained(work, explained))).toBe('explained_already')
  expect(await record.as(manager, work => decideUnexplained(work, { ...decision, id: makeUuid() }))).toBe(
    'not_found',
  )
})

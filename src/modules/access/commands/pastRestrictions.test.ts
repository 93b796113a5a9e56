import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { changeNamedList, restrictionOf, restrictPerson } from '../index.ts'

const record = await testRecord()
const { makers } = record
let director: Actor
let former: Actor
let later: Actor
let child: Uuid
let before: Temporal.Instant
let made: Temporal.Instant
let withFormer: Temporal.Instant

const change = (worker: Actor, isMember: boolean) =>
  record.as(director, work => changeNamedList(work, { personId: child, workerId: worker.id, isMember }))
const restrict = (note: string, endsAt: Temporal.Instant | null = null) =>
  record.as(director, work => restrictPerson(work, { personId: child, reason: 'staff_family', note, endsAt }))
const seenBy = (actor: Actor, knownAt?: Temporal.Instant) =>
  record.as(actor, work => restrictionOf(work, child), knownAt ? { knownAt } : {})

beforeAll(async () => {
  director = await makers.worker({ class: 'director' })
  former = await makers.worker()
  later = await makers.worker()
  child = await makers.person()
  before = await record.settled()
  await restrict('As first told')
  made = await record.settled()
  await change(former, true)
  withFormer = await record.settled()
  await change(former, false)
  await change(later, true)
  await restrict('As corrected')
  await record.settled()
})

test('the list of a past day is answered as it stood, with what was said of it then', async () => {
  expect(await seenBy(director, made)).toMatchObject({ note: 'As first told', memberIds: [director.id] })
  expect(await seenBy(director, withFormer)).toMatchObject({
    note: 'As first told',
    endsAt: null,
    memberIds: [director.id, former.id],
  })
  expect(await seenBy(director)).toMatchObject({ note: 'As corrected', memberIds: [director.id, later.id] })
})

test('whoever is on the list today reads its past, and whoever was then and is no more reads nothing', async () => {
  expect(await seenBy(later, withFormer)).toMatchObject({ memberIds: [director.id, former.id] })
  for (const instant of [made, withFormer, undefined]) expect(await seenBy(former, instant)).toBeNull()
  expect(await seenBy(await makers.worker({ class: 'director' }), withFormer)).toBeNull()
})

test('before the restriction there was none', async () => {
  expect(await seenBy(director, before)).toBe('not_then')
  expect(await seenBy(former, before)).toBeNull()
})

test('a past moment opens nothing to who was on the list then', async () => {
  const sees = (actor: Actor) =>
    record.as(
      actor,
      async work => {
        const { rows } = await sql`select id from person where id = ${child}`.execute(work.db())
        return rows.length
      },
      { knownAt: withFormer },
    )
  expect([await sees(former), await sees(later)]).toEqual([0, 1])
})

test('the past is read by nobody directly, and changed by nobody', async () => {
  for (const table of ['restriction_past', 'restriction_member_past']) {
    const ask = (actor: Actor, text: string) =>
      record.as(actor, work => sql`${sql.raw(text)}`.execute(work.db()))
    for (const actor of [director, later, serviceActor('importer')])
      await expect(ask(actor, `select recorded_to from access.${table}`)).rejects.toThrow('permission denied')
    const { rows } = await record.as(serviceActor('verifier'), work =>
      sql<{ rights: string }>`
        select a.privilege_type as rights from pg_class c, aclexplode(c.relacl) a
        where c.oid = ${`access.${table}`}::regclass and a.grantee <> c.relowner
          and a.privilege_type not in ('SELECT', 'INSERT')`.execute(work.db()),
    )
    expect(rows).toEqual([])
  }
})

test('an ended restriction leaves nobody who reads its past', async () => {
  await restrict('As ended', Temporal.Now.instant())
  expect(await seenBy(director, withFormer)).toBeNull()
})

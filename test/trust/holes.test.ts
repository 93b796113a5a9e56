import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { signContext } from '../../src/platform/db/context.ts'

// Known ways round row-level security, each tried on the real schema.
const record = await testRecord()
const { makers, door } = record
let worker: Actor
let mine: Uuid
let hidden: Uuid
let server: pg.Client & { processID?: number }
let owner: pg.Client

beforeAll(async () => {
  worker = await makers.worker()
  mine = await makers.person()
  hidden = await makers.person({ given: 'Obscura', family: 'Veilworth' })
  await makers.allocation({ personId: mine, teamId: await makers.team(), workerId: worker.id })
  server = new pg.Client(record.serveUrl)
  owner = new pg.Client(record.ownerUrl)
  await Promise.all([server.connect(), owner.connect()])
})
afterAll(() => Promise.all([server.end(), owner.end()]))

/** Runs SQL as the worker in a transaction that is always undone; a refusal answers its message. */
async function tryAs(actor: Actor, text: string, values: unknown[] = []): Promise<pg.QueryResult | string> {
  await server.query('begin')
  try {
    await server.query('select set_config($1, $2, true), set_config($3, $4, true)', [
      'role',
      `${actor.class}@${door.suffix}`,
      'kith.context',
      signContext(actor, 'test', server.processID ?? 0, door.contextKey),
    ])
    return await server.query(text, values)
  } catch (error) {
    return (error as Error).message
  } finally {
    await server.query('rollback')
  }
}
const rowsOf = (answer: pg.QueryResult | string) => (typeof answer === 'string' ? answer : answer.rows)

test('the owner of the tables reads nothing: row-level security is forced', async () => {
  const { rows } = await owner.query(
    'select (select count(*) from record.person) + (select count(*) from history.person) + (select count(*) from access.entry) + (select count(*) from audit.entry) as n',
  )
  expect(rows).toEqual([{ n: '0' }])
})

test('a view asks with the rights of its reader', async () => {
  const asked = `select set_config('kith.known_at', clock_timestamp()::text, true)`
  expect(
    rowsOf(await tryAs(worker, `with k as materialized (${asked}) select id from k, known_at.person`)),
  ).toEqual([{ id: mine }])
})

test('a foreign key tells nobody that a hidden person exists: both are refused alike', async () => {
  const insert = `insert into record.person_name (person_id, given) values ($1, 'Probe')`
  const there = await tryAs(worker, insert, [hidden])
  const absent = await tryAs(worker, insert, [makeUuid()])
  expect(there).toBe('new row violates row-level security policy for table "person_name"')
  expect(absent).toBe(there)
})

test('a link to a hidden person is refused as one to nobody is', async () => {
  const insert = `insert into record.family_member (family_id, person_id, role) values ($1, $2, 'child')`
  const { familyId } = await makers.family({ children: [mine], adults: 0 })
  const [there, absent] = [
    await tryAs(worker, insert, [familyId, hidden]),
    await tryAs(worker, insert, [familyId, makeUuid()]),
  ]
  expect([typeof there, absent]).toEqual(['string', there])
})

test('a taken id is the only thing a duplicate key could tell, and ids are not to be guessed', async () => {
  const answer = await tryAs(worker, 'insert into record.person (id) values ($1)', [hidden])
  expect(answer).toContain('person_pkey') // knowing the id already is the price of this answer
  const unique = await owner.query(
    `select conrelid::regclass::text as name, pg_get_constraintdef(oid) as keys from pg_constraint
     where contype = 'u' and conrelid::regclass::text like 'record.%' order by 1`,
  )
  const ofPeople = unique.rows.filter(
    row => /value|name_key|postcode|date_of_birth/.test(row.keys) && row.name !== 'record.class_mapping',
  )
  expect(ofPeople).toEqual([]) // no unique key over a person's identifier, name, address or birth
})

describe('what no policy guards is not granted', () => {
  test.each([
    'truncate record.person',
    'truncate record.person cascade',
    'delete from record.person',
    'delete from record.note',
    'delete from history.person',
    'update history.person set sex = null',
    'truncate audit.entry',
    'delete from audit.entry',
    'update audit.entry set action = null',
    'alter table record.person disable row level security',
    'alter table record.person disable trigger all',
    'create table record.mine (id int)',
    'create temporary table person (id int)',
    'create policy open on record.person using (true)',
    'drop table record.person',
  ])('%s', async text => {
    expect(await tryAs(worker, text)).toMatch(/permission denied|must be owner/)
  })
})

test('a copy of the table to the client holds what is visible', async () => {
  expect(await tryAs(worker, 'copy record.person to stdout')).toMatchObject({ rowCount: 1 })
})

test('switching row security off is an error, not a way in', async () => {
  await server.query('set row_security = off')
  const answer = await tryAs(worker, 'select id from record.person')
  await server.query('reset row_security')
  expect(answer).toContain('row-level security policy for table "person"')
})

test('the error of an expression does not tell of hidden rows: the policy comes first', async () => {
  const answer = await tryAs(
    worker,
    `select 1 / (case when given = 'Obscura' then 0 else 1 end) from record.person_name`,
  )
  expect(rowsOf(answer)).toHaveLength(1)
})

test('a function written by the caller does not see hidden rows either', async () => {
  const text = `create function pg_temp.spy(t text) returns boolean language plpgsql cost 0.0000001 as 'begin raise notice ''%'', t; return true; end'`
  expect(await tryAs(worker, text)).toContain('permission denied')
})

test('the estimates of the planner know no values of hidden rows', async () => {
  const explained = await tryAs(worker, `explain select from record.person_name where given = 'Obscura'`)
  const statistics = await tryAs(
    worker,
    `select most_common_vals from pg_stats where schemaname = 'record' and tablename = 'person_name'`,
  )
  expect([rowsOf(statistics), typeof explained]).toEqual([[], 'object'])
})

test('an exact count, a join and a subquery count what is visible', async () => {
  const text = `select (select count(*) from record.person)::int as people,
    (select count(*) from record.person p join record.person_name n on n.person_id = p.id)::int as names,
    exists (select from record.person where id = $1) as hidden, (select max(date_of_birth) from record.person where id = $1) as born`
  expect(rowsOf(await tryAs(worker, text, [hidden]))).toEqual([
    { people: 1, names: 1, hidden: false, born: null },
  ])
})

test('nobody widens their own access', async () => {
  const grab = `insert into access.entry values ($1, $2, 'B2', true, now(), 'infinity', 'created', gen_random_uuid())`
  expect(await tryAs(worker, grab, [worker.id, hidden])).toContain('permission denied')
  expect(await tryAs(worker, `update access.entry set subject_id = $1`, [hidden])).toContain(
    'permission denied',
  )
  expect(await tryAs(worker, 'select access.refresh_all()')).toContain('permission denied')
  const allocate = `insert into record.allocation (person_id, team_id, worker_id, role, started_on)
    select $1, team_id, worker_id, 'co_worker', started_on from record.allocation limit 1`
  expect(await tryAs(worker, allocate, [hidden])).toContain('row-level security')
})

test('a row is not moved to a person out of sight, nor taken from one', async () => {
  expect(await tryAs(worker, 'update record.person_name set person_id = $1', [hidden])).toContain(
    'row-level security',
  )
  const taken = await tryAs(worker, 'update record.person_name set person_id = $1 where person_id = $2', [
    mine,
    hidden,
  ])
  expect(typeof taken === 'string' ? taken : taken.rowCount).toBe(0)
})

test('a cascade removes nothing: the owner cannot delete a person with a past', async () => {
  await expect(owner.query('delete from record.person where id = $1', [hidden])).resolves.toMatchObject({
    rowCount: 0,
  })
})

test("an audit entry is only ever in one's own name", async () => {
  const text = `insert into audit.entry (actor_id, action, resource) values ($1, 'read', 'person')`
  expect(await tryAs(worker, text, [makeUuid()])).toContain('row-level security')
  expect(typeof (await tryAs(worker, text, [worker.id]))).toBe('object')
  expect(await tryAs(serviceActor('courier'), text, [worker.id])).toContain('row-level security')
})

import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, NotSettledError } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { PeopleTables } from '../../src/modules/people/tables.ts'

const record = await testRecord(6)
const { makers } = record
let superuser: pg.Client
let worker: Actor
let teamId: Uuid

beforeAll(async () => {
  superuser = new pg.Client(record.superuserUrl)
  await superuser.connect()
  worker = await makers.worker()
  teamId = await makers.team()
})
afterAll(() => superuser.end())

async function personOf(actor: Actor): Promise<Uuid> {
  const personId = await makers.person()
  await makers.allocation({ personId, teamId, workerId: actor.id, role: 'co_worker' })
  return personId
}
const setLanguage = (personId: Uuid, language: string | null, fail = false) =>
  record.as(worker, async work => {
    await work
      .db<PeopleTables>()
      .updateTable('person')
      .set({ first_language: language })
      .where('id', '=', personId)
      .execute()
    if (fail) throw new Error('undone')
  })
const languageAt = async (personId: Uuid, knownAt?: Temporal.Instant) => {
  const rows = await record.as(
    worker,
    work =>
      work
        .db<PeopleTables>()
        .selectFrom('person')
        .select('first_language')
        .where('id', '=', personId)
        .execute(),
    knownAt ? { knownAt } : {},
  )
  return rows.map(row => row.first_language)
}

/** Rows of one id, present and past, whose spans do not run on from one another; each table in the same way. */
const broken = (table: string) => `
  with spans as (select id, recorded_from, recorded_to from history.${table}
    union all select id, recorded_from, 'infinity' from record.${table}),
  ordered as (select *, lead(recorded_from) over (partition by id order by recorded_from) as next from spans)
  select id from ordered where recorded_to <= recorded_from or (next is not null and next <> recorded_to)`

describe('every table of the record', async () => {
  const catalogue = new pg.Client(record.superuserUrl)
  await catalogue.connect()
  const { rows } = await catalogue.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'record'::regnamespace and relkind = 'r' order by 1`,
  )
  await catalogue.end()

  test.each(rows.map(row => row.name))('%s keeps the row before, once for each change', async name => {
    // Any row will do: constraints and the other triggers are out of the way, the keeping trigger is not.
    await superuser.query('begin')
    try {
      await superuser.query(`do $$ declare t text; begin
        for t in select tgname from pg_trigger where tgrelid = 'record.${name}'::regclass and tgname <> 'keep_past' loop
          execute format('alter table record.${name} disable trigger %I', t); end loop;
        for t in select conname from pg_constraint where conrelid = 'record.${name}'::regclass and contype = 'c' loop
          execute format('alter table record.${name} drop constraint %I', t); end loop;
        for t in select attname from pg_attribute where attrelid = 'record.${name}'::regclass and attnum > 0 and attnotnull
          and attname not in ('id', 'recorded_from') loop
          execute format('alter table record.${name} alter column %I drop not null', t);
          execute format('alter table history.${name} alter column %I drop not null', t); end loop; end $$`)
      const id = makeUuid()
      await superuser.query(`insert into record.${name} (id) values ($1)`, [id])
      for (let n = 0; n < 3; n += 1)
        await superuser.query(`update record.${name} set id = id where id = $1`, [id])
      const kept = await superuser.query(`select count(*)::int as n from history.${name} where id = $1`, [id])
      expect(kept.rows).toEqual([{ n: 3 }])
      expect((await superuser.query(broken(name))).rows).toEqual([])
      await expect(
        superuser.query(`update record.${name} set id = $2 where id = $1`, [id, makeUuid()]),
      ).rejects.toThrow('The id of a row never changes')
    } finally {
      await superuser.query('rollback')
    }
  })
})

test('changes of one row at once run one after another in its history, without gap or overlap', async () => {
  const personId = await personOf(worker)
  await Promise.all(Array.from({ length: 60 }, (_, n) => setLanguage(personId, `L${n}`)))
  const { rows } = await superuser.query(`select count(*)::int as n from history.person where id = $1`, [
    personId,
  ])
  expect(rows).toEqual([{ n: 60 }])
  expect((await superuser.query(broken('person'))).rows).toEqual([])
})

test('an instant answers what was known then: as a list of the changes would', async () => {
  const changes = fc.array(
    fc.record({
      language: fc.constantFrom('ENG', 'POL', 'URD', null),
      fails: fc.boolean(),
      waits: fc.nat(3),
    }),
    { minLength: 1, maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(changes, async series => {
      const before = await record.settled()
      const personId = await personOf(worker)
      const model: [Temporal.Instant, string | null][] = [[await record.settled(), null]]
      for (const { language, fails, waits } of series) {
        await setLanguage(personId, language, fails).catch(() => undefined)
        if (waits > 0) await new Promise(resolve => setTimeout(resolve, waits))
        model.push([await record.settled(), fails ? (model.at(-1)?.[1] ?? null) : language])
      }
      expect(await languageAt(personId, before)).toEqual([])
      for (const [at, language] of model) expect(await languageAt(personId, at)).toEqual([language])
      expect(await languageAt(personId)).toEqual([model.at(-1)?.[1]])
    }),
    { numRuns: Number(process.env['KITH_HISTORY_RUNS'] ?? 12) },
  )
})

test('an instant is refused while a transaction begun before it is open, and answered once it has ended', async () => {
  const personId = await personOf(worker)
  const open = Promise.withResolvers<void>()
  const started = Promise.withResolvers<void>()
  const slow = record.as(worker, async work => {
    await work
      .db<PeopleTables>()
      .updateTable('person')
      .set({ first_language: 'SOM' })
      .where('id', '=', personId)
      .execute()
    started.resolve()
    await open.promise
  })
  await started.promise
  const at = Temporal.Now.instant()
  for (let n = 0; n < 3; n += 1)
    await record.as(worker, work => sql`select platform.take_tick()`.execute(work.db()))
  const refusal = await languageAt(personId, at).catch((error: unknown) => error)
  open.resolve()
  await slow
  expect(refusal).toBeInstanceOf(NotSettledError)
  await record.settled()
  expect(await languageAt(personId, at)).toEqual(['SOM']) // its moment was before the question's, though it ended after
})

test('nothing is written in known-at mode, by bare name or by full name', async () => {
  const personId = await personOf(worker)
  const knownAt = await record.settled()
  const bare = record.as(
    worker,
    work =>
      work
        .db<PeopleTables>()
        .updateTable('person')
        .set({ first_language: 'X' })
        .where('id', '=', personId)
        .execute(),
    { knownAt },
  )
  await expect(bare).rejects.toThrow(/cannot update view|permission denied/)
  const full = record.as(
    worker,
    work => sql`update record.person set first_language = 'X' where id = ${personId}`.execute(work.db()),
    { knownAt },
  )
  await expect(full).rejects.toThrow('nothing is written then')
  const added = record.as(
    worker,
    work => sql`insert into record.person (id) values (${makeUuid()})`.execute(work.db()),
    { knownAt },
  )
  await expect(added).rejects.toThrow('nothing is written then')
})

test('only the storyteller of a demo says when a row was recorded, and nobody says by whom', async () => {
  const personId = await personOf(worker)
  await record.as(worker, work =>
    sql`update record.person set recorded_from = '2001-01-01', recorded_by = ${makeUuid()}, first_language = 'ENG' where id = ${personId}`.execute(
      work.db(),
    ),
  )
  const ask = () =>
    superuser.query(
      "select recorded_from > now() - interval '1 minute' as fresh, recorded_by from record.person where id = $1",
      [personId],
    )
  expect((await ask()).rows).toEqual([{ fresh: true, recorded_by: worker.id }])
  await superuser.query('begin')
  await superuser.query('update platform.installation set made_by_demo = false')
  const told = makeUuid()
  await superuser.query(`select set_config('role', platform.role_name('storyteller')::text, true)`)
  await expect(
    superuser.query(`insert into record.person (id, recorded_from) values ($1, '2001-01-01')`, [told]),
  ).rejects.toThrow('row-level security')
  await superuser.query('rollback')
})

test("access is today's for the past too: a restricted person's past rows are hidden now", async () => {
  const personId = await personOf(worker)
  await setLanguage(personId, 'ENG')
  const knownAt = await record.settled()
  await setLanguage(personId, 'POL')
  await record.settled()
  expect(await languageAt(personId, knownAt)).toEqual(['ENG'])
  await makers.restriction({ subjectId: personId })
  expect(await languageAt(personId, knownAt)).toEqual([])
  const past = record.as(worker, work =>
    sql`select id from history.person where id = ${personId}`.execute(work.db()),
  )
  expect((await past).rows).toEqual([])
})

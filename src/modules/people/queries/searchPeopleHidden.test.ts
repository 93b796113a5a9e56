import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AccessTables } from '#modules/access'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { PeopleTables } from '../tables.ts'
import { personSummary } from './personSummaries.ts'
import { searchPeople } from './searchPeople.ts'

const record = await testRecord()
const { makers } = record
let worker: Actor
let member: Actor
let sealed: Uuid
let teamId: Uuid

beforeAll(async () => {
  worker = await makers.worker()
  member = await makers.worker()
  teamId = await makers.team()
  await makers.post({ workerId: worker.id, teamId })
  sealed = await makers.person({ given: 'Perdita', family: 'Hiddenbrook', born: '2013-02-03' })
  await makers.family({ children: [sealed], adults: 0 })
  await makers.allocation({ personId: sealed, teamId, workerId: worker.id })
  await makers.restriction({ subjectId: sealed, members: [member.id] })
})

const search = async (text: string, actor: Actor = worker) =>
  record.as(actor, work => searchPeople(work, { text, page: 1 }))
const nothing = { rows: [], total: 0, page: 1, pages: 1 }
const matches = () =>
  record.as(serviceActor('verifier'), work =>
    work
      .db<AccessTables>()
      .selectFrom('access.restricted_match')
      .select(['subject_id', 'actor_id', 'how'])
      .execute(),
  )
const notices = (actor: Actor) =>
  record.as(actor, work =>
    work.db<ServiceTables>().selectFrom('app.notice').select(['kind', 'subject_id', 'path']).execute(),
  )

describe('a restricted person', () => {
  test.each(['Hiddenbrook', 'Perdita', 'Perdita 2013', '3 February 2013', 'Hidenbrok'])(
    'is not found by %s, and a weak match tells nobody',
    async text => {
      expect(await search(text)).toEqual(nothing)
      expect(await matches()).toEqual([])
    },
  )

  test('met by name and date of birth answers nothing and tells the list at once, once an hour', async () => {
    const director = await makers.worker({ class: 'director' })
    for (const actor of [worker, worker, director])
      expect(await search('Perdita Hiddenbrook 3 February 2013', actor)).toEqual(nothing)
    expect(await matches()).toEqual(
      [worker, worker, director].map(({ id }) => ({ subject_id: sealed, actor_id: id, how: 'search' })),
    )
    const notice = { kind: 'restricted_match', subject_id: sealed, path: `/people/${sealed}` }
    expect(await notices(member)).toEqual([notice, notice])
    expect(await notices(worker)).toEqual([])
  })

  test('is found by its list, who tell nobody', async () => {
    const before = (await matches()).length
    const { rows } = await search('Perdita Hiddenbrook 3 February 2013', member)
    expect(rows.map(row => row.held)).toEqual([true])
    expect((await matches()).length).toBe(before)
  })

  test('costs the caller as many statements as an absent one', async () => {
    const statements = (text: string) =>
      record.as(worker, async work => {
        let count = 0
        const counting = {
          ...work,
          db: () =>
            work.db().withPlugin({
              transformQuery: args => {
                count += 1
                return args.node
              },
              transformResult: async args => args.result,
            }),
        }
        // The counted builder stands for any tables, as the work's own does.
        await searchPeople(counting as typeof work, { text, page: 1 })
        return count
      })
    expect(await statements('Perdita Hiddenbrook 3 February 2013')).toBe(
      await statements('Absentia Nobodyson 3 February 2013'),
    )
  })
})

describe('a confidential address', () => {
  test('matches and shows only with its safety data', async () => {
    const child = await makers.person({ given: 'Posy', family: 'Tidewater', born: '2019-09-09' })
    await makers.family({ children: [child], adults: 0 })
    await makers.allocation({ personId: child, teamId, workerId: worker.id })
    const nurse = await makers.worker()
    await makers.involvement({ personId: child, workerId: nurse.id })
    await record.as(serviceActor('storyteller'), work =>
      work
        .db<PeopleTables>()
        .insertInto('person_address')
        .values({
          id: makeUuid(),
          person_id: child,
          kind: 'refuge',
          lines: '4 Secret Hollow',
          postcode: 'ZZ99 9ZZ',
          is_confidential: true,
        })
        .execute(),
    )
    for (const text of ['4 Secret Hollow', 'ZZ99 9ZZ', 'Tidewater ZZ99']) {
      expect((await search(text)).total).toBe(1)
      expect((await search(text, nurse)).total).toBe(0)
    }
    const address = (actor: Actor) =>
      record.as(actor, async work => (await personSummary(work, child))?.address)
    expect(await address(worker)).toMatchObject({ outcome: 'known', area: 'ZZ99' })
    expect(await address(nurse)).toEqual({ outcome: 'withheld' })
  })
})

describe('at a past instant', () => {
  test('finds those known then by the name known then', async () => {
    const child = await makers.person({ given: 'Wilmot', family: 'Oldenshaw', born: '2018-08-08' })
    await makers.family({ children: [child], adults: 0 })
    await makers.allocation({ personId: child, teamId, workerId: worker.id })
    const before = await record.settled()
    await record.as(worker, work =>
      work
        .db<PeopleTables>()
        .updateTable('person_name')
        .set({ family: 'Newbyrne' })
        .where('person_id', '=', child)
        .execute(),
    )
    await record.settled()
    const found = async (text: string, knownAt?: Temporal.Instant) =>
      (await record.as(worker, work => searchPeople(work, { text, page: 1 }), knownAt ? { knownAt } : {}))
        .total
    expect([await found('Newbyrne'), await found('Newbyrne', before)]).toEqual([1, 0])
    expect([await found('Oldenshaw'), await found('Oldenshaw', before)]).toEqual([0, 1])
    expect(await found('Oldenshaw', before.subtract({ hours: 1 }))).toBe(0)
  })
})

test('the parts of the search answer nobody directly', async () => {
  for (const call of [
    "search.meant(array['hiddenbrook'])",
    "search.named(array['hiddenbrook'], now(), null)",
    "search.resembling(array['hiddenbrook'], now(), null)",
    "search.living('', 'ZZ99', now(), null, null)",
    "search.matching(array['hiddenbrook'], null, null, '{}', '', false, now(), null, null)",
    "search.answerable(null, true, '2013-02-03', '2013-02-03', now())",
    `access.tell_list(array['${sealed}']::uuid[], 'search')`,
  ])
    await expect(
      record.as(worker, work => sql`select * from ${sql.raw(call)}`.execute(work.db())),
    ).rejects.toThrow('permission denied')
  await expect(
    record.as(worker, work => sql`select * from search.name_key`.execute(work.db())),
  ).rejects.toThrow('permission denied')
})

test('initials are refused for a restricted person', async () => {
  const rows = await record.as(worker, work =>
    sql`select * from search.outline(array[${sealed}::uuid])`.execute(work.db()),
  )
  expect(rows.rows).toEqual([])
})

test('a search in a large county reads no table of keys from end to end', async () => {
  const county = await record.another()
  const owner = new pg.Client(county.superuserUrl)
  await owner.connect()
  try {
    await owner.query(`
      set session_replication_role = replica;
      insert into search.name_key select gen_random_uuid(), md5(i::text)::uuid, now(), 'infinity', md5(i::text) || ' ' || md5((i % 300)::text)
        from generate_series(1, 6000) i;
      insert into search.name_part select person_id, source_id, known_from, known_to, f, left(split_part(whole, ' ', f::int + 1), 9),
        ext.dmetaphone(left(split_part(whole, ' ', f::int + 1), 9)), ext.dmetaphone_alt(left(split_part(whole, ' ', f::int + 1), 9))
        from search.name_key, unnest(array[true, false]) f;
      insert into search.birth_key select person_id, person_id, known_from, known_to, '2010-01-01'::date + (random() * 4000)::int,
        '2022-01-01', true from search.name_key;
      insert into search.identifier_key select person_id, source_id, known_from, known_to, 'la_child_id', 'LA' || row_number() over ()
        from search.name_key;
      insert into search.address_key select person_id, source_id, known_from, known_to, 'ZZ' || row_number() over (), whole, false
        from search.name_key;`)
    await owner.query('analyze')
    await owner.query('select pg_stat_force_next_flush()')
    const scans = async () =>
      (
        await owner.query<{ scans: string }>(
          "select sum(seq_scan) as scans from pg_stat_user_tables where schemaname = 'search' and relname <> 'nickname'",
        )
      ).rows[0]?.scans
    const director = await county.makers.worker({ class: 'director' })
    const before = await scans()
    for (const text of [
      'Aoife Briain',
      'Okoro 2015',
      'ZZ99 9ZZ',
      'LA4000',
      '12 Rowan Close',
      '12 March 2015',
    ])
      await county.as(director, async work => {
        await searchPeople(work, { text, page: 1 })
        await sql`select pg_stat_force_next_flush()`.execute(work.db())
      })
    await owner.query('select pg_stat_clear_snapshot()')
    expect(await scans()).toBe(before)
  } finally {
    await owner.end()
  }
})

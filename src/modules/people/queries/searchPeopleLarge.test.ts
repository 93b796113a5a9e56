import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type TestRecord, testRecord } from '#test/record.ts'
import { findPeople, searchPeople } from './searchPeople.ts'

/** Two counties in which everybody is called alike: one of ten times the people of the other. */
const SMALL = 1_500
const small = await testRecord()
const large = await small.another()
/** The aim of docs/benchmarks.md for ten times the county. */
const GROWTH = 1.3

type County = {
  readonly record: TestRecord
  readonly practitioner: Actor
  readonly director: Actor
  readonly child: Uuid
}
const counties: County[] = []

beforeAll(async () => {
  for (const [record, people] of [
    [small, SMALL],
    [large, SMALL * 10],
  ] as const) {
    const { makers } = record
    const practitioner = await makers.worker()
    const teamId = await makers.team()
    await makers.post({ workerId: practitioner.id, teamId })
    const child = await makers.person({ given: 'Maisie', family: 'Thorncastle', born: '2015-03-12' })
    await makers.allocation({ personId: child, teamId, workerId: practitioner.id })
    await everybodyAlike(record, people)
    counties.push({ record, practitioner, director: await makers.worker({ class: 'director' }), child })
  }
}, 120_000)

/** Fills the keys as the triggers would: one of twenty given and fifty family names each, and one Maisie in a hundred. */
async function everybodyAlike(record: TestRecord, people: number): Promise<void> {
  const client = new pg.Client(record.superuserUrl)
  await client.connect()
  await client.query(`
    create temporary table told as select gen_random_uuid() as id, now() as known_from,
      case when i % 100 = 0 then 'maisie' else 'gwen' || chr(97 + i % 20) end as given,
      case when i % 50 = 1 then 'thorncaster' else 'inventley' || chr(97 + i % 25) || chr(97 + i % 2) end as family,
      date '2010-01-01' + i % 4000 as born from generate_series(1, ${people}) i;
    insert into search.name_key select id, id, known_from, 'infinity', given || ' ' || family from told;
    insert into search.name_part select id, id, known_from, 'infinity', is_family, word, ext.dmetaphone(word), ext.dmetaphone_alt(word)
      from told, lateral (values (true, family), (false, given)) words (is_family, word);
    insert into search.birth_key select id, id, known_from, 'infinity', born, born, true from told;
    insert into search.address_key select id, id, known_from, 'infinity', 'ZZ99' || right(id::text, 3), '12 imaginary rise', false from told;
    analyze search.name_key, search.name_part, search.word, search.birth_key, search.address_key`)
  await client.end()
}

/** Rows of the keys that PostgreSQL read from its tables for one search. */
const rowsRead = ({ record }: County, actor: Actor, text: string): Promise<number> =>
  record.as(actor, async work => {
    // The connection's own count, of earlier transactions too until it is told to the rest.
    const total = async () => {
      const { rows } = await sql<{ read: number }>`
        select sum(idx_tup_fetch + seq_tup_read)::int as read from pg_stat_xact_user_tables
        where schemaname = 'search' and relname <> 'nickname'`.execute(work.db())
      return rows[0]?.read ?? 0
    }
    const before = await total()
    await findPeople(work, text, 'search')
    return (await total()) - before
  })

test.each([
  'Masie Thorncassel',
  'Maisie Thorncastle',
  'thorncassel',
  'Gwena Inventleyaa',
  'Inventley',
  'Maisie 2015',
  '12 March 2015',
  'Imaginary Rise',
  'ZZ99',
])('a practitioner’s search by %s reads no more in a county of ten times the people', async text => {
  const [few = 0, many = 0] = [
    await rowsRead(countyOf(0), countyOf(0).practitioner, text),
    await rowsRead(countyOf(1), countyOf(1).practitioner, text),
  ]
  expect(many).toBeLessThanOrEqual(few * GROWTH)
})

test('a strong match asks among who was born that day', async () => {
  const { record, director } = countyOf(1)
  const stranger = await record.makers.worker()
  const text = 'Maisie Thorncastle 12 March 2015'
  expect(await rowsRead(countyOf(1), director, text)).toBeLessThan(200)
  const found = await record.as(stranger, work => searchPeople(work, { text, page: 1 }))
  expect(found.rows).toEqual([{ held: false, id: countyOf(1).child, initials: 'MT', birthYear: 2015 }])
})

test('a name misspelled is found first among thousands like it', async () => {
  for (const { record, practitioner, director, child } of counties)
    for (const actor of [practitioner, director]) {
      const hits = await record.as(actor, work => findPeople(work, 'Masie Thorncassel', 'search'))
      expect(hits[0]).toMatchObject({ id: child, held: true })
    }
})

function countyOf(place: number): County {
  const county = counties[place]
  if (county === undefined) throw new Error('Both counties are made before the tests')
  return county
}

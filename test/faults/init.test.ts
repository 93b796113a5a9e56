import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { testRecord } from '#test/record.ts'
import { beginAuthority } from '../../src/main/installation/beginAuthority.ts'
import { statementFaults } from './statementFaults.ts'

const faults = statementFaults()
afterAll(() => faults.end())
const record = await testRecord(1)
faults.within(record.superuserUrl)

async function query<R extends pg.QueryResultRow>(text: string): Promise<readonly R[]> {
  const client = new pg.Client(record.superuserUrl)
  await client.connect()
  return await client
    .query<R>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

const place = {
  host: 'localhost',
  database: record.door.suffix,
  ownerUrl: record.ownerUrl,
  serveUrl: record.serveUrl,
  serveLogin: 'kith_serve',
  portal: null,
  contextKey: createHash('sha256').update('of an authority that begins').digest(),
}
const authority = {
  code: '998',
  name: 'Exampleton',
  administrator: { name: 'Ada Madeup', subject: 'ada', email: null },
}

const held = () =>
  query(`select (select count(*)::integer from record.worker) as workers, (select count(*)::integer from record.post) as posts,
    (select count(*)::integer from audit.entry where purpose = 'init') as acts`)

it('an authority that is cut short at any statement is begun by the same command again', async () => {
  await query('delete from platform.installation')
  let statement = 0
  for (; ; statement += 1) {
    faults.failAfter(statement, { sqlstate: '53100' })
    const outcome = await beginAuthority(place, authority).catch(() => 'failed')
    const { isHit } = faults
    faults.letThrough()
    if (!isHit) {
      expect(outcome).toBe('begun')
      break
    }
    expect([statement, outcome, ...(await held())]).toEqual([
      statement,
      'failed',
      { workers: 0, posts: 0, acts: 0 },
    ])
  }
  expect(statement).toBeGreaterThan(8)
  const begun = await held()
  expect(begun).toEqual([{ workers: 1, posts: 1, acts: 2 }])
  expect(await beginAuthority(place, authority)).toBe('has one')
  expect(await beginAuthority(place, { ...authority, name: 'Elsewhere' })).toBe('has one')
  expect(await held()).toEqual(begun)
  expect(await query('select authority_name as name from platform.installation')).toEqual([
    { name: 'Exampleton' },
  ])
})

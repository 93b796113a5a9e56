import { createHmac } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { signContext } from '../../src/platform/db/context.ts'

const record = await testRecord()
const { makers, door } = record
const role = (name: string) => `${name}@${door.suffix}`

let worker: Actor
let director: Actor
let child: Uuid
let client: pg.Client & { processID?: number }

beforeAll(async () => {
  worker = await makers.worker()
  director = await makers.worker({ class: 'director' })
  const family = await makers.family({ children: 1, adults: 1 })
  child = family.children[0] as Uuid // the one just made
  await makers.allocation({ personId: child, teamId: await makers.team(), workerId: worker.id })
  client = new pg.Client(record.serveUrl)
  await client.connect()
})
afterAll(() => client.end())
beforeEach(() => client.query('begin').then(() => undefined))

/** Everything that holds a row about anybody, and the service's own rows. */
const tables = [
  'record.person',
  'record.person_name',
  'record.allocation',
  'history.person',
  'access.entry',
  'access.restriction',
  'access.restriction_past',
  'audit.entry',
  'app.session',
  'app.draft',
  'search.name_key',
  'platform.installation',
  'record.worker',
] as const

/** Rows seen in each table; refused counts as none. Each question in its own savepoint. */
async function rowsSeen(): Promise<number> {
  let seen = 0
  for (const table of tables) {
    await client.query('savepoint question')
    const answer = await client.query(`select count(*)::int as n from ${table}`).catch(() => null)
    await client.query('rollback to savepoint question')
    seen += answer?.rows[0]?.n ?? 0
  }
  return seen
}

const writes = [
  `insert into record.person (date_of_birth) values ('2020-01-01')`,
  `insert into record.person_name (person_id, given) select id, 'Nobody' from record.person`,
  `insert into audit.entry (action, resource) values ('read', 'person')`,
  `insert into app.outbox (event, body) values ('x', '{}')`,
  `insert into app.notice (worker_id, kind, path) values (gen_random_uuid(), 'x', '/')`,
  `insert into app.session (token_hash, worker_id, class, csrf_secret, ends_at) values ('\\x00', gen_random_uuid(), 'director', 'x', now())`,
  `insert into access.entry values (gen_random_uuid(), gen_random_uuid(), 'A2', true, now(), 'infinity', 'created', gen_random_uuid())`,
  `insert into record.family (reference) values ('X')`,
  `insert into platform.tick values (now(), '1')`,
]

/** How many of the writes, and of updates of every row in sight, changed anything. */
async function rowsWritten(): Promise<number> {
  let written = 0
  for (const write of [
    ...writes,
    `update record.person set ethnicity = 'WBRI'`,
    'delete from app.session',
    'delete from platform.tick',
  ]) {
    await client.query('savepoint attempt')
    const answer = await client.query(write).catch(() => null)
    await client.query('rollback to savepoint attempt')
    written += answer?.rowCount ?? 0
  }
  return written
}

const set = (name: string, value: string) => client.query('select set_config($1, $2, true)', [name, value])
const sign = (actor: Actor, at = Temporal.Now.instant()) =>
  signContext(actor, 'test', client.processID ?? 0, door.contextKey, at)

async function expectNothing(): Promise<void> {
  const found = [await rowsSeen(), await rowsWritten()]
  await client.query('rollback')
  expect(found).toEqual([0, 0])
}

test('the signed context shows the worker their own work: the other tests can fail', async () => {
  await set('role', role('practitioner'))
  await set('kith.context', sign(worker))
  const found = [await rowsSeen(), await rowsWritten()]
  await client.query('rollback')
  expect(found[0]).toBeGreaterThan(5)
  expect(found[1]).toBeGreaterThan(2)
})

test('the serving login as itself sees nothing and writes nothing', expectNothing)

const acting = [
  'practitioner',
  'duty',
  'director',
  'data_quality',
  'administrator',
  'sealer',
  'porter',
  'importer',
  'verifier',
  'backup',
  'clockkeeper',
  'courier',
  'storyteller',
]

describe.each(acting)('as %s', className => {
  test('without a context', async () => {
    await set('role', role(className))
    await expectNothing()
  })
  test('with an empty context', async () => {
    await set('role', role(className))
    await set('kith.context', '')
    await expectNothing()
  })
  test('with the context of somebody of another class', async () => {
    await set('kith.context', sign(className === 'practitioner' ? director : worker))
    await client.query(`set local role "${role(className)}"`)
    await expectNothing()
  })
})

test.each(['gatekeeper', 'historian', 'searcher', 'keyholder'])('nobody becomes %s', async className => {
  await expect(set('role', role(className))).rejects.toThrow('permission denied to set role')
  await client.query('rollback')
})

describe('a context that was tampered with', () => {
  const parts = () => sign(worker).split('|')
  const changes: Record<string, (part: string[]) => string> = {
    'another person': part => [director.id, ...part.slice(1)].join('|'),
    'another class': part => [part[0], 'director', ...part.slice(2)].join('|'),
    'another purpose': part => [...part.slice(0, 2), 'other', ...part.slice(3)].join('|'),
    'a later expiry': part =>
      [...part.slice(0, 3), String(Number(part[3]) + 9999), ...part.slice(4)].join('|'),
    'another connection': part => [...part.slice(0, 4), String(Number(part[4]) + 1), part[5]].join('|'),
    'another signature': part => [...part.slice(0, 5), '0'.repeat(64)].join('|'),
    'no signature': part => part.slice(0, 5).join('|'),
    'an empty signature': part => [...part.slice(0, 5), ''].join('|'),
    'one more part': part => [...part, 'x'].join('|'),
    'a part of two lines': part => [`${part[0]}\n`, ...part.slice(1)].join('|'),
  }
  test.each(Object.keys(changes))('%s', async name => {
    for (const className of ['practitioner', 'director']) {
      await set('role', role(className))
      await set('kith.context', changes[name]?.(parts()) ?? '')
      expect([name, className, await rowsSeen(), await rowsWritten()]).toEqual([name, className, 0, 0])
      await client.query('rollback; begin')
    }
    await client.query('rollback')
  })

  test('signed with another key', async () => {
    const text = parts().slice(0, 5).join('|')
    await set('role', role('practitioner'))
    await set('kith.context', `${text}|${createHmac('sha256', 'another').update(text).digest('hex')}`)
    await expectNothing()
  })
  test('expired', async () => {
    await set('role', role('practitioner'))
    await set('kith.context', sign(worker, Temporal.Now.instant().subtract({ seconds: 121 })))
    await expectNothing()
  })
  test('signed for another connection', async () => {
    await set('role', role('practitioner'))
    await set('kith.context', signContext(worker, 'test', (client.processID ?? 0) + 1, door.contextKey))
    await expectNothing()
  })
  test('of a worker with an empty access list: their own directory only', async () => {
    await set('role', role('practitioner'))
    await set('kith.context', sign({ id: makeUuid(), class: 'practitioner' }))
    const { rows } = await client.query(
      'select (select count(*) from record.person) + (select count(*) from access.entry) as n',
    )
    await client.query('rollback')
    expect(Number(rows[0].n)).toBe(0)
  })
  test('two identities in one transaction: the role and the context must agree', async () => {
    await set('role', role('practitioner'))
    await set('kith.context', sign(worker))
    await set('role', role('director'))
    await expectNothing()
  })
})

test('an author put in place in the middle of a statement is refused', async () => {
  const signed = sign(worker)
  const forged = [director.id, ...signed.split('|').slice(1)].join('|')
  await set('role', role('practitioner'))
  await set('kith.context', signed)
  const change = client.query(
    `insert into record.person_name (person_id, given, is_main)
     select $2, case n when 2 then left(set_config('kith.context', $1, true), 3) else 'First' end, false
     from generate_series(1, 2) n`, // the policies have been asked by the second row
    [forged, child],
  )
  await expect(change).rejects.toThrow('The identity of this transaction is not signed')
  await client.query('rollback')
})

test('settings end with the transaction, whether it is kept, undone or fails', async () => {
  await client.query('rollback')
  for (const ending of ['commit', 'rollback', 'select 1/0']) {
    await client.query('begin')
    await set('role', role('practitioner'))
    await set('kith.context', sign(worker))
    await client.query(ending).catch(() => client.query('rollback'))
    if (ending === 'select 1/0') await client.query('rollback').catch(() => undefined)
    await client.query('begin')
    const { rows } = await client.query(
      `select current_user::text as who, coalesce(current_setting('kith.context', true), '') as context`,
    )
    expect(rows).toEqual([{ who: 'kith_serve', context: '' }])
    await expectNothing()
  }
})

test('a session-wide context left by SET is worth nothing after it expires or to another role', async () => {
  await client.query('rollback')
  await client.query('select set_config($1, $2, false)', [
    'kith.context',
    sign(worker, Temporal.Now.instant().subtract({ minutes: 5 })),
  ])
  await client.query('begin')
  await set('role', role('practitioner'))
  await expectNothing()
  await client.query('reset all')
})

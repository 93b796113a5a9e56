import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { seal } from '../jobs/seal.ts'
import { appendWitness } from '../jobs/witness.ts'
import { lastSeal } from '../queries/sealsAfter.ts'
import type { AuditTables } from '../tables.ts'
import { verifyAudit } from './verifyAudit.ts'

// A superuser, with every trigger and rule out of the way, changes the log; the verification names what was done.
const record = await testRecord()
const { database } = record
let superuser: pg.Client
let folder: string
let witness: string
let worker: Actor
const tables = ['entry', 'leaf', 'seal'] as const
const rounds = Number(process.env['KITH_TAMPERINGS'] ?? 3)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-witness-'))
  witness = join(folder, 'witness.log')
  superuser = new pg.Client(record.superuserUrl)
  await superuser.connect()
  worker = await record.makers.worker()
  for (let batch = 0; batch < 12; batch += 1) {
    await addEntries(3 + ((batch * 5) % 11))
    await sealAll()
    const last = await database.as(serviceActor('sealer'), 'seal', lastSeal)
    if (last !== null && batch % 3 === 2) await appendWitness(witness, last)
  }
  await superuser.query(`set session_replication_role = replica`)
  for (const table of tables)
    await superuser.query(`create table public.saved_${table} as table audit.${table}`)
})
afterAll(async () => {
  await superuser.end()
  await rm(folder, { recursive: true })
})
afterEach(putBack)

async function putBack(): Promise<void> {
  for (const table of tables)
    await superuser.query(
      `truncate audit.${table}; insert into audit.${table} overriding system value table public.saved_${table}`,
    )
}

async function addEntries(count: number): Promise<void> {
  await record.as(worker, async work => {
    const entry = {
      actor_id: worker.id,
      action: 'read',
      resource: 'person',
      detail: '{"route":"/people/:personId"}',
    }
    const values = Array.from({ length: count }, () => ({ ...entry, subject_ids: [makeUuid()] }))
    await work.db<AuditTables>().insertInto('audit.entry').values(values).execute()
  })
}

async function sealAll(): Promise<void> {
  for (;;) {
    await seal(database)
    const { rows } = await superuser.query(
      'select (select count(*) from audit.entry) - (select count(*) from audit.leaf) as waiting',
    )
    if (Number(rows[0].waiting) === 0) return
    await setTimeout(20)
  }
}

const one = async (question: string) => Number((await superuser.query(question)).rows[0].n)
const anEntry = () => one('select entry_id as n from audit.leaf order by random() limit 1')
const findings = async () => (await verifyAudit(database, witness)).findings

test('left alone, it verifies', async () => {
  const { ok, counts } = await verifyAudit(database, witness)
  expect([ok, counts.seals >= 12, counts.witnessed]).toEqual([true, true, 4])
})

const changes: Record<string, string> = {
  at: `at + interval '1 microsecond'`,
  xid: `(xid::text::bigint + 1)::text::xid8`,
  actor_id: 'gen_random_uuid()',
  class: `'director'`,
  purpose: `'other'`,
  action: `'search'`,
  resource: `resource || ' '`,
  subject_ids: `'{}'`,
  row_ids: 'row_ids || gen_random_uuid()',
  relationship: `coalesce(relationship, '') || 'x'`,
  known_at: 'clock_timestamp()',
  correlation: 'gen_random_uuid()',
  detail: `detail || '{"x":1}'`,
}
describe.each(Array.from({ length: rounds }, (_, round) => round + 1))('round %i', round => {
  beforeEach(() => superuser.query('select setseed($1)', [round / (rounds + 1)]).then(() => undefined))
  test.each(Object.entries(changes))('an entry with another %s is named', async (column, value) => {
    const id = await one(`select l.entry_id as n from audit.leaf l join audit.entry e on e.id = l.entry_id
      ${column === 'subject_ids' ? `where subject_ids <> '{}'` : ''} order by random() limit 1`)
    await superuser.query(`update audit.entry set ${column} = ${value} where id = $1`, [id])
    expect(await findings()).toEqual([{ kind: 'altered_entry', entryId: id }])
  })

  test('a removed entry is named', async () => {
    const id = await anEntry()
    await superuser.query('delete from audit.entry where id = $1', [id])
    expect(await findings()).toEqual([{ kind: 'removed_entry', entryId: id }])
  })

  test('two entries that changed places are named, the first first', async () => {
    const [a, b] = [
      await one('select min(entry_id) + (random() * 5)::int as n from audit.leaf'),
      await one('select max(entry_id) - (random() * 5)::int as n from audit.leaf'),
    ]
    await superuser.query(
      `update audit.entry e set at = o.at, subject_ids = o.subject_ids, row_ids = o.row_ids, action = o.action,
         resource = o.resource, xid = o.xid, detail = o.detail from audit.entry o
       where (e.id, o.id) in (($1, $2), ($2, $1))`,
      [a, b],
    )
    expect(await findings()).toEqual([a, b].map(entryId => ({ kind: 'altered_entry', entryId })))
  })

  test('an entry put in behind the seal is named', async () => {
    await superuser.query(
      `insert into audit.entry (id, at, xid, action, resource) overriding system value
      select 900000, at - interval '1 day', xid, action, resource from audit.entry where id = $1`,
      [await anEntry()],
    )
    await superuser.query(`update audit.entry set xid = '3' where id = 900000`)
    expect(await findings()).toEqual([{ kind: 'inserted_entry', entryId: 900000 }])
  })

  test('an altered leaf is named', async () => {
    const id = await anEntry()
    await superuser.query(`update audit.leaf set hash = sha256(hash) where entry_id = $1`, [id])
    expect(await findings()).toMatchObject([{ kind: 'altered_leaf', entryId: id }])
  })

  test('a leaf that stands for another entry names the entry', async () => {
    const position = await one('select position as n from audit.leaf order by random() limit 1')
    const id = await one('select max(id) + 7 as n from audit.entry')
    await superuser.query('update audit.leaf set entry_id = $1 where position = $2', [id, position])
    expect(await findings()).toContainEqual({ kind: 'removed_entry', entryId: id })
  })

  test('a removed leaf is named by its place', async () => {
    const position = await one('select position as n from audit.leaf order by random() limit 1')
    await superuser.query('delete from audit.leaf where position = $1', [position])
    expect((await findings())[0]).toEqual({ kind: 'removed_leaf', position })
  })

  test('leaves that changed places with their entries are found between the seals they stand under', async () => {
    const from = await one('select position as n from audit.leaf order by random() limit 1')
    const other = await one(
      `select position as n from audit.leaf where position <> ${from} order by random() limit 1`,
    )
    await superuser.query(
      `update audit.leaf l set entry_id = -o.entry_id, hash = o.hash from audit.leaf o
      where (l.position, o.position) in (($1, $2), ($2, $1))`,
      [from, other],
    )
    await superuser.query('update audit.leaf set entry_id = -entry_id where entry_id < 0')
    const found = await findings()
    expect(found[0]).toMatchObject({ kind: 'rewritten' })
    const spans = found.flatMap(finding => (finding.kind === 'rewritten' ? [finding] : []))
    expect([from, other].every(place => spans.some(span => place >= span.from && place < span.size))).toBe(
      true,
    )
  })

  test('a leaf put in at the end is named', async () => {
    await superuser.query(
      `insert into audit.leaf select max(position) + 1, 900001, sha256('x') from audit.leaf`,
    )
    expect(await findings()).toMatchObject([{ kind: 'unsealed_leaf', entryId: 900001 }])
  })

  test.each([
    'root = sha256(root)',
    'chain = sha256(chain)',
    `at = at + interval '1 microsecond'`,
    'frontier = frontier || root',
    'tree_size = tree_size - 1',
  ])('a seal with another %s is named', async change => {
    const size = await one('select tree_size as n from audit.seal order by random() limit 1')
    await superuser.query(`update audit.seal set ${change} where tree_size = $1`, [size])
    const found = await findings()
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(finding => ('size' in finding ? finding.size : -1))).toContain(
      change.startsWith('tree') ? size - 1 : size,
    )
  })

  test('a removed seal is found, the first, the last or any between', async () => {
    const size = await one('select tree_size as n from audit.seal order by random() limit 1')
    await superuser.query('delete from audit.seal where tree_size = $1', [size])
    expect(
      (await findings())
        .map(finding => finding.kind)
        .some(kind => kind === 'altered_seal' || kind === 'truncated' || kind === 'unsealed_leaf'),
    ).toBe(true)
  })

  test('a seal put in is named', async () => {
    const size = await one(
      `select tree_size - 1 as n from audit.seal s where not exists (select from audit.seal o where o.tree_size = s.tree_size - 1) order by random() limit 1`,
    )
    await superuser.query(
      `insert into audit.seal (tree_size, root, frontier, chain) select $1, root, frontier, chain from audit.seal limit 1`,
      [size],
    )
    expect(await findings()).toContainEqual({ kind: 'altered_seal', size })
  })

  test('an entry rewritten together with its leaf is found by the seal, and is the first named', async () => {
    const id = await anEntry()
    await superuser.query(`update audit.entry set action = 'search' where id = $1`, [id])
    await superuser.query(`update audit.leaf set hash = sha256(hash) where entry_id = $1`, [id])
    const [first, second] = await findings()
    expect(first).toEqual({ kind: 'altered_entry', entryId: id })
    expect(second).toMatchObject({ kind: 'rewritten' })
  })

  test('an entry rewritten and everything sealed anew is found by the witness', async () => {
    await superuser.query(
      `update audit.entry set action = 'search' where id = (select min(id) from audit.entry)`,
    )
    await superuser.query('truncate audit.leaf; truncate audit.seal')
    await sealAll()
    expect((await findings())[0]).toMatchObject({ kind: 'contradicted' })
  })

  test('a log cut off at the end, seals and all, is found by the witness', async () => {
    const size = await one(
      `select tree_size as n from audit.seal where tree_size < (select max(tree_size) from audit.seal) order by random() limit 1`,
    )
    await superuser.query(
      `delete from audit.entry where id in (select entry_id from audit.leaf where position >= $1)`,
      [size],
    )
    await superuser.query(`delete from audit.leaf where position >= $1`, [size])
    await superuser.query(`delete from audit.seal where tree_size > $1`, [size])
    expect(await findings()).toMatchObject([{ kind: 'truncated', size }])
  })
})

test('a log emptied altogether is found by the witness', async () => {
  await superuser.query('truncate audit.entry; truncate audit.leaf; truncate audit.seal')
  expect(await findings()).toMatchObject([{ kind: 'truncated', size: 0 }])
})

test('a witness that cannot be read is said to be so', async () => {
  await appendFile(witness, '{"size":"many"}\n')
  expect(await findings()).toEqual([{ kind: 'witness_unreadable', line: 5 }])
})

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { innerClasses, serviceClasses, userClasses } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { definers, historyTriggers, wideServices } from './approved.ts'
import { catalogueChecks } from './catalogueChecks.ts'

const record = await testRecord()
const { suffix } = record.door
const client = new pg.Client(record.superuserUrl)
beforeAll(() => client.connect())
afterAll(() => client.end())

async function ask(question: string): Promise<string[]> {
  const { rows } = await client.query<string[]>({ text: question, rowMode: 'array' })
  return rows.map(row => row[0] ?? '')
}

/** What a question answers while a violation stands; undone afterwards. */
async function whilePlanted(violation: string, question: () => Promise<string[]>): Promise<string[]> {
  await client.query('begin')
  try {
    await client.query(violation.replaceAll(/\{(\w+)\}/g, (_, name: string) => `"${name}@${suffix}"`))
    return await question()
  } finally {
    await client.query('rollback')
  }
}

describe.each(catalogueChecks)('$name', ({ question, plants }) => {
  test('holds', async () => expect(await ask(question)).toEqual([]))
  test.each(plants)('would be found: %s', async (violation, finding) => {
    expect((await whilePlanted(violation, () => ask(question))).join('\n')).toContain(finding)
  })
})

describe("functions that run with their owner's rights", () => {
  const unapproved = async () =>
    (
      await ask(`select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`)
    ).filter(name => !(name in definers) && !historyTriggers.test(name))
  test('are the approved ones', async () => expect(await unapproved()).toEqual([]))
  test('would be found', async () => {
    const sneak = `create function app.sneak() returns int language sql security definer as 'select 1'`
    expect(await whilePlanted(sneak, unapproved)).toEqual(['app.sneak()'])
  })
  test('all exist that are approved', async () => {
    const missing = Object.keys(definers).map(
      name => `select '${name}' where to_regprocedure('${name}') is null`,
    )
    expect(await ask(missing.join(' union all '))).toEqual([])
  })
})

describe('policies that show a service whole tables', () => {
  const wide = `select class.name || ' ' || n.nspname || '.' || c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
    join pg_namespace n on n.oid = c.relnamespace, unnest(platform.everyone()) class (name)
    where p.polpermissive and (select oid from pg_roles where rolname = platform.role_name(class.name)) = any (p.polroles)
      and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) = 'true'`
  const unapproved = async () =>
    (await ask(wide)).filter(line => {
      const [service = '', table = ''] = line.split(' ')
      return !wideServices[service]?.tables.test(table)
    })
  test('are the approved ones', async () => expect(await unapproved()).toEqual([]))
  test('would be found', async () => {
    const plant = 'create policy wide on record.note for select to {courier} using (true)'
    expect(await whilePlanted(plant, unapproved)).toEqual(['courier record.note'])
  })
})

test('the database and the service name the same classes', async () => {
  expect(await ask('select unnest(platform.user_classes())')).toEqual([...userClasses])
  expect(await ask('select unnest(platform.service_classes())')).toEqual([...serviceClasses])
  expect(await ask('select unnest(platform.inner_classes())')).toEqual([...innerClasses])
})

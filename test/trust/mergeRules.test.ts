import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { mergeRules } from '#modules/people'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../src/main/modules.ts'

const record = await testRecord()
registerModules()

/** Columns that name a person, from the catalogue, in this test's own words: the database's function is what is tested. */
async function columnsThatName(): Promise<readonly string[]> {
  const { rows } = await record.as(serviceActor('verifier'), work =>
    sql<{ name: string }>`
      select distinct c.relname || '.' || a.attname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)
          and k.confrelid = 'record.person'::regclass
      where n.nspname = 'record' and c.relkind = 'r'
        and (k.oid is not null or a.attname ~ '(^|_)(person|mother|adult|child)_ids?$') order by 1`.execute(
      work.db(),
    ),
  )
  return rows.map(({ name }) => name)
}

test('every column that names a person has a merge rule: add it to the merge rules of its module', async () => {
  const ruled = new Set(mergeRules.map(({ table, column }) => `${table}.${column}`))
  const named = await columnsThatName()
  expect(named.filter(name => !ruled.has(name) && !notOfOurs.has(name))).toEqual([])
  expect([...ruled].filter(name => !named.includes(name))).toEqual([])
})

/** Name somebody by way of a row that names the person. */
const notOfOurs = new Set(['contact_decision.contact_person_id'])

test('a merge moves every column whose rule says so, and no other', async () => {
  const { rows } = await record.as(serviceActor('verifier'), async work => {
    const columns = sql<{ name: string; list: boolean }>`
      select table_name || '.' || column_name as name, is_list as list from access.merge_columns()`
    return await columns.execute(work.db())
  })
  const moved = rows.map(({ name, list }) => `${name} ${list ? 'list' : 'move'}`).toSorted()
  const ruled = mergeRules.filter(({ rule }) => rule !== 'leave')
  expect(moved).toEqual(ruled.map(({ table, column, rule }) => `${table}.${column} ${rule}`).toSorted())
})

test('a merge finds every row that it moves by an index, however many the county has', async () => {
  const { rows } = await record.as(serviceActor('verifier'), async work => {
    const columns = sql<{ name: string }>`
      select m.table_name || '.' || m.column_name as name from access.merge_columns() m
      where not exists (select from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am am on am.oid = c.relam
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = ('record.' || m.table_name)::regclass and a.attname = m.column_name
          and am.amname = case when m.is_list then 'gin' else 'btree' end)
      order by 1`
    return await columns.execute(work.db())
  })
  expect(rows.map(({ name }) => name)).toEqual([])
})

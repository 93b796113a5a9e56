import pg from 'pg'
import { expect, test } from 'vitest'
import { testCluster } from '#test/postgres.ts'

test('parallel workers take over the server’s settings', async () => {
  const client = new pg.Client(testCluster().superuser)
  await client.connect()
  try {
    await client.query('set debug_parallel_query = on') // even where a plan would be cheaper without
    const { rows } = await client.query<{ count: string }>('select count(*) from pg_class')
    expect(Number(rows[0]?.count)).toBeGreaterThan(100)
  } finally {
    await client.end()
  }
})

import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setup } from './globalSetup.ts'
import { type ClusterAddresses, cloneDatabase, onDatabase, prepareTemplate } from './postgres.ts'

let cluster: ClusterAddresses
let teardown: () => Promise<void>

beforeAll(async () => {
  teardown = await setup({
    provide: (_key, addresses) => {
      cluster = addresses
    },
  })
})
afterAll(async () => {
  const folder = dirname(new URLSearchParams(cluster.owner.split('?')[1]).get('host') ?? '')
  expect(existsSync(folder)).toBe(true)
  await teardown()
  expect(existsSync(folder)).toBe(false)
})

async function ask(address: string, question: string): Promise<unknown[]> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(question)).rows.flatMap(row => Object.values(row))
  } finally {
    await client.end()
  }
}

const databases = () => ask(cluster.superuser, 'select datname from pg_database')

describe('cloneDatabase', () => {
  it('copies a template once prepared, for each test its own', async () => {
    let prepared = 0
    const prepare = async ({ owner }: ClusterAddresses) => {
      prepared += 1
      await ask(owner, "create table leaf as select 'oak' as name")
    }
    const names = await Promise.all([
      prepareTemplate('template_leaf', prepare, cluster),
      prepareTemplate('template_leaf', prepare, cluster),
    ])
    expect([prepared, ...names]).toEqual([1, 'template_leaf', 'template_leaf'])
    const [first, second] = await Promise.all([
      cloneDatabase('template_leaf', cluster),
      cloneDatabase('template_leaf', cluster),
    ])
    await ask(first.owner, "update leaf set name = 'ash'")
    expect(await ask(first.owner, 'select name from leaf')).toEqual(['ash'])
    expect(await ask(second.owner, 'select name from leaf')).toEqual(['oak'])
    expect(await ask(second.serve, 'select current_user::text')).toEqual(['kith_serve'])
    await Promise.all([first.drop(), second.drop()])
    expect(await databases()).not.toContain(first.name)
  })

  it('is dropped with connections still open', async () => {
    const database = await cloneDatabase(undefined, cluster)
    const left = new pg.Client(database.owner)
    left.on('error', () => undefined) // it is cut: that is the point
    await left.connect()
    expect(await databases()).toContain(database.name)
    await database.drop()
    expect(await databases()).not.toContain(database.name)
  })
})

describe('prepareTemplate', () => {
  it('leaves nothing of a template that failed', async () => {
    const failing = () => Promise.reject(new Error('no leaves'))
    await expect(prepareTemplate('template_bare', failing, cluster)).rejects.toThrow('no leaves')
    expect(await databases()).not.toContain('template_bare')
  })
})

describe('onDatabase', () => {
  it('moves each login and nothing else', () => {
    const moved = onDatabase(cluster, 'other')
    expect(moved.serve).toBe(cluster.serve.replace('@/kith?', '@/other?'))
  })
})

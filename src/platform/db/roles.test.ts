import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { testCluster } from '#test/postgres.ts'
import { makeUuid } from '../ids/index.ts'
import { install, migrate, openDatabase, rolesSql } from './index.ts'

const cluster = testCluster()
const database = `given_${makeUuid().slice(-8)}`
const [owner, serve] = [`${database}_owner`, `${database}_serve`]

const urlOf = (login: string) =>
  cluster.superuser.replace(/\/\/[^@]*@\/[^?]*/, `//${login}:only-for-this-test@/${database}`)

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.superuser })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

afterAll(() => asSuperuser(`drop database if exists ${database} with (force)`))

test('an owner that may not make roles is told what to run, and migrates once an administrator has', async () => {
  await asSuperuser(
    `create role ${owner} login nocreaterole nosuperuser password 'only-for-this-test'`,
    `create role ${serve} login noinherit nosuperuser password 'only-for-this-test'`,
    `create database ${database} owner ${owner}`,
  )
  await expect(migrate(urlOf(owner), serve)).rejects.toThrow(/kith migrate --roles/)
  await asSuperuser(rolesSql(database, owner, serve), rolesSql(database, owner, serve)) // twice is as good as once
  expect((await migrate(urlOf(owner), serve)).applied.length).toBeGreaterThan(20)
  expect((await migrate(urlOf(owner), serve)).applied).toEqual([])
  const contextKey = Buffer.alloc(32, 3)
  await install(urlOf(owner), { authorityCode: '201', authorityName: 'Given', madeByDemo: false }, contextKey)
  const door = openDatabase(urlOf(serve), { suffix: database, contextKey }, 1)
  try {
    const actor = { id: makeUuid(), class: 'administrator' } as const
    const teams = await door.as(actor, 'test', work =>
      work.db<{ team: { id: string } }>().selectFrom('team').select('id').execute(),
    )
    expect(teams).toEqual([])
  } finally {
    await door.close()
  }
})

test('nobody but the two logins may connect to the database', async () => {
  const stranger = `${database}_stranger`
  await asSuperuser(`create role ${stranger} login password 'only-for-this-test'`)
  const client = new pg.Client({ connectionString: urlOf(stranger) })
  await expect(client.connect()).rejects.toThrow(/permission denied for database/)
})

import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import {
  type PortalWorld,
  readsAccountAtPortal,
  readsCopyAtPortal,
  readsMeetingAtPortal,
  readsWordAtPortal,
} from './portal.ts'
import { portalWorlds } from './portalWorlds.ts'
import { tellPortal } from './tellPortal.ts'

const record = await testRecord()

/** The ids that an account reads of each table. */
async function readAt(accountId: Uuid): Promise<Readonly<Record<string, ReadonlySet<string>>>> {
  const tables = ['paper_copy', 'copy_event', 'copy_answer', 'family_word', 'family_account']
  return await record.portal.as({ id: accountId, class: 'family' }, 'test', async work => {
    const found: [string, ReadonlySet<string>][] = []
    for (const table of tables) {
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(`record.${table}`)}`.execute(
        work.db(),
      )
      found.push([table, new Set(rows.map(({ id }) => id))])
    }
    const asked = await sql<{ id: string }>`select invitee_id as id from access.my_meetings()`.execute(
      work.db(),
    )
    return Object.fromEntries([...found, ['my_meetings', new Set(asked.rows.map(({ id }) => id))]])
  })
}

/** What the two say differently of one world, as sentences. */
async function differences(world: PortalWorld): Promise<{ asked: number; allowed: number; found: string[] }> {
  const beneath = await tellPortal(record, world)
  const told = { asked: 0, allowed: 0, found: [] as string[] }
  const about = JSON.stringify({ people: world.people, responsible: world.responsible, alarms: world.alarms })
  for (const account of world.accounts) {
    const read = await readAt(account.id)
    const compare = (table: string, id: Uuid, expected: boolean, what: object) => {
      told.asked++
      if (expected) told.allowed++
      if (read[table]?.has(id) === expected) return
      told.found.push(
        `${JSON.stringify(account)} ${expected ? 'should' : 'must not'} read ${table} ${JSON.stringify(what)} in ${about}`,
      )
    }
    for (const copy of world.copies) {
      const expected = readsCopyAtPortal(world, account.id, copy.id)
      compare('paper_copy', copy.id, expected, copy)
      for (const [table, id] of Object.entries(beneath.get(copy.id) ?? {})) compare(table, id, expected, copy)
    }
    for (const word of world.words)
      compare('family_word', word.id, readsWordAtPortal(world, account.id, word.id), word)
    for (const asked of world.invitations)
      compare('my_meetings', asked.id, readsMeetingAtPortal(world, account.id, asked.id), asked)
    for (const other of world.accounts)
      compare('family_account', other.id, readsAccountAtPortal(world, account.id, other.id), other)
    const facts = [...world.copies, ...world.words, ...world.accounts, ...world.invitations]
    const known = new Set<string>(facts.map(({ id }) => id))
    for (const id of ['paper_copy', 'family_account', 'my_meetings'].flatMap(table => [
      ...(read[table] ?? []),
    ]))
      if (!known.has(id)) told.found.push(`${account.id} reads ${id}, which is of another family`)
  }
  return told
}

test('whoever is at the portal reads what the oracle says, and nothing of another family', async () => {
  const worlds = fc.sample(portalWorlds(Temporal.Now.instant()), { numRuns: 16, seed: 77 })
  const all = { asked: 0, allowed: 0 }
  const found: string[] = []
  for (const world of worlds) {
    const told = await differences(world)
    all.asked += told.asked
    all.allowed += told.allowed
    found.push(...told.found)
  }
  expect(found.slice(0, 5)).toEqual([])
  expect(all.allowed / all.asked).toBeGreaterThan(0.04)
}, 120_000)

test.each(['app.family_channel', 'record.document', 'access.family_channels(array[]::uuid[])'])(
  'nobody at the portal is told anything of %s',
  async place => {
    const [world] = fc.sample(portalWorlds(Temporal.Now.instant()), { numRuns: 1, seed: 78 })
    await tellPortal(record, world as PortalWorld)
    const asked = record.portal.as({ id: world?.accounts[0]?.id as Uuid, class: 'family' }, 'test', work =>
      sql`select from ${sql.raw(place)}`.execute(work.db()),
    )
    await expect(asked).rejects.toThrow(/permission denied/)
  },
)

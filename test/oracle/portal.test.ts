import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { type PortalWorld, readsAccountAtPortal, readsCopyAtPortal, readsWordAtPortal } from './portal.ts'
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
    return Object.fromEntries(found)
  })
}

/** What the two say differently of one world, as sentences. */
async function differences(world: PortalWorld): Promise<{ asked: number; allowed: number; found: string[] }> {
  const beneath = await tellPortal(record, world)
  const told = { asked: 0, allowed: 0, found: [] as string[] }
  const facts = JSON.stringify({ people: world.people, responsible: world.responsible })
  for (const account of world.accounts) {
    const read = await readAt(account.id)
    const compare = (table: string, id: Uuid, expected: boolean, what: object) => {
      told.asked++
      if (expected) told.allowed++
      if (read[table]?.has(id) === expected) return
      told.found.push(
        `${JSON.stringify(account)} ${expected ? 'should' : 'must not'} read ${table} ${JSON.stringify(what)} in ${facts}`,
      )
    }
    for (const copy of world.copies) {
      const expected = readsCopyAtPortal(world, account.id, copy.id)
      compare('paper_copy', copy.id, expected, copy)
      for (const [table, id] of Object.entries(beneath.get(copy.id) ?? {})) compare(table, id, expected, copy)
    }
    for (const word of world.words)
      compare('family_word', word.id, readsWordAtPortal(world, account.id, word.id), word)
    for (const other of world.accounts)
      compare('family_account', other.id, readsAccountAtPortal(world, account.id, other.id), other)
    const known = new Set<string>([...world.copies, ...world.words, ...world.accounts].map(({ id }) => id))
    for (const id of [...(read['paper_copy'] ?? []), ...(read['family_account'] ?? [])])
      if (!known.has(id)) told.found.push(`${account.id} reads ${id}, which is of another family`)
  }
  return told
}

test('whoever is at the portal reads what the oracle says, and nothing of another family', async () => {
  const worlds = fc.sample(portalWorlds(Temporal.Now.instant()), { numRuns: 30, seed: 77 })
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

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareInDatabase, isAskable, type WorldDatabase } from './compare.ts'
import type { KnownRow } from './knownRow.ts'
import { oracle } from './mcdc.ts'
import { randomScene } from './randomWorld.ts'
import { NOW } from './smallCounty.ts'
import { smallestWorld } from './smallestWorld.ts'
import { storyOf } from './story.ts'
import type { World } from './world.ts'

/**
 * A store in memory that answers by the oracle in a world of its own making: the world as it is, or one with a fault planted,
 * so that the comparison is seen to find faults.
 */
function storeWith(fault: (world: World) => World): WorldDatabase {
  let held: World
  return {
    load: async loaded => {
      held = fault(loaded)
    },
    allowed: async (worker, verb, asked) =>
      new Set(asked.filter(row => oracle[verb](held, worker.id, row)).map(row => row.id)),
  }
}

/** A world with a restriction that is live, and allocations. */
const scene = fc
  .sample(randomScene(NOW), { numRuns: 20, seed: 21 })
  .find(one =>
    one.world.restrictions.some(
      span =>
        Temporal.Instant.compare(span.startsAt, NOW) < 0 && Temporal.Instant.compare(NOW, span.endsAt) < 0,
    ),
  )
if (scene === undefined) throw new Error('fast-check drew no such world')
const { world, rows } = scene

describe('compareWorld', () => {
  test('counts every worker, row and verb, and finds nothing between equals', async () => {
    const found = await compareInDatabase(
      storeWith(same => same),
      world,
      rows,
    )
    const each = world.workers.length * rows.length
    const there = world.workers.length * rows.filter(row => row.isProposed !== true).length
    expect(there).toBeLessThan(each)
    const added = world.workers.length * rows.filter(row => isAskable('add', row)).length
    expect(found.decisions).toMatchObject({ read: there, add: added, change: there })
    expect(found.decisions.decide).toBeGreaterThan(0)
    expect(found.decisions.withdraw).toBeGreaterThan(0)
    expect(found.allowed.read).toBeGreaterThan(each / 10)
    expect(found.disagreements).toEqual([])
  })

  test('asks the verbs that it is told to', async () => {
    const found = await compareInDatabase(
      storeWith(same => same),
      world,
      rows,
      ['read'],
    )
    expect(found.decisions).toMatchObject({ add: 0, change: 0 })
  })

  test('finds restrictions that a database forgets, and tells what is enough to see it', async () => {
    const store = storeWith(one => ({ ...one, restrictions: [] }))
    const { disagreements } = await compareInDatabase(store, world, rows)
    const first = disagreements.find(one => one.database && one.row.table === 'person')
    if (first === undefined) throw new Error('the fault went unseen')
    const stillDiffers = async (smaller: World, left: readonly KnownRow[]) => {
      const again = await compareInDatabase(store, smaller, left, [first.verb])
      return again.disagreements.some(one => one.workerId === first.workerId && one.row.id === first.row.id)
    }
    const small = await smallestWorld(world, rows, first, stillDiffers)
    expect(small.world.restrictions).toHaveLength(1)
    expect(small.world.familyMembers.length).toBeLessThan(world.familyMembers.length)
    expect(small.rows.length).toBeLessThan(rows.length)

    const story = storyOf(small.world, first)
    expect(story).toContain('the oracle refuses what the database allows')
    expect(story).toContain(`worker ${first.workerId} to ${first.verb} the person ${first.row.id}`)
    expect(story.match(/restriction: subjectId/g)).toHaveLength(1)
  })

  test('finds a database that shuts what the oracle opens', async () => {
    const { disagreements } = await compareInDatabase(
      storeWith(one => ({ ...one, allocations: [] })),
      world,
      rows,
    )
    expect(disagreements.length).toBeGreaterThan(0)
    expect(disagreements.every(one => one.oracle && !one.database)).toBe(true)
  })
})

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { turnOf } from '#test/turn.ts'
import { compareWorld, type Disagreement } from './compare.ts'
import { type Fault, faults } from './faults.ts'
import type { Verb } from './mcdc.ts'
import { letTimePass } from './passingTime.ts'
import { randomScene, type Scene } from './randomWorld.ts'
import { openRealDatabase } from './realDatabase.ts'
import { restoring } from './restoring.ts'
import { isToldInTwoSteps } from './tellWorld.ts'

const worlds = 12
/** Planted by turns, a quarter of them each day. */
const planted = turnOf(faults, 4)
const record = await testRecord()
const database = await openRealDatabase(record)
afterAll(() => database.close())

function draw(seed: number): Scene {
  const [scene] = fc.sample(randomScene(Temporal.Now.instant()), { numRuns: 1, seed })
  if (scene === undefined) throw new Error('fast-check drew no world')
  return scene
}

async function plant(fault: Fault): Promise<void> {
  await database.superuser.query(fault.planted)
}

/** Of every worker all that is asked, those of one class after one another. */
const everything = { oneIn: 1, from: 0 }
const byClass = (workers: Scene['world']['workers']) =>
  workers.toSorted((one, other) => one.class.localeCompare(other.class))

/** @returns the first answer in which the two differ, worker by worker. */
async function firstDifference(fault: Fault, { world, rows }: Scene): Promise<Disagreement | undefined> {
  const isKnown = fault.shows === 'known'
  const side = isKnown ? await database.asKnownNow() : database
  const verb: Verb = fault.shows === 'known' ? 'read' : fault.shows
  const asked = rows.filter(({ table }) => fault.tables?.includes(table) ?? true)
  const now = { ...world, isPast: isKnown }
  for (const worker of byClass(world.workers)) {
    const { disagreements } = await compareWorld(side, now, asked, [verb], everything, [worker])
    if (disagreements.length > 0) return disagreements[0]
  }
  return undefined
}

/** @returns whether the comparison sees a difference in this told world that is not there without the fault. */
async function shows(fault: Fault, scene: Scene): Promise<boolean> {
  const difference = await restoring(database.superuser, async () => {
    await plant(fault)
    return await firstDifference(fault, scene)
  })
  if (difference === undefined) return false
  const without = await firstDifference(fault, { ...scene, rows: [difference.row] })
  expect(without).toBeUndefined()
  return true
}

describe(`the comparison finds within ${worlds} worlds`, () => {
  const sudden = planted.filter(fault => fault.when === 'told')
  const seen = new Map<string, number>()

  /** Every world is told once, for all the faults that no world before it has shown. */
  beforeAll(async () => {
    for (let seed = 1; seed <= worlds && seen.size < sudden.length; seed++) {
      const scene = draw(seed)
      await database.load(scene.world, scene.rows)
      for (const fault of sudden) {
        if (!seen.has(fault.name) && (await shows(fault, scene))) seen.set(fault.name, seed)
      }
    }
  }, 240_000)

  test.each<Fault>(sudden)('$name', ({ name }) => {
    expect(seen.get(name)).toBeGreaterThan(0)
  })

  test.each<Fault>(planted.filter(fault => fault.when === 'before'))(
    '$name',
    async fault => {
      for (let seed = 1; seed <= worlds; seed++) {
        const scene = draw(seed)
        if (!isToldInTwoSteps(scene.world)) continue // nothing ends in it once it is told
        const found = await restoring(database.superuser, async () => {
          await plant(fault)
          await database.load(scene.world, scene.rows)
          return await firstDifference(fault, scene)
        })
        if (found === undefined) continue
        await database.load(scene.world, scene.rows)
        expect(await firstDifference(fault, { ...scene, rows: [found.row] })).toBeUndefined()
        return
      }
      expect.fail('the fault went unseen')
    },
    120_000,
  )

  test.each<Fault>(faults.filter(fault => fault.when === 'passing'))(
    '$name',
    async fault => {
      for (let seed = 1; seed <= worlds; seed++) {
        const scene = await letTimePass(database, draw(seed), { told: () => plant(fault) })
        if ((await firstDifference(fault, scene)) !== undefined) return
      }
      expect.fail('the fault went unseen')
    },
    120_000,
  )
})

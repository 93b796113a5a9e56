import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { compareWorld } from './compare.ts'
import { type Fault, faults } from './faults.ts'
import { letTimePass } from './passingTime.ts'
import { randomScene, type Scene } from './randomWorld.ts'
import { openRealDatabase, type RealDatabase } from './realDatabase.ts'

const record = await testRecord()
const worlds = 12

/** @returns whether the comparison sees a difference that is not there without the fault. */
async function shows(database: RealDatabase, fault: Fault, drawn: Scene): Promise<boolean> {
  const plant = async () => {
    if (fault.afterEach !== undefined) await database.superuser.query(fault.afterEach)
  }
  const scene = fault.takesTime ? await letTimePass(database, drawn, { told: plant }) : drawn
  if (!fault.takesTime) {
    await database.load(scene.world, scene.rows)
    await plant()
  }
  const { disagreements } =
    fault.shows === 'known'
      ? await compareWorld(await database.asKnownNow(), { ...scene.world, isPast: true }, scene.rows, [
          'read',
        ])
      : await compareWorld(database, scene.world, scene.rows, [fault.shows])
  return disagreements.length > 0
}

test.each<Fault>(faults)(`the comparison finds within ${worlds} worlds: $name`, async fault => {
  const database = await openRealDatabase(await record.another())
  try {
    if (fault.planted !== undefined) await database.superuser.query(fault.planted)
    for (let seed = 1; seed <= worlds; seed++) {
      const [scene] = fc.sample(randomScene(Temporal.Now.instant()), { numRuns: 1, seed })
      if (scene && (await shows(database, fault, scene))) return
    }
    expect.fail('the fault went unseen')
  } finally {
    await database.close()
  }
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verbs as allVerbs, isAskable } from './compare.ts'
import { DecidedBy, oracle, type Verb } from './mcdc.ts'
import { randomScene, type Scene } from './randomWorld.ts'
import { NOW } from './smallCounty.ts'
import { tableNamed, tables } from './tables.ts'

/** What can be asked of every row that is there. */
const verbs: readonly Verb[] = ['read', 'add', 'change']

/** Neither of the directory nor of staff. */
function isAboutPeople({ table }: Scene['rows'][number]): boolean {
  const kind = tables[tableNamed(table)]
  return kind !== 'directory' && kind !== 'workforce' && kind !== 'staff'
}

test('a tenth and more of what practitioners ask about people is allowed', () => {
  for (const verb of verbs) {
    const count = { asked: 0, allowed: 0 }
    for (const { world, rows } of fc.sample(randomScene(NOW), { numRuns: 25, seed: 11 })) {
      for (const { id } of world.workers.filter(one => one.class === 'practitioner')) {
        for (const row of rows.filter(isAboutPeople)) {
          count.asked++
          if (oracle[verb](world, id, row)) count.allowed++
        }
      }
    }
    expect(count.allowed / count.asked).toBeGreaterThan(0.1)
    expect(count.allowed / count.asked).toBeLessThan(0.5)
  }
})

test('rows of every table occur, each under an id of its own', () => {
  const scenes = fc.sample(randomScene(NOW), { numRuns: 25, seed: 12 })
  const names = scenes.flatMap(scene => scene.rows.map(row => row.table))
  expect([...new Set(names)].sort()).toEqual(Object.keys(tables).sort())
  for (const { rows } of scenes) expect(new Set(rows.map(row => row.table + row.id)).size).toBe(rows.length)
})

/** Everything that anybody of this world can ask about its rows. */
function* questions({ world, rows }: Scene) {
  for (const { id: workerId } of world.workers) {
    for (const row of rows) {
      for (const verb of allVerbs) if (isAskable(verb, row)) yield { row, workerId, verb }
    }
  }
}

/** Worlds that are gone through: each condition needs one in which it alone decides, which takes some two hundred. */
const WORLDS = Number(process.env['KITH_ORACLE_WORLDS'] ?? 14)
const ALL_WORLDS = 200
/** So many in a hundred decide something within the worlds of every day. */
const MOST = 0.8

test('every condition of the oracle decides some answer by itself, each way it can stand', () => {
  const decided = new DecidedBy(1)
  const whole = decided.missing().length
  for (const [at, scene] of fc.sample(randomScene(NOW), { numRuns: WORLDS, seed: 13 }).entries()) {
    decided.beginWorld()
    if (decided.missing().length === 0) break
    const world = { ...scene.world, isPast: at % 8 === 7 }
    for (const { row, workerId, verb } of questions(scene)) {
      decided.study(world, workerId, row, verb)
    }
  }
  expect(decided.unlisted()).toEqual([])
  const left = decided.missing()
  expect(left.length, left.join(', ')).toBeLessThanOrEqual(WORLDS >= ALL_WORLDS ? 0 : whole * (1 - MOST))
}, 400_000)

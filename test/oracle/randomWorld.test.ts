import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verbs as allVerbs, isAskable } from './compare.ts'
import type { KnownRow } from './knownRow.ts'
import { DecidedBy, oracle, type Verb } from './mcdc.ts'
import { randomScene, type Scene } from './randomWorld.ts'
import { NOW } from './smallCounty.ts'
import { tableNamed, tables } from './tables.ts'

/** What can be asked of every row that is there. */
const verbs: readonly Verb[] = ['read', 'add', 'change']

test('a tenth and more of what practitioners ask about people is allowed', () => {
  for (const verb of verbs) {
    const count = { asked: 0, allowed: 0 }
    for (const { world, rows } of fc.sample(randomScene(NOW), { numRuns: 25, seed: 11 })) {
      for (const { id } of world.workers.filter(one => one.class === 'practitioner')) {
        for (const row of rows.filter(one => tables[tableNamed(one.table)] !== 'directory')) {
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

/** Tables that between them ask for every class, asked more often than the rest. */
const telling = [
  'alert',
  'significant_event',
  'clock',
  'person_address',
  'person_address',
  'note',
  'family_member',
  'allocation',
  'involvement',
  'note_person',
  'task',
  'need',
  'approval',
  'approval',
  'joint_assessment',
  'transfer',
  'contact',
  'contact_contribution',
  'contact_person',
  's47_enquiry',
  'import_run',
  'meeting',
  'meeting_contribution',
  'meeting_child',
  'meeting_invitee',
  'chair_note',
  'paper_part',
  'paper_copy',
  'copy_event',
]

/** Some questions of a scene, drawn with a generator of its own so that the same seed asks the same. */
function* questions({ world, rows }: Scene, count: number, seed: number) {
  let state = seed
  const draw = <Item>(items: readonly Item[]): Item | undefined => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return items[(state >>> 8) % items.length]
  }
  for (let at = 0; at < count; at++) {
    const table = draw([...telling, null])
    const row: KnownRow | undefined = draw(rows.filter(one => table === null || one.table === table))
    const workerId = draw([draw(world.workers)?.id, row?.authorId]) ?? draw(world.workers)?.id
    const verb = draw(row ? allVerbs.filter(one => isAskable(one, row)) : [])
    if (row && workerId && verb) yield { row, workerId, verb }
  }
}

test('every condition of the oracle decides some answer by itself, each way it can stand', () => {
  const decided = new DecidedBy(1)
  for (const [at, scene] of fc.sample(randomScene(NOW), { numRuns: 900, seed: 13 }).entries()) {
    decided.beginWorld()
    const world = { ...scene.world, isPast: at % 8 === 7 }
    for (const { row, workerId, verb } of questions(scene, 300, at)) {
      decided.study(world, workerId, row, verb)
    }
    if (decided.missing().length === 0) break
  }
  expect(decided.unlisted()).toEqual([])
  expect(decided.missing()).toEqual([])
}, 240_000)

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseUuid, type Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { oracle, type Verb } from './mcdc.ts'
import { acquaint, type Narrowing, narrowings, restrict, wallOff } from './narrowing.ts'
import { mayRead } from './oracle.ts'
import { randomScene } from './randomWorld.ts'
import { county, me, NOW, open, sam } from './smallCounty.ts'
import type { World } from './world.ts'

const verbs: readonly Verb[] = ['read', 'add', 'change']
const scenes = randomScene(NOW)
const place = fc.nat({ max: 40 })

/** What somebody may do in the second world and could not in the first, as sentences; `spared` workers are not looked at. */
function widened(before: World, after: World, rows: readonly KnownRow[], spared: readonly Uuid[] = []) {
  const found: string[] = []
  for (const { id } of before.workers) {
    if (spared.includes(id)) continue
    for (const row of rows) {
      for (const verb of verbs) {
        if (oracle[verb](after, id, row) && !oracle[verb](before, id, row)) {
          found.push(`${id} may now ${verb} ${row.table} ${row.id}`)
        }
      }
    }
  }
  return found
}

/**
 * Rows but for memberships of the families of this person. Once the person is restricted, whoever else joins is no longer judged
 * by them: a refusal would tell that they exist (D2).
 */
function withoutFamiliesOf(personId: Uuid | undefined, world: World, rows: readonly KnownRow[]) {
  const families = world.familyMembers.filter(one => one.personId === personId).map(one => one.familyId)
  return rows.filter(
    ({ table, familyId }) => table !== 'family_member' || !families.some(id => id === familyId),
  )
}

describe('nothing widens', () => {
  test.each<Narrowing>(narrowings)('when $name', ({ narrow }) => {
    let narrowed = 0
    fc.assert(
      fc.property(scenes, place, ({ world, rows }, at) => {
        const after = narrow(world, at)
        expect(widened(world, after, rows)).toEqual([])
        narrowed += widened(after, world, rows).length
      }),
      { numRuns: 24, seed: 31 },
    )
    expect(narrowed).toBeGreaterThan(0)
  })

  test('when a restriction is added, but for those whom it names or whom a reference lets in', () => {
    let narrowed = 0
    fc.assert(
      fc.property(scenes, place, fc.subarray([0, 1, 2, 3]), ({ world, rows }, at, list) => {
        const members = world.workers.filter((_worker, index) => list.includes(index)).map(one => one.id)
        const referred = world.openings.filter(one => one.kind === 'reference').map(one => one.actorId)
        const after = restrict(world, at, members)
        const judged = withoutFamiliesOf(after.restrictions.at(-1)?.subjectId, world, rows)
        expect(widened(world, after, judged, [...members, ...referred])).toEqual([])
        narrowed += widened(after, world, rows).length
      }),
      { numRuns: 15, seed: 32 },
    )
    expect(narrowed).toBeGreaterThan(0)
  })

  test('when everyone turns out to know somebody', () => {
    let narrowed = 0
    fc.assert(
      fc.property(scenes, place, ({ world, rows }, at) => {
        const after = acquaint(world, at)
        const judged = withoutFamiliesOf(after.conflicts.at(-1)?.personId, world, rows)
        expect(widened(world, after, judged)).toEqual([])
        narrowed += widened(after, world, rows).length
      }),
      { numRuns: 8, seed: 34 },
    )
    expect(narrowed).toBeGreaterThan(0)
  })

  test('when walls are raised', () => {
    let narrowed = 0
    fc.assert(
      fc.property(scenes, place, ({ world, rows }, at) => {
        const after = wallOff(world, at)
        expect(widened(world, after, rows)).toEqual([])
        narrowed += widened(after, world, rows).length
      }),
      { numRuns: 5, seed: 36 },
    )
    expect(narrowed).toBeGreaterThan(0)
  })

  test('when a second list is added, for anybody already kept out by the first', () => {
    fc.assert(
      fc.property(scenes, place, ({ world, rows }, at) => {
        const first = restrict(world, at, [])
        expect(widened(first, restrict(first, at, []), rows)).toEqual([])
      }),
      { numRuns: 10, seed: 33 },
    )
  })
})

test('a reference given before its restriction begins to count with it', () => {
  const world = county({ openings: [{ actorId: me, subjectId: sam, kind: 'reference', ...open }] })
  const person = { table: 'person', personIds: [sam] }
  expect(mayRead(world, me, person)).toBe(false)
  expect(mayRead(restrict(world, 0, []), me, person)).toBe(true)
})

/** The same text with every id in it turned into another, one to one. */
function renamed(id: Uuid): Uuid {
  const other = parseUuid(
    [...id].map(digit => (digit === '-' ? digit : (15 - Number.parseInt(digit, 16)).toString(16))).join(''),
  )
  if (other === null) throw new Error(`${id} is no id`)
  return other
}

/** Every id in a value renamed, whatever lists and objects it lies in; dates and instants as they are. */
function renameAll(value: unknown): unknown {
  if (typeof value === 'string') {
    const id = parseUuid(value)
    return id === null ? value : renamed(id)
  }
  if (Array.isArray(value)) return value.map(renameAll)
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renameAll(inner)]))
}

test('renaming ids and turning every list of facts round changes no answer', () => {
  fc.assert(
    fc.property(scenes, ({ world, rows }) => {
      const turned = Object.fromEntries(
        Object.entries(world).map(([name, facts]) => [
          name,
          Array.isArray(facts) ? facts.toReversed() : facts,
        ]),
      )
      const other = renameAll(turned) as World // the same shape with other ids
      expect(other.workers[0]?.id).not.toBe(world.workers.at(-1)?.id)
      for (const { id } of world.workers) {
        for (const row of rows) {
          const otherRow = renameAll({ ...row, fact: null }) as KnownRow // likewise
          for (const verb of verbs) {
            expect(oracle[verb](other, renamed(id), otherRow)).toBe(oracle[verb](world, id, row))
          }
        }
      }
    }),
    { numRuns: 12, seed: 34 },
  )
})

test('what may be changed may be read', () => {
  fc.assert(
    fc.property(scenes, ({ world, rows }) => {
      for (const { id } of world.workers) {
        for (const row of rows) {
          if (oracle.change(world, id, row))
            expect([row.table, mayRead(world, id, row)]).toEqual([row.table, true])
        }
      }
    }),
    { numRuns: 25, seed: 35 },
  )
})

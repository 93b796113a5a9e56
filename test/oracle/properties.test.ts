import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseUuid, type Uuid } from '#platform/ids'
import { turnOf } from '#test/turn.ts'
import type { KnownRow } from './knownRow.ts'
import { oracle, type Verb } from './mcdc.ts'
import { acquaint, type Narrowing, narrowings, restrict, wallOff } from './narrowing.ts'
import { mayRead } from './oracle.ts'
import { randomScene, type Scene } from './randomWorld.ts'
import { county, me, NOW, open, sam } from './smallCounty.ts'
import type { World } from './world.ts'

const verbs: readonly Verb[] = ['read', 'add', 'change']
const scenes = randomScene(NOW)
/** The same worlds for every narrowing, and at which of their facts it begins. */
const drawn = fc.sample(fc.tuple(scenes, fc.nat({ max: 40 })), { numRuns: 10, seed: 31 })
const few = drawn.slice(0, 10)

const known = new WeakMap<World, readonly boolean[]>()

/** What everybody may do with each row, one after the other; of a world that was asked before as it was. */
function answersOf(world: World, rows: readonly KnownRow[]): readonly boolean[] {
  const before = known.get(world)
  if (before !== undefined) return before
  const answers = world.workers.flatMap(({ id }) =>
    rows.flatMap(row => verbs.map(verb => oracle[verb](world, id, row))),
  )
  known.set(world, answers)
  return answers
}

/** What somebody may do in the second world and could not in the first. */
function widened(before: World, after: World, rows: readonly KnownRow[]) {
  const could = answersOf(before, rows)
  const can = answersOf(after, rows)
  let at = 0
  const found: { readonly workerId: Uuid; readonly verb: Verb; readonly row: KnownRow }[] = []
  for (const { id: workerId } of before.workers) {
    for (const row of rows) {
      for (const verb of verbs) {
        if (can[at] && !could[at]) found.push({ workerId, verb, row })
        at++
      }
    }
  }
  return found
}

/**
 * Families in which one of these people ever was. Once somebody is restricted, or a reference to them has run out, whoever else joins
 * is no longer judged by them: a refusal would tell that they exist (D2).
 */
function familiesOf(personIds: readonly Uuid[], world: World): readonly (Uuid | undefined)[] {
  return world.familyMembers.filter(one => personIds.includes(one.personId)).map(one => one.familyId)
}

/** What these people's own restriction lets others do by design: who joins their family, and what the list and references are for. */
type Spared = {
  readonly people?: readonly Uuid[]
  readonly workers?: readonly Uuid[]
  /** Whether the school that the police name reads, since the record knows none any more. */
  readonly schools?: boolean
}

/** Holds a narrowed world to the one before: nobody may do more, and somebody less. @returns how much less */
function expectNarrower({ world, rows }: Scene, after: World, spared: Spared = {}): number {
  const families = familiesOf(spared.people ?? [], world)
  const found = widened(world, after, rows).filter(
    ({ workerId, row }) =>
      !(spared.workers ?? []).includes(workerId) &&
      !(spared.schools && row.table.startsWith('partner_notice')) &&
      !(row.table === 'family_member' && families.includes(row.familyId)),
  )
  const said = found.map(({ workerId, verb, row }) => `${workerId} may now ${verb} ${row.table} ${row.id}`)
  expect(said).toEqual([])
  return widened(after, world, rows).length
}

describe('nothing widens', () => {
  test.each<Narrowing>(turnOf(narrowings, 2))('when $name', ({ name, narrow }) => {
    let narrowed = 0
    for (const [scene, at] of drawn) {
      const referred = scene.world.openings.filter(one => one.kind === 'reference').map(one => one.subjectId)
      narrowed += expectNarrower(scene, narrow(scene.world, at), {
        ...{ people: referred, schools: name === 'involvements end' },
      })
    }
    expect(narrowed).toBeGreaterThan(0)
  })

  test('when a restriction is added, but for those whom it names or whom a reference lets in', () => {
    let narrowed = 0
    for (const [scene, at] of drawn) {
      const { world } = scene
      const members = world.workers.filter((_worker, place) => (place + at) % 5 === 0).map(one => one.id)
      const referred = world.openings.filter(one => one.kind === 'reference').map(one => one.actorId)
      const after = restrict(world, at, members)
      const people = after.restrictions.slice(-1).map(one => one.subjectId)
      narrowed += expectNarrower(scene, after, { people, workers: [...members, ...referred] })
    }
    expect(narrowed).toBeGreaterThan(0)
  })

  test('when everyone turns out to know somebody', () => {
    let narrowed = 0
    for (const [scene, at] of few) {
      const after = acquaint(scene.world, at)
      const people = after.conflicts.slice(-1).map(one => one.personId)
      narrowed += expectNarrower(scene, after, { people })
    }
    expect(narrowed).toBeGreaterThan(0)
  })

  test('when walls are raised', () => {
    let narrowed = 0
    for (const [scene, at] of few) narrowed += expectNarrower(scene, wallOff(scene.world, at))
    expect(narrowed).toBeGreaterThan(0)
  })

  test('when a second list is added, for anybody already kept out by the first', () => {
    for (const [{ world, rows }, at] of few) {
      const first = restrict(world, at, [])
      expectNarrower({ world: first, rows }, restrict(first, at, []))
    }
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
    { numRuns: 6, seed: 34 },
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

import { describe, expect, test } from 'vitest'
import { mayAdd, mayChange, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import { asClass, colleague, county, lasting, live, me, mother, ria, sam, seen, team } from './smallCounty.ts'
import type { Row, World } from './world.ts'

const allocations = [
  { personId: sam, teamId: team, workerId: me, role: 'lead_social_worker', ...live },
] as const
const listOf = (...members: readonly (typeof me)[]) => ({ subjectId: sam, ...lasting, members })
const reference = { actorId: me, subjectId: sam, kind: 'reference', ...small.open } as const
const breakGlass = { ...reference, kind: 'break_glass' } as const
const people = [{ id: sam, createdBy: me, createdAt: small.NOW }]
const involvements = [{ personId: sam, workerId: me, ...live }]

describe('a restricted person', () => {
  const ties: Partial<World> = { allocations, involvements, people, openings: [breakGlass] }

  test('is shut to every tie', () => {
    expect(seen(county({ ...ties, restrictions: [listOf(colleague)] }), sam)).toBe('')
  })

  test('leaves the family as it was', () => {
    expect(seen(county({ allocations, restrictions: [listOf()] }), ria)).toBe('A2 B2 B2S C3 +A2 +B2')
  })

  test.each(['director', 'data_quality'] as const)('is shut to class %s', kind => {
    const world = asClass(county({ restrictions: [listOf()] }), { class: kind })
    expect(mayRead(world, me, { table: 'person', personIds: [sam] })).toBe(false)
    expect(mayRead(world, me, { table: 'person', personIds: [ria] })).toBe(true)
  })

  test('is shut to duty on shift', () => {
    const world = county({ shifts: [{ workerId: me, ...lasting }], restrictions: [listOf()] })
    expect(seen(asClass(world, { class: 'duty' }), sam)).toBe('')
    expect(seen(asClass(world, { class: 'duty' }), ria)).toBe('A2')
  })

  test('is open to those on its list, who need no other tie', () => {
    expect(seen(county({ restrictions: [listOf(colleague, me)] }), sam)).toBe('A2 B2 B2S C3 +A2 +B2')
    expect(seen(county({ restrictions: [listOf(me)] }), ria)).toBe('')
  })

  test('is read, not written, by a director on the list; never by an administrator', () => {
    const world = county({ restrictions: [listOf(me)] })
    expect(seen(asClass(world, { class: 'director' }), sam)).toBe('A2 B2 B2S C3')
    expect(seen(asClass(world, { class: 'administrator' }), sam)).toBe('')
  })

  test('is shown to data quality when the list names them, as anybody else is', () => {
    const world = asClass(county({ restrictions: [listOf(me)] }), { class: 'data_quality' })
    expect(mayRead(world, me, { table: 'person', personIds: [sam] })).toBe(true)
    expect(mayRead(world, me, { table: 'alert', personIds: [sam] })).toBe(false)
  })

  test('is open to a reference, without confidential addresses', () => {
    expect(seen(county({ ...ties, openings: [reference], restrictions: [listOf()] }), sam)).toBe(
      'A2 B2 B2S +A2 +B2',
    )
  })

  test.each([
    ['to somebody else', { ...reference, actorId: colleague }],
    ['for somebody else', { ...reference, subjectId: ria }],
  ])('is shut to a reference %s', (_name, other) => {
    expect(seen(county({ openings: [other], restrictions: [listOf()] }), sam)).toBe('')
  })

  test('is open to those on any one of several lists', () => {
    expect(seen(county({ restrictions: [listOf(), listOf(me)] }), sam)).toBe('A2 B2 B2S C3 +A2 +B2')
  })
})

describe('rows that tell of a restricted person and of somebody else', () => {
  const note: Row = { table: 'note', personIds: [ria, sam], authorId: me }
  const relationship: Row = { table: 'relationship', personIds: [mother, sam] }

  test('a note is hidden, from its author too', () => {
    expect(mayRead(county({ allocations }), me, note)).toBe(true)
    expect(mayRead(county({ allocations, restrictions: [listOf()] }), me, note)).toBe(false)
  })

  test('a note is hidden when any one list leaves the reader out, unless a reference lets them in', () => {
    expect(mayRead(county({ restrictions: [listOf(me)] }), me, note)).toBe(true)
    const two = [listOf(me), listOf()]
    expect(mayRead(county({ restrictions: two }), me, note)).toBe(false)
    expect(mayRead(county({ restrictions: two, openings: [reference] }), me, note)).toBe(true)
  })

  test('a note is hidden from data quality too', () => {
    const dataQuality = asClass(county({}), { class: 'data_quality' })
    expect(mayRead(dataQuality, me, note)).toBe(true)
    expect(mayRead({ ...dataQuality, restrictions: [listOf()] }, me, note)).toBe(false)
  })

  test('what a note says of one child is hidden from its author with the note, and not from who has the child', () => {
    const said = { table: 'note_person', personIds: [ria], notePersonIds: [ria, sam], authorId: me }
    const [past, shut] = [county({}), { restrictions: [listOf()] }]
    expect(mayRead(past, me, said)).toBe(true)
    expect(mayRead({ ...past, ...shut }, me, said)).toBe(false)
    expect(mayRead({ ...past, restrictions: [listOf(me)] }, me, said)).toBe(true)
    expect(mayRead({ ...past, ...shut }, me, { ...said, notePersonIds: [ria] })).toBe(true)
    expect(mayRead(county({ allocations, ...shut }), me, said)).toBe(true)
  })

  test.each(['assessment_view', 'assessment_share', 'plan_share'])(
    'a row of %s is neither read, added nor changed when the adult or recipient is restricted',
    table => {
      const row: Row = { table, personIds: [sam], aboutId: mother }
      const free = county({ allocations })
      const may = (world: World) => [mayRead, mayAdd, mayChange].map(one => one(world, me, row))
      expect(may(free)).toEqual([true, true, table !== 'assessment_share'])
      const sealed = { ...listOf(colleague), subjectId: mother }
      expect(may({ ...free, restrictions: [sealed] })).toEqual([false, false, false])
      expect(may({ ...free, conflicts: [{ workerId: me, personId: mother, ...lasting }] })).toEqual([
        false,
        false,
        false,
      ])
      expect(may({ ...free, restrictions: [{ ...sealed, members: [me] }] })).toEqual(may(free))
    },
  )

  test('a copy of a plan is hidden from data quality with its recipient', () => {
    const world = asClass(county({}), { class: 'data_quality' })
    const copy = { table: 'plan_share', personIds: [ria], aboutId: sam }
    expect(mayRead(world, me, copy)).toBe(true)
    expect(mayRead({ ...world, restrictions: [listOf()] }, me, copy)).toBe(false)
  })

  test('a relationship is neither read, added nor changed', () => {
    const free = county({ allocations })
    const shut = county({ allocations, restrictions: [listOf()] })
    for (const may of [mayRead, mayAdd, mayChange]) {
      expect(may(free, me, relationship)).toBe(true)
      expect(may(shut, me, relationship)).toBe(false)
    }
  })

  test('a relationship is open again to those on the list', () => {
    const world = county({ allocations, restrictions: [listOf(me)] })
    for (const may of [mayRead, mayAdd, mayChange]) expect(may(world, me, relationship)).toBe(true)
  })

  test('a family shows by its other members, and not by a restricted one alone', () => {
    const world = county({ allocations, restrictions: [listOf()] })
    expect(mayRead(world, me, { table: 'family', personIds: [sam, ria] })).toBe(true)
    expect(mayRead(world, me, { table: 'family', personIds: [sam] })).toBe(false)
  })
})

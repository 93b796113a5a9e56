import { describe, expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import { mayAdd, mayChange, mayDecide, mayRead } from './oracle.ts'
import { asClass, colleague, county, lasting, live, me, sam, team, YESTERDAY } from './smallCounty.ts'
import type { Row, World } from './world.ts'

const [trust, charity, council] = [1, 2, 3].map(at => idOf(1, 'organisation', at)) as [
  World['organisations'][number]['id'],
  World['organisations'][number]['id'],
  World['organisations'][number]['id'],
]
const organisations = [
  { id: trust, kind: 'nhs' },
  { id: charity, kind: 'voluntary' },
  { id: council, kind: 'council' },
]
const working = { involvements: [{ personId: sam, workerId: me, ...live }] }
const of = (organisationId: typeof trust, facts: Partial<World> = working) =>
  asClass(county({ organisations, ...facts }), { organisationId })
const told: Row = { table: 'contribution', personIds: [sam], authorId: me, originatorId: trust }
const theirs: Row = { ...told, authorId: colleague }
const sealed = { restrictions: [{ subjectId: sam, members: [colleague], ...lasting }] }
const leading = {
  allocations: [{ personId: sam, teamId: team, workerId: me, role: 'lead_social_worker', ...live } as const],
}

describe('what an agency told', () => {
  test('is read by its author for good, by a colleague who works with the child, and with the record', () => {
    expect(mayRead(of(trust, {}), me, told)).toBe(true)
    expect([mayRead(of(trust), me, theirs), mayRead(of(trust, {}), me, theirs)]).toEqual([true, false])
    expect(mayRead(of(charity), me, theirs)).toBe(false)
    expect(mayRead(of(council, leading), me, theirs)).toBe(true)
    expect(mayRead(of(trust, sealed), me, told)).toBe(false)
  })

  test('is told by whoever works with the child for another agency than the council, and for that alone', () => {
    expect(mayAdd(of(trust), me, told)).toBe(true)
    expect(mayAdd(of(trust, {}), me, told)).toBe(false)
    expect(mayAdd(of(charity), me, told)).toBe(false)
    expect(mayAdd(of(council), me, { ...told, originatorId: council })).toBe(false)
    expect(mayAdd(of(trust, { ...working, ...sealed }), me, told)).toBe(false)
    expect(mayChange(of(trust), me, told)).toBe(false)
  })

  test('is corrected by its author beside it, after their work has ended too while somebody waits for that', () => {
    const correction = { ...told, writerId: me }
    expect(mayAdd(of(trust), me, correction)).toBe(true)
    expect(mayAdd(of(trust), me, { ...correction, writerId: colleague })).toBe(false)
    expect(mayAdd(of(trust, {}), me, correction)).toBe(false)
    expect(mayAdd(of(trust, {}), me, { ...correction, isAwaited: true })).toBe(true)
  })

  test('is asked about by whoever writes the record, and answered by its author', () => {
    const asked: Row = { ...told, table: 'contribution_query', writerId: colleague }
    expect([mayAdd(of(council, leading), me, asked), mayAdd(of(trust), me, asked)]).toEqual([true, false])
    expect(mayDecide(of(council, leading), me, asked)).toBe(false)
    expect(mayDecide(of(trust, {}), me, { ...asked, writerId: me })).toBe(true)
    expect(mayRead(of(trust), me, asked)).toBe(false)
  })

  test('is asked for of whoever works with the child for another agency, who reads the question until that ends', () => {
    const asked: Row = { table: 'agency_request', personIds: [sam], authorId: colleague, writerId: me }
    expect([mayRead(of(trust), me, asked), mayDecide(of(trust), me, asked)]).toEqual([true, true])
    expect([mayRead(of(trust, {}), me, asked), mayDecide(of(trust, {}), me, asked)]).toEqual([false, false])
    expect(mayRead(of(trust, {}), me, { ...asked, isClosed: true })).toBe(true)
    expect(mayRead(of(trust, sealed), me, { ...asked, isClosed: true })).toBe(false)
    const mine = { ...asked, authorId: me, writerId: colleague }
    expect(mayAdd(of(council, leading), me, mine)).toBe(false)
    const both = { ...leading, involvements: [{ personId: sam, workerId: colleague, ...live }] }
    const world = of(council, both)
    const workers = world.workers.map(one => (one.id === colleague ? { ...one, organisationId: trust } : one))
    expect(mayAdd({ ...world, workers }, me, mine)).toBe(true)
  })

  test('goes to the family by its author alone', () => {
    expect([mayDecide(of(trust), me, told), mayDecide(of(trust), me, theirs)]).toEqual([true, false])
  })
})

describe('that an agency holds a record', () => {
  const held: Row = { ...told, table: 'agency_record' }

  test('is read by a tie to the child, of a sensitive service by its own people', () => {
    expect(mayRead(of(charity), me, held)).toBe(true)
    expect(mayRead(asClass(of(charity, {}), { class: 'director' }), me, held)).toBe(false)
    const sensitive = { ...held, isSensitive: true }
    expect([mayRead(of(charity), me, sensitive), mayRead(of(trust), me, sensitive)]).toEqual([false, true])
  })

  test('is said by somebody of it who works with the child, until that ends', () => {
    expect([mayAdd(of(trust), me, held), mayChange(of(trust), me, held)]).toEqual([true, true])
    const over = { involvements: [{ personId: sam, workerId: me, ...live, endedOn: YESTERDAY }] }
    for (const world of [of(charity), of(trust, over), of(trust, { ...working, ...sealed })])
      expect(mayAdd(world, me, held)).toBe(false)
  })
})

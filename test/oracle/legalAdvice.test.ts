import { describe, expect, test } from 'vitest'
import { mayAdd, mayChange, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import { asClass, colleague, county, lasting, live, me, mother, ria, sam, team } from './smallCounty.ts'
import type { Row, World } from './world.ts'

const held = { personId: sam, teamId: team, workerId: me, role: 'lead_social_worker', ...live } as const
const leading = county({ allocations: [held] })
const advice = (of: Partial<Row> = {}): Row => ({
  table: 'legal_advice',
  personIds: [sam],
  authorId: colleague,
  readerIds: [colleague],
  ...of,
})
const may = (world: World, row: Row) => [mayRead, mayAdd, mayChange].map(one => one(world, me, row))
const none = [false, false, false]

describe('legal advice', () => {
  test('is nothing to whoever holds the child, opens the record or directs', () => {
    const opening = { actorId: me, subjectId: sam, kind: 'break_glass', ...small.open } as const
    const manages = { workerId: me, teamId: team, areaId: null, role: 'team_manager', ...live }
    const teams = { ...held, workerId: colleague }
    for (const world of [
      leading,
      county({ openings: [opening] }),
      county({ allocations: [teams], posts: [manages] }),
      asClass(county({}), { class: 'director' }),
      asClass(county({}), { class: 'data_quality' }),
      asClass(county({}), { class: 'administrator' }),
      county({ allocations: [{ ...held, role: 'conference_chair' }] }),
    ])
      expect(may(world, advice())).toEqual(none)
  })

  test('is read by its author, and read and given on by a reader, without any tie to the child', () => {
    expect(may(county({}), advice({ authorId: me }))).toEqual([true, false, false])
    expect(may(county({}), advice({ readerIds: [me] }))).toEqual([true, false, true])
  })

  test('is written in one’s own name, of children whose record one writes', () => {
    expect(may(leading, advice({ authorId: me }))).toEqual([true, true, false])
    expect(mayAdd(leading, me, advice({ authorId: me, personIds: [sam, ria] }))).toBe(true)
    expect(mayAdd(leading, me, advice({ authorId: me, personIds: [sam, mother] }))).toBe(false)
    expect(mayAdd(leading, me, advice({ readerIds: [me] }))).toBe(false)
  })

  test('is hidden by a list or a conflict from readers and author too, and from who has left', () => {
    const mine = advice({ authorId: me, readerIds: [me] })
    const list = { subjectId: sam, members: [colleague], ...lasting }
    expect(may({ ...leading, restrictions: [list] }, mine)).toEqual(none)
    expect(may({ ...leading, conflicts: [{ workerId: me, personId: sam, ...lasting }] }, mine)).toEqual(none)
    expect(may(asClass(leading, { leftAt: small.NOW }), mine)).toEqual(none)
    expect(may(asClass(leading, { class: 'director' }), mine)).toEqual(none)
  })
})

describe('who leads the child protection work', () => {
  const lead = { personId: sam, workerId: me, ...live }
  const involved = { personId: sam, workerId: me, ...live }
  const reads = (world: World) =>
    ['s47_enquiry', 'conference', 'cp_plan', 'assessment', 'significant_event', 'pre_proceedings'].filter(
      table => mayRead(world, me, { table, personIds: [sam] }),
    )

  test('reads enquiries, conferences and the plan, and nothing else of the record', () => {
    expect(reads(county({ involvements: [involved] }))).toEqual(['cp_plan'])
    expect(reads(county({ involvements: [involved], protectionLeads: [lead] }))).toEqual([
      's47_enquiry',
      'conference',
      'cp_plan',
    ])
  })

  test('reads nothing by the name alone, after its last day, or past a list', () => {
    expect(reads(county({ protectionLeads: [lead] }))).toEqual([])
    const over = { ...lead, endedOn: small.YESTERDAY }
    expect(reads(county({ involvements: [involved], protectionLeads: [over] }))).toEqual(['cp_plan'])
    const restrictions = [{ subjectId: sam, members: [colleague], ...lasting }]
    expect(reads(county({ involvements: [involved], protectionLeads: [lead], restrictions }))).toEqual([])
  })

  test('writes none of them', () => {
    const world = county({ involvements: [involved], protectionLeads: [lead] })
    expect(mayChange(world, me, { table: 's47_enquiry', personIds: [sam] })).toBe(false)
    expect(mayAdd(world, me, { table: 'conference', personIds: [sam] })).toBe(false)
  })
})

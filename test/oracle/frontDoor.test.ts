import { describe, expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import { mayAdd, mayChange, mayDecide, mayRead, mayWithdraw } from './oracle.ts'
import * as small from './smallCounty.ts'
import {
  asClass,
  colleague,
  county,
  kai,
  lasting,
  live,
  me,
  mother,
  ria,
  sam,
  seen,
  team,
} from './smallCounty.ts'
import type { Contact, Row, World } from './world.ts'

const all = 'A2 B2 B2S C3 +A2 +B2'
const post = (role: string) => ({ workerId: me, teamId: team, areaId: null, role, ...live })
const contact: Contact = {
  id: idOf(1, 'contact', 0),
  teamId: team,
  createdBy: colleague,
  receivedAt: small.NOW.subtract({ hours: 3 }),
  isDecided: false,
  personIds: [sam],
  removedIds: [],
}
const decided = { ...contact, isDecided: true }
const row = (table: string, authorId = me): Row => ({
  table,
  contactId: contact.id,
  personIds: contact.personIds,
  authorId,
  isMatched: false,
})
const beneath = ['contact', 'contact_person', 'contact_feedback', 'contact_contribution', 'contact_decision']
const reads = (world: World) => beneath.filter(table => mayRead(world, me, row(table, colleague)))
const adds = (world: World) => beneath.filter(table => mayAdd(world, me, row(table)))
const changes = (world: World) => beneath.filter(table => mayChange(world, me, row(table)))

describe('an undecided contact', () => {
  test.each(['social_worker', 'senior_social_worker', 'team_manager', 'duty_manager'])(
    'opens whom it is matched with, and their family, to a %s of its team until it is decided',
    role => {
      const world = county({ contacts: [contact], posts: [post(role)] })
      expect([seen(world, sam), seen(world, ria), seen(world, mother)]).toEqual([all, all, 'A2 C3 +A2'])
      expect(seen({ ...world, contacts: [decided] }, sam)).toBe('')
      expect(seen({ ...world, posts: [{ ...post(role), endedOn: small.YESTERDAY }] }, sam)).toBe('')
      expect(seen({ ...world, contacts: [{ ...contact, personIds: [], removedIds: [sam] }] }, sam)).toBe('')
      expect([reads(world), adds(world)]).toEqual([beneath, beneath])
      expect(changes(world)).toEqual(['contact', 'contact_person'])
      expect(changes({ ...world, contacts: [decided] })).toEqual([])
    },
  )

  test('lets a manager of its team direct the child, and anyone who works at it queue the child', () => {
    const queued: Row = { table: 'allocation', personIds: [sam], role: 'queue', workerId: null }
    const manager = county({ contacts: [contact], posts: [post('duty_manager')] })
    const worker = county({ contacts: [contact], posts: [post('social_worker')] })
    expect([mayAdd(manager, me, queued), mayChange(manager, me, queued)]).toEqual([true, true])
    expect([mayAdd(worker, me, queued), mayChange(worker, me, queued)]).toEqual([true, false])
  })

  test('is read by a partner until it is decided, but for what others say of it', () => {
    const world = county({ contacts: [contact], posts: [post('mash_partner')] })
    expect(seen(world, sam)).toBe('')
    expect(reads(world)).toEqual(['contact', 'contact_person', 'contact_feedback'])
    expect(mayRead(world, me, row('contact_contribution'))).toBe(true)
    expect(adds(world)).toEqual(['contact', 'contact_contribution'])
    expect(reads({ ...world, contacts: [decided] })).toEqual([])
  })

  test('is read and named by whoever wrote it, and changed by others', () => {
    const world = county({ contacts: [{ ...contact, createdBy: me }] })
    expect(reads(world)).toEqual(['contact', 'contact_person', 'contact_feedback'])
    expect(adds(world)).toEqual(['contact', 'contact_person'])
    expect(changes(world)).toEqual([])
    expect(reads(asClass(world, { leftAt: small.NOW }))).toEqual([])
  })

  test('is worked by duty on the rota, and prepared by business support', () => {
    const onShift = asClass(county({ contacts: [contact], shifts: [{ workerId: me, ...lasting }] }), {
      class: 'duty',
    })
    expect([reads(onShift), adds(onShift)]).toEqual([beneath, beneath])
    const support = county({ contacts: [contact], posts: [post('business_support')] })
    expect(reads(support)).toEqual(beneath)
    expect(adds(support)).not.toContain('contact_decision')
    expect(changes(support)).toEqual([])
  })

  test('is read by the leader of the area and by who holds the child, and by no director by post', () => {
    const leader = { ...post('service_leader'), teamId: null, areaId: small.area }
    expect(reads(county({ contacts: [contact], posts: [leader] }))).toEqual(beneath)
    const held = [{ personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const]
    expect(reads(county({ contacts: [contact], allocations: held }))).toEqual(beneath)
  })

  describe('before a director', () => {
    const opening = { actorId: me, subjectId: sam, kind: 'director', ...small.open } as const
    const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
    const listed = { subjectId: sam, members: [me], ...lasting }
    const posts = ['social_worker', 'team_manager', 'mash_partner', 'business_support'].map(post)
    const directs = asClass(county({ contacts: [{ ...contact, createdBy: me }], posts }), {
      class: 'director',
    })

    test('is closed, and opens nobody, whatever post they hold at the front door', () => {
      expect([reads(directs), adds(directs), changes(directs)]).toEqual([[], [], []])
      expect([seen(directs, sam), seen(directs, ria), seen(directs, mother)]).toEqual(['A2', 'A2', 'A2'])
      expect(reads({ ...directs, contacts: [{ ...contact, personIds: [] }] })).toEqual([])
    })

    test.each<[string, Partial<World>]>([
      ['opened', { openings: [opening] }],
      ['hold', { allocations: [held] }],
      ['are on the list of', { restrictions: [listed] }],
    ])('is read with a record that they %s, and not worked at', (_name, facts) => {
      const world = { ...directs, ...facts }
      expect([reads(world), adds(world), changes(world)]).toEqual([beneath, [], []])
      expect(reads({ ...world, contacts: [{ ...decided, createdBy: me }] })).toEqual(beneath)
      expect(reads({ ...world, contacts: [{ ...contact, personIds: [] }] })).toEqual([])
    })

    test('is closed by a record of which they read the summary alone', () => {
      const involvements = [{ personId: sam, workerId: me, ...live }]
      expect(reads({ ...directs, involvements })).toEqual([])
    })
  })

  test('is worked by class duty on the rota alone, whatever post they hold at the front door', () => {
    const offShift = asClass(
      county({ contacts: [contact], posts: [post('social_worker'), post('business_support')] }),
      { class: 'duty' },
    )
    expect([reads(offShift), adds(offShift), changes(offShift)]).toEqual([[], ['contact'], []])
    expect([seen(offShift, sam), seen(offShift, ria), seen(offShift, mother)]).toEqual(['', '', ''])
    const onShift = { ...offShift, shifts: [{ workerId: me, ...lasting }] }
    expect([reads(onShift), adds(onShift)]).toEqual([beneath, beneath])
    expect(changes(onShift)).toEqual(['contact', 'contact_person'])
    expect([seen(onShift, sam), seen(onShift, ria), seen(onShift, mother)]).toEqual(['A2', 'A2', 'A2'])
  })

  test('is read by class duty off the rota with a record that they hold, and not worked at', () => {
    const held = { personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live } as const
    const world = asClass(county({ contacts: [contact], allocations: [held] }), { class: 'duty' })
    expect([reads(world), adds(world), changes(world)]).toEqual([beneath, ['contact'], []])
  })

  test('is there for nobody from whom one of its people is sealed', () => {
    const restrictions = [{ subjectId: sam, members: [colleague], ...lasting }]
    const conflicts = [{ workerId: me, personId: sam, ...lasting }]
    for (const sealed of [{ restrictions }, { conflicts }]) {
      const world = county({
        contacts: [{ ...contact, createdBy: me }],
        posts: [post('team_manager')],
        ...sealed,
      })
      expect([reads(world), changes(world)]).toEqual([[], []])
    }
  })

  test('leaves a contribution to its author after the decision, until somebody in it is sealed from them', () => {
    const own = row('contact_contribution')
    const world = county({ contacts: [decided] })
    expect(mayRead(world, me, own)).toBe(true)
    expect(mayRead(world, me, row('contact_contribution', colleague))).toBe(false)
    expect(mayRead(asClass(world, { leftAt: small.NOW }), me, own)).toBe(false)
    const restrictions = [{ subjectId: sam, members: [colleague], ...lasting }]
    expect(mayRead({ ...world, restrictions }, me, own)).toBe(false)
    expect(mayRead({ ...world, conflicts: [{ workerId: me, personId: sam, ...lasting }] }, me, own)).toBe(
      false,
    )
  })

  test('is added undecided, in one’s own name, about nobody of the record', () => {
    const world = county({ contacts: [contact] })
    expect(mayAdd(world, me, row('contact'))).toBe(true)
    expect(mayAdd(world, me, row('contact', colleague))).toBe(false)
    expect(mayAdd(world, me, { ...row('contact'), isMatched: true })).toBe(false)
    expect(mayAdd({ ...world, contacts: [decided] }, me, row('contact'))).toBe(false)
  })
})

describe('a transfer', () => {
  const asked = {
    personId: sam,
    toTeamId: team,
    requestedBy: colleague,
    requestedAt: small.NOW,
    isDecided: false,
  }
  const handOver: Row = { table: 'transfer', personIds: [sam], teamId: team, authorId: me }
  const manages = [post('team_manager')]

  test('shows managers of the team that is asked the summary of that child alone', () => {
    const world = county({ transfers: [asked], posts: manages })
    expect([seen(world, sam), seen(world, ria)]).toEqual(['A2 B2S', ''])
    expect(seen({ ...world, transfers: [{ ...asked, isDecided: true }] }, sam)).toBe('')
    expect(mayRead({ ...world, transfers: [] }, me, handOver)).toBe(true)
    expect(mayRead(county({ posts: [post('social_worker')] }), me, handOver)).toBe(false)
  })

  test('is asked for and taken back by who directs the child, and never rewritten', () => {
    const held = { personId: sam, teamId: team, workerId: colleague, role: 'co_worker', ...live } as const
    const allocations = [held]
    const world = county({ allocations, posts: manages })
    const verbs = [mayAdd, mayChange, mayWithdraw, mayDecide]
    expect(verbs.map(may => may(world, me, handOver))).toEqual([true, false, true, false])
    expect(verbs.map(may => may(world, me, { ...handOver, teamId: null }))).toEqual([true, false, true, true])
    expect(verbs.map(may => may(world, me, { ...handOver, isClosed: true }))).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(mayAdd(world, me, { ...handOver, authorId: colleague })).toBe(false)
    // An adult of the family is directed with it, but has no record there.
    const ofAdult = { ...world, transfers: [{ ...asked, personId: mother }] }
    expect(mayRead(ofAdult, me, { ...handOver, personIds: [mother] })).toBe(true)
    expect(mayWithdraw(ofAdult, me, { ...handOver, personIds: [mother] })).toBe(false)
    expect(mayAdd(county({ allocations: [{ ...held, workerId: me }] }), me, handOver)).toBe(false)
  })
})

describe('a conflict of interest', () => {
  const conflicts = [{ workerId: me, personId: sam, ...lasting }]
  const named = { restrictions: [{ subjectId: sam, members: [me], ...lasting }] }
  const reference = { actorId: me, subjectId: sam, kind: 'reference', ...small.open } as const

  test.each<[string, Partial<World>]>([
    ['a tie', { allocations: [{ personId: sam, teamId: team, workerId: me, role: 'co_worker', ...live }] }],
    ['a named list', named],
    ['a reference', { restrictions: [{ subjectId: sam, members: [], ...lasting }], openings: [reference] }],
    ['an opening', { openings: [{ ...reference, kind: 'break_glass' }] }],
  ])('beats %s', (_name, facts) => {
    expect(seen(county(facts), sam)).not.toBe('')
    expect(seen(county({ ...facts, conflicts }), sam)).toBe('')
  })

  test('beats every roaming class, and is of that worker and person alone', () => {
    const world = asClass(county({ conflicts }), { class: 'director' })
    expect([seen(world, sam), seen(world, kai)]).toEqual(['', 'A2'])
    const other = asClass(county({ conflicts: conflicts.map(one => ({ ...one, workerId: colleague })) }), {
      class: 'director',
    })
    expect(seen(other, sam)).toBe('A2')
  })
})

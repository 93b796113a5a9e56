import fc from 'fast-check'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { PortalWorld } from './portal.ts'

const index = fc.nat({ max: 9 })

const sketches = fc.record({
  /** Days by which somebody's eighteenth birthday lies before today; the first two are grown up. */
  birthdays: fc.array(fc.constantFrom(-3000, -1500, -1, 0, 1), { minLength: 3, maxLength: 4 }),
  responsible: fc.array(
    fc.record({
      adult: fc.nat({ max: 1 }),
      child: index,
      begun: fc.constantFrom(300, 300, 0, -2),
      ended: fc.constantFrom(null, null, null, 0, -1),
    }),
    { minLength: 3, maxLength: 8 },
  ),
  /** Whose account is closed: one of them, if anybody's. */
  closed: fc.option(index, { nil: null, freq: 2 }),
  /** Whose account was opened by a decision. */
  decided: fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 3 }),
  alarms: fc.array(fc.record({ account: index, copy: index, isSettled: fc.boolean() }), {
    minLength: 2,
    maxLength: 6,
  }),
  invitations: fc.array(
    fc.record({
      person: index,
      children: fc.uniqueArray(index, { minLength: 1, maxLength: 2 }),
      kind: fc.constantFrom('strategy', 'review', 'review', 'core_group'),
      status: fc.constantFrom('planned', 'planned', 'in_session', 'held', 'cancelled'),
      /** Hours from now at which it is planned. */
      hours: fc.constantFrom(-30, -2, 48, 48),
      isWithdrawn: fc.constantFrom(false, false, false, true),
      isExcluded: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 6, maxLength: 12 },
  ),
  copies: fc.array(
    fc.record({
      recipient: index,
      children: fc.uniqueArray(index, { minLength: 1, maxLength: 2 }),
      status: fc.constantFrom(
        'released',
        'released',
        'released',
        'replaced',
        'withdrawn',
        'refused',
        'approved',
        'composed',
      ),
      isInPortal: fc.constantFrom(true, true, true, false),
      isDecided: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 6, maxLength: 12 },
  ),
})

/** Two grown-ups and a few children, some around their eighteenth birthday, each with an account and with papers of their own. */
export function portalWorlds(now: Temporal.Instant): fc.Arbitrary<PortalWorld> {
  return sketches.map(sketch => worldOf(sketch, now))
}

type Sketch = typeof sketches extends fc.Arbitrary<infer Value> ? Value : never

function worldOf(sketch: Sketch, now: Temporal.Instant): PortalWorld {
  const today = londonDate(now)
  const grown = [0, 1].map(() => ({ id: makeUuid(), bornOn: today.subtract({ years: 30 }) }))
  const children = sketch.birthdays.map(days => ({
    id: makeUuid(),
    bornOn: today.subtract({ days }).subtract({ years: 18 }),
  }))
  const people = [...grown, ...children]
  const personAt = (at: number): Uuid => people[at % people.length]?.id ?? makeUuid()
  const childAt = (at: number): Uuid => children[at % children.length]?.id ?? makeUuid()
  const accounts = people.map(({ id }, at) => ({
    id: makeUuid(),
    ofId: id,
    isClosed: sketch.closed === at,
    isDecided: sketch.decided.includes(at),
  }))
  const copies = sketch.copies.map(one => ({
    id: makeUuid(),
    recipientId: personAt(one.recipient),
    childIds: [...new Set(one.children.map(childAt))],
    status: one.status,
    isGiven: ['released', 'replaced', 'withdrawn'].includes(one.status),
    isInPortal: one.isInPortal,
    isDecided: one.isDecided,
  }))
  return {
    now,
    people,
    responsible: sketch.responsible
      .map(one => ({
        adultId: personAt(one.adult),
        childId: childAt(one.child),
        startedOn: today.subtract({ days: one.begun }),
        endedOn: one.ended === null ? null : today.add({ days: one.ended }),
      }))
      .filter(one => one.endedOn === null || Temporal.PlainDate.compare(one.startedOn, one.endedOn) <= 0),
    accounts,
    copies,
    alarms: sketch.alarms.flatMap(({ account, copy, isSettled }) => {
      const from = accounts[account % accounts.length]
      const of = copies[copy % copies.length]
      return from && of ? [{ id: makeUuid(), accountId: from.id, copyId: of.id, isSettled }] : []
    }),
    invitations: sketch.invitations.map(({ person, children: places, hours, ...one }) => ({
      ...one,
      id: makeUuid(),
      personId: personAt(person),
      childIds: [...new Set(places.map(childAt))],
      plannedAt: now.add({ hours }),
    })),
    words: children.map(({ id }) => ({ id: makeUuid(), personId: id })),
  }
}

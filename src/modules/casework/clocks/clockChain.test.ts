import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import { type ClockChain, type ClockFact, clockChain } from './clockChain.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const fact = (on: string): ClockFact => ({ id: makeUuid(), on: day(on) })
const chainOf = (chain: Partial<ClockChain> & Pick<ClockChain, 'clock' | 'trigger'>) =>
  clockChain({ personId: makeUuid(), triggerKind: 'cp_plan', events: [], ...chain }, shippedClockSettings)

test('runs a single limit until its event, and no further', () => {
  const started = fact('2026-03-27')
  const [open] = chainOf({ clock: 'ICPC_15', trigger: started })
  expect(open?.dueOn).toEqual(day('2026-04-21'))
  expect(open?.outcome).toBe('open')
  const held = fact('2026-04-21')
  const clocks = chainOf({ clock: 'ICPC_15', trigger: started, events: [held] })
  expect(clocks).toHaveLength(1)
  expect(clocks[0]?.outcome).toBe('on_time')
  expect(clocks[0]?.satisfiedId).toBe(held.id)
})

test('calls an event on the day after the due day late', () => {
  const [clock] = chainOf({ clock: 'ICPC_15', trigger: fact('2026-03-27'), events: [fact('2026-04-22')] })
  expect(clock?.outcome).toBe('late')
})

test('counts the next visit from the actual date of the last one, early or late', () => {
  const clocks = chainOf({
    clock: 'CP_VISIT',
    trigger: fact('2026-09-01'),
    events: [fact('2026-09-03'), fact('2026-09-30')],
  })
  expect(clocks.map(({ triggerOn }) => triggerOn.toString())).toEqual([
    '2026-09-01',
    '2026-09-03',
    '2026-09-30',
  ])
  expect(clocks.map(({ dueOn }) => dueOn.toString())).toEqual(['2026-09-15', '2026-09-17', '2026-10-14'])
  expect(clocks.map(({ outcome }) => outcome)).toEqual(['on_time', 'late', 'open'])
})

test('passes over events before the trigger', () => {
  const [clock] = chainOf({ clock: 'CP_VISIT', trigger: fact('2026-09-01'), events: [fact('2026-08-30')] })
  expect(clock?.outcome).toBe('open')
})

test('stops with what it belongs to: superseded when not yet due, late when missed before', () => {
  const trigger = fact('2026-09-01')
  const ended = (on: string) =>
    chainOf({ clock: 'CP_VISIT', trigger, endedOn: day(on), endedBecause: 'The plan ended' })
  expect(ended('2026-09-10')[0]).toMatchObject({ outcome: 'superseded', outcomeReason: 'The plan ended' })
  expect(ended('2026-09-16')[0]?.outcome).toBe('late')
})

test('asks for nothing where the law does not, and says why', () => {
  const [clock] = chainOf({
    clock: 'ICPC_15',
    trigger: fact('2026-03-27'),
    notRequired: 'No conference was needed',
  })
  expect(clock).toMatchObject({ outcome: 'not_required', outcomeReason: 'No conference was needed' })
})

test('starts no clock for law that has not commenced', () => {
  expect(chainOf({ clock: 'FGDM_OFFER', trigger: fact('2026-03-27') })).toEqual([])
})

test('counts by the authority’s stricter value from the day it took effect', () => {
  const settings = {
    commencements: [],
    localValues: [
      {
        clock: 'CP_VISIT' as const,
        effectiveFrom: day('2026-09-15'),
        value: { limit: { value: 5, unit: 'working_days' as const } },
      },
    ],
  }
  const due = (on: string) =>
    clockChain(
      { personId: makeUuid(), clock: 'CP_VISIT', triggerKind: 'cp_plan', trigger: fact(on), events: [] },
      settings,
    )[0]?.dueOn.toString()
  expect(due('2026-09-14')).toBe('2026-09-28')
  expect(due('2026-09-15')).toBe('2026-09-22')
})

test('the order in which events were recorded changes nothing', () => {
  const anyDay = fc.integer({ min: 0, max: 200 }).map(days => day('2026-01-05').add({ days }).toString())
  fc.assert(
    fc.property(fc.uniqueArray(anyDay, { maxLength: 8 }), fc.integer(), (days, seed) => {
      const events = days.map(fact)
      const trigger = fact('2026-01-05')
      const personId = makeUuid()
      const run = (given: readonly ClockFact[]) =>
        clockChain(
          { personId, clock: 'CP_VISIT', triggerKind: 'cp_plan', trigger, events: given },
          shippedClockSettings,
        ).map(clock => `${clock.dueOn} ${clock.outcome} ${clock.satisfiedId}`)
      const shuffled = events.toSorted(
        (one, other) => (one.id.charCodeAt(35) ^ seed) - (other.id.charCodeAt(35) ^ seed),
      )
      expect(run(shuffled)).toEqual(run(events))
    }),
  )
})

test('a chain has one clock more than it has events, and only the last is open', () => {
  const anyDay = fc.integer({ min: 0, max: 400 }).map(days => day('2025-01-06').add({ days }).toString())
  fc.assert(
    fc.property(fc.uniqueArray(anyDay, { maxLength: 10 }), days => {
      const clocks = chainOf({ clock: 'CP_VISIT', trigger: fact('2025-01-06'), events: days.map(fact) })
      expect(clocks).toHaveLength(days.length + 1)
      expect(clocks.filter(({ outcome }) => outcome === 'open')).toHaveLength(1)
      expect(clocks.at(-1)?.outcome).toBe('open')
    }),
  )
})

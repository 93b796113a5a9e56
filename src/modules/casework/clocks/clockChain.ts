import type { Uuid } from '#platform/ids'
import {
  type ClockId,
  type ClockSettings,
  type ClockVersion,
  type CountedDue,
  clockVersionOn,
  endOfLondonDay,
  nextDue,
} from '#reference'
import type { DerivedClock } from '../registry/clockSource.ts'

/** A fact that starts, moves or stops a clock: its row and its day. `at` where the moment itself is known. */
export type ClockFact = { readonly id: Uuid; readonly on: Temporal.PlainDate; readonly at?: Temporal.Instant }

/** What starts a chain of clocks, and what has happened since. */
export type ClockChain = {
  readonly personId: Uuid
  readonly clock: ClockId
  /** Table of the fact that starts it. */
  readonly triggerKind: string
  readonly trigger: ClockFact
  /** Valid events only (CR11), in any order; those before the trigger are left out. */
  readonly events: readonly ClockFact[]
  /** The day from which the clock no longer runs: the plan ended, the case closed. */
  readonly endedOn?: Temporal.PlainDate | null
  readonly endedBecause?: string
  /** The law does not ask for it here, with the reason. */
  readonly notRequired?: string | null
}

/**
 * Every clock of a chain as the facts say it is: one for a single limit, one for each interval of a recurring one (the
 * next always runs from the actual date of the last valid event, CR10). Empty where the law is not in force or sets no
 * length of time.
 */
export function clockChain(chain: ClockChain, settings: ClockSettings): readonly DerivedClock[] {
  const found = clockVersionOn(chain.clock, chain.trigger.on, settings)
  if (!found.ok) return []
  const events = chain.events
    .filter(event => Temporal.PlainDate.compare(event.on, chain.trigger.on) >= 0)
    .toSorted(inOrder)
  const clocks: DerivedClock[] = []
  let start = chain.trigger
  for (let sequence = 0; ; sequence += 1) {
    const due = dueAfter(found.version, chain, events.slice(0, sequence))
    if (due === null) return clocks
    const event = events[sequence]
    clocks.push(asClock(chain, found.version, sequence, start, due, event))
    if (event === undefined) return clocks
    start = event
  }
}

function inOrder(one: ClockFact, other: ClockFact): number {
  const byDay = Temporal.PlainDate.compare(one.on, other.on)
  if (byDay !== 0 || one.at === undefined || other.at === undefined) return byDay
  return Temporal.Instant.compare(one.at, other.at)
}

function dueAfter(
  version: ClockVersion,
  chain: ClockChain,
  completed: readonly ClockFact[],
): CountedDue | null {
  const when = (fact: ClockFact) => (version.limit?.unit === 'hours' && fact.at ? fact.at : fact.on)
  if (version.limit?.unit === 'hours' && chain.trigger.at === undefined) return null // hours run from a moment only
  const next = nextDue(version, { trigger: when(chain.trigger), completed: completed.map(when) })
  return next.ok ? next.due : null
}

function asClock(
  chain: ClockChain,
  version: ClockVersion,
  sequence: number,
  start: ClockFact,
  due: CountedDue,
  event: ClockFact | undefined,
): DerivedClock {
  return {
    personId: chain.personId,
    definitionId: chain.clock,
    definitionVersion: version.version,
    triggerKind: chain.triggerKind,
    triggerId: chain.trigger.id,
    sequence,
    triggerOn: start.on,
    triggerAt: start.at ?? null,
    dueOn: due.dueOn,
    dueAt: due.dueAt,
    limitValue: due.rule.value,
    limitUnit: due.rule.unit,
    satisfiedOn: event?.on ?? null,
    satisfiedId: event?.id ?? null,
    ...outcomeOf(chain, due, event),
  }
}

function outcomeOf(
  chain: ClockChain,
  due: CountedDue,
  event: ClockFact | undefined,
): Pick<DerivedClock, 'outcome' | 'outcomeReason'> {
  if (event !== undefined) {
    const moment = event.at ?? endOfLondonDay(event.on)
    const inTime =
      due.rule.unit === 'hours'
        ? Temporal.Instant.compare(moment, due.dueAt) <= 0
        : Temporal.PlainDate.compare(event.on, due.dueOn) <= 0
    return { outcome: inTime ? 'on_time' : 'late', outcomeReason: null }
  }
  if (chain.notRequired) return { outcome: 'not_required', outcomeReason: chain.notRequired }
  if (!chain.endedOn) return { outcome: 'open', outcomeReason: null }
  const missed = Temporal.PlainDate.compare(due.dueOn, chain.endedOn) < 0
  const why = chain.endedBecause ?? 'It ended'
  return missed
    ? { outcome: 'late', outcomeReason: `Not done before it ended. ${why}` }
    : { outcome: 'superseded', outcomeReason: why }
}

import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ClockId } from '#reference'
import { onlyPlanSeen } from '../queries/onlyPlanSeen.ts'
import type { DerivedClock } from '../registry/clockSource.ts'
import { derivedClocks, keyOf } from './derivedClocks.ts'
import { type StoredClock, storedClocks } from './storedClocks.ts'

/** Where record.clock and the facts disagree. */
export type ClockDifference =
  | { readonly kind: 'missing'; readonly derived: DerivedClock }
  | {
      readonly kind: 'changed'
      readonly id: Uuid
      readonly stored: StoredClock
      readonly derived: DerivedClock
    }
  | { readonly kind: 'unfounded'; readonly id: Uuid; readonly stored: StoredClock }

/** What a lead practitioner, who has the plan and not the record, can count from facts that they read. */
const ofPlans: ReadonlySet<ClockId> = new Set(['CIN_PLAN', 'CIN_VISIT', 'CIN_REVIEW'])

/**
 * Computes every clock of these people again from the facts and compares with what is stored. A clock whose fact is
 * gone agrees once it is marked superseded. Of people whose plan alone the reader sees, only the plan's clocks are
 * compared: a fact that they may not read is not a fact that is gone.
 */
export async function clockDifferences(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly ClockDifference[]> {
  if (personIds.length === 0) return []
  const inPart = await onlyPlanSeen(work, personIds)
  const isWhole = (clock: DerivedClock) => !inPart.has(clock.personId) || ofPlans.has(clock.definitionId)
  const facts = (await derivedClocks(work, personIds)).filter(isWhole)
  const derived = new Map(facts.map(clock => [keyOf(clock), clock]))
  const differences: ClockDifference[] = []
  for (const stored of (await storedClocks(work, personIds)).filter(isWhole)) {
    const clock = derived.get(keyOf(stored))
    derived.delete(keyOf(stored))
    if (clock === undefined) {
      if (stored.outcome !== 'superseded') differences.push({ kind: 'unfounded', id: stored.id, stored })
    } else if (!same(stored, clock))
      differences.push({ kind: 'changed', id: stored.id, stored, derived: clock })
  }
  for (const clock of derived.values()) differences.push({ kind: 'missing', derived: clock })
  return differences
}

/** Compared as text: Temporal values have no equality of their own. A due moment is kept to the microsecond. */
function same(stored: StoredClock, derived: DerivedClock): boolean {
  const text = (clock: DerivedClock) =>
    [
      clock.personId,
      clock.definitionVersion,
      clock.triggerKind,
      clock.triggerOn,
      micro(clock.triggerAt),
      clock.dueOn,
      micro(clock.dueAt),
      clock.limitValue,
      clock.limitUnit,
      clock.satisfiedOn,
      clock.satisfiedId,
      clock.outcome,
      clock.outcomeReason,
    ].join('|')
  return text(stored) === text(derived)
}

function micro(instant: Temporal.Instant | null): string {
  return instant === null
    ? ''
    : instant.round({ smallestUnit: 'microsecond', roundingMode: 'trunc' }).toString()
}

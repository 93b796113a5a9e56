import { readClockSettings } from '#modules/agencies'
import { remembering, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { DerivedClock } from '../registry/clockSource.ts'
import { registries } from '../registry/registries.ts'

/**
 * Every clock of these people as the facts say it is, each once, from every module that has told how. What several modules
 * count from, such as the referrals, is read once: nothing is written meanwhile.
 */
export async function derivedClocks(
  given: Work,
  personIds: readonly Uuid[],
): Promise<readonly DerivedClock[]> {
  const work = remembering(given)
  const settings = await readClockSettings(work)
  const derived = new Map<string, DerivedClock>()
  for (const source of registries.clockSources)
    for (const clock of await source.derive(work, personIds, settings)) derived.set(keyOf(clock), clock)
  return [...derived.values()]
}

/** What makes a clock the same clock: its rule, the fact that started it, and its place in the chain. */
export function keyOf(clock: Pick<DerivedClock, 'definitionId' | 'triggerId' | 'sequence'>): string {
  return `${clock.definitionId} ${clock.triggerId} ${clock.sequence}`
}

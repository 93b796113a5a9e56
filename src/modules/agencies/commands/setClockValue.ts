import type { Work } from '#platform/db'
import { type ClockId, clockDefinition, type Limit, tightenLimit } from '#reference'
import { readClockSettings } from '../queries/readClockSettings.ts'
import { storeClockSettings } from './storeClockSettings.ts'

/** The authority's own limit is kept, or why it is refused and at which field. */
export type SetClockValue =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'refused'; readonly field: 'limit' | 'effectiveFrom'; readonly message: string }

/**
 * Sets the authority's own limit of a clock from a day on. What law or statutory guidance sets may only become stricter
 * (CR16), and a day in the past would change clocks that run already (CR15): both are refused with the reason.
 */
export async function setClockValue(
  work: Work,
  wanted: { readonly clock: ClockId; readonly effectiveFrom: Temporal.PlainDate; readonly limit: Limit },
): Promise<SetClockValue> {
  const { clock, effectiveFrom, limit } = wanted
  if (Temporal.PlainDate.compare(effectiveFrom, work.today) < 0)
    return {
      outcome: 'refused',
      field: 'effectiveFrom',
      message: 'From must be today or later: clocks that run keep the limit of the day on which they started',
    }
  const definition = clockDefinition(clock)
  const live = definition.versions.filter(
    ({ effectiveTo }) => effectiveTo === null || Temporal.PlainDate.compare(effectiveTo, effectiveFrom) >= 0,
  )
  for (const version of live) {
    const tightened = tightenLimit(definition, { limit }, version)
    if (!tightened.ok) return { outcome: 'refused', field: 'limit', message: tightened.message }
  }
  const settings = await readClockSettings(work)
  const kept = settings.localValues.filter(
    one => one.clock !== clock || !one.effectiveFrom.equals(effectiveFrom),
  )
  const localValues = [...kept, { clock, effectiveFrom, value: { limit } }]
  const written = await storeClockSettings(work, { ...settings, localValues })
  return written.outcome === 'saved' ? written : { ...written, field: 'limit' }
}

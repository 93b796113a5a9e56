import type { Work } from '#platform/db'
import { type ClockId, clockDefinition } from '#reference'
import { readClockSettings } from '../queries/readClockSettings.ts'
import { storeClockSettings } from './storeClockSettings.ts'

/** The day is kept, or why it is refused. */
export type SetCommencement =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'refused'; readonly message: string }

const FARTHEST = { years: 10 }
const refused = (message: string): SetCommencement => ({ outcome: 'refused', message })

/**
 * Sets the day from which a duty that is enacted but not in force starts its clocks here, as the commencement regulations
 * appoint it. Clocks are written with the facts that start them, so the day is never in the past, and one that has come
 * stands (counting rule CR15).
 * @param wanted.on null takes a day to come back: the regulations were changed
 */
export async function setCommencement(
  work: Work,
  { clock, on }: { readonly clock: ClockId; readonly on: Temporal.PlainDate | null },
): Promise<SetCommencement> {
  if (clockDefinition(clock).status !== 'enacted_not_commenced')
    return refused('This clock is in force already: it needs no day to start')
  const settings = await readClockSettings(work)
  const set = settings.commencements.find(one => one.clock === clock)
  if (set !== undefined && Temporal.PlainDate.compare(set.on, work.today) <= 0)
    return refused('The day has come: clocks have started from it, so it stands')
  if (on === null && set === undefined) return refused('Enter the day from which it is in force')
  if (on !== null && Temporal.PlainDate.compare(on, work.today) < 0)
    return refused(
      'The day must be today or later: clocks start with what happens from then on. If the appointed day has passed, enter today',
    )
  if (on !== null && Temporal.PlainDate.compare(on, work.today.add(FARTHEST)) > 0)
    return refused('The day must be within the next ten years. Check the year')
  const kept = settings.commencements.filter(one => one.clock !== clock)
  const commencements = on === null ? kept : [...kept, { clock, on }]
  return await storeClockSettings(work, { ...settings, commencements })
}

import { readClockSettings, readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import { clockVersionOn } from '#reference'
import { type Frequency, readFrequencyLines } from '../rules/frequency.ts'

const weeksIn = { weeks: 1, days: 1 / 7, months: 52 / 12 } as const
const FOUR_WEEKS = 4

/** How often the authority supervises: its own lines, and for everybody else the clock as it has set it. */
export async function readFrequency(work: Work): Promise<Frequency> {
  const found = clockVersionOn('SUPERVISION_MONTHLY', work.today, await readClockSettings(work))
  const limit = found.ok ? found.version.limit : null
  const each = limit && limit.unit in weeksIn ? weeksIn[limit.unit as keyof typeof weeksIn] : null
  const weeks = limit && each ? limit.value * each : FOUR_WEEKS
  return readFrequencyLines(await readSetting(work, 'supervision.frequency'), weeks)
}

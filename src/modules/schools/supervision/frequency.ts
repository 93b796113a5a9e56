import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'

/** How often a school's leads are supervised, and on what: as the authority decides. */
export type SchoolSupervision = {
  readonly themes: readonly string[]
  /** Weeks between sessions of a school. */
  readonly weeksOf: (school: string) => number
}

const linesOf = (text: string): readonly string[] => text.split('\n').flatMap(line => line.trim() || [])

/** Weeks of each school named with its own, by name without regard to capitals. */
export function weeksBySchool(lines: readonly string[], usual: number): (school: string) => number {
  const own = new Map(
    lines.map(line => {
      const [school = '', weeks = ''] = line.split('|').map(part => part.trim())
      return [school.toLowerCase(), Number(weeks)] as const
    }),
  )
  return school => own.get(school.toLowerCase()) ?? usual
}

export async function readFrequency(work: Work): Promise<SchoolSupervision> {
  const { weeks, schools, themes } = await readSetting(work, 'schools.supervision')
  return { themes: linesOf(themes), weeksOf: weeksBySchool(linesOf(schools), Number(weeks)) }
}

/** The day by which the next session is due; null while there was none: it is due now. */
export const nextDue = (lastOn: Temporal.PlainDate | null, weeks: number): Temporal.PlainDate | null =>
  lastOn === null ? null : lastOn.add({ weeks })

/** Whether a school's session is overdue today; a school that never had one is. */
export function isOverdue(
  lastOn: Temporal.PlainDate | null,
  weeks: number,
  today: Temporal.PlainDate,
): boolean {
  const due = nextDue(lastOn, weeks)
  return due === null || Temporal.PlainDate.compare(due, today) < 0
}

/** Days on which somebody was not at work; without a last day, nobody knows until when. */
export type Absence = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate | null }

/** When somebody's next session is due, or that they are away. */
export type DueSession =
  | { readonly state: 'due'; readonly on: Temporal.PlainDate; readonly pausedDays: number }
  | { readonly state: 'away'; readonly since: Temporal.PlainDate }

const { compare } = Temporal.PlainDate
const later = (one: Temporal.PlainDate, other: Temporal.PlainDate) => (compare(one, other) > 0 ? one : other)

/**
 * The day by which the next session is due: so many days after the last, with each day away in between added. While somebody is away
 * without a known end nothing is due.
 */
export function dueSession(
  from: Temporal.PlainDate,
  days: number,
  absences: readonly Absence[],
  today: Temporal.PlainDate,
): DueSession {
  let due = from.add({ days })
  let pausedDays = 0
  for (const absence of absences.toSorted((one, other) => compare(one.from, other.from))) {
    if (compare(absence.from, due) > 0) break
    if (absence.until === null) {
      if (compare(absence.from, today) <= 0) return { state: 'away', since: absence.from }
      break
    }
    const begins = later(absence.from, from.add({ days: 1 }))
    if (compare(absence.until, begins) < 0) continue
    const away = begins.until(absence.until).days + 1
    pausedDays += away
    due = due.add({ days: away })
  }
  return { state: 'due', on: due, pausedDays }
}

import type { Session } from '../sessions/session.ts'
import type { Strand } from './strand.ts'

/** Monday of the week of a day. */
export const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.subtract({ days: day.dayOfWeek - 1 })

/** A strand with its contacts of this week and its last one. */
export type StrandWeek = {
  readonly strand: Strand
  readonly contacts: readonly Session[]
  readonly last: Session | null
}

const isHeld = ({ kind }: Session): boolean => kind !== 'attempted'

/** Who does what this week. */
export function weekOf(
  strands: readonly Strand[],
  sessions: readonly Session[],
  today: Temporal.PlainDate,
): readonly StrandWeek[] {
  const monday = mondayOf(today).toZonedDateTime('Europe/London').toInstant()
  return strands.map(strand => {
    const own = sessions.filter(({ strandId }) => strandId === strand.id).filter(isHeld)
    return {
      strand,
      contacts: own.filter(({ at }) => Temporal.Instant.compare(at, monday) >= 0),
      last: own.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))[0] ?? null,
    }
  })
}

import { londonDate } from '#reference'
import { routingVersionOn } from './routingVersions.ts'
import type { ToldVisit } from './told.ts'

/** Past the last age that any nurse's team answers for. Whose age is unknown may be a child. */
export function isAdult({ person, arrivedAt, sentAt }: ToldVisit): boolean {
  const day = londonDate(arrivedAt ?? sentAt)
  return (
    person.birth !== null &&
    person.birth.until(day, { largestUnit: 'years' }).years > routingVersionOn(day).lastSchoolAge
  )
}

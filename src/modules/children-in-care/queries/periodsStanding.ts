import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { isInCare, type Period } from '../rules/period.ts'
import { periodsOf } from './periodsOf.ts'

/** The period in which each of these people is looked after today; whoever is not is not there. */
export async function periodsStanding(
  work: Work,
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Period>> {
  const periods = await periodsOf(work, personIds)
  if (periods.length === 0) return new Map()
  const people = await personSummaries(work, [...new Set(periods.map(({ personId }) => personId))])
  const born = new Map(people.map(({ id, dateOfBirth }) => [id, dateOfBirth]))
  return new Map(
    periods
      .filter(period => isInCare(period, born.get(period.personId) ?? null, work.today))
      .map(period => [period.personId, period]),
  )
}

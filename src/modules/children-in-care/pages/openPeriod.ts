import { type PersonSummary, personSummary } from '#modules/people'
import type { Work } from '#platform/db'
import { periodById } from '../queries/periodsOf.ts'
import type { ChildKnown, Period } from '../rules/period.ts'
import type { PeriodParams } from './periodParams.ts'

/** A period with what its rules ask of the child. */
export type OpenPeriod = { readonly period: Period; readonly child: ChildKnown }

/** @returns null when there is none that the reader may see */
export async function openPeriod(
  work: Work,
  { personId, periodId }: PeriodParams,
): Promise<OpenPeriod | null> {
  const period = await periodById(work, personId, periodId)
  const person = await personSummary(work, personId)
  return period === null || person === null ? null : { period, child: known(person) }
}

/** What the rules ask of a child. */
export const known = ({ isUnborn, dateOfBirth }: PersonSummary): ChildKnown => ({
  isUnborn,
  bornOn: dateOfBirth,
})

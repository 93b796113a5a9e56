import type { ToldPerson, ToldVisit } from '../rules/told.ts'
import type { Stored } from '../visits/stored.ts'

/** What a message says of a person, and when it was written. */
export type PersonTold = { readonly sentAt: Temporal.Instant; readonly person: ToldPerson }

/** The same as a message of a visit that tells of nothing but the person. */
export const asVisit = (visitKey: string, { sentAt, person }: PersonTold): ToldVisit => ({
  ...{ kind: 'person', visitKey, sentAt, person },
  ...{ siteCode: null, place: null, arrivedAt: null, leftAt: null, complaint: null },
  ...{ cameFrom: null, accompaniedBy: null, procedures: null, outcome: null },
  ...{ dischargeStatus: null, narrative: null, concerns: [] },
})

/** Whether what was told of a visit is plainly of somebody else: a number or a day of birth that cannot be the same child's. */
export function isSomebodyElse(
  { told_nhs_number, told_birth }: Pick<Stored['attendance'], 'told_nhs_number' | 'told_birth'>,
  { nhsNumber, birth }: ToldPerson,
): boolean {
  return (
    (told_nhs_number !== null && nhsNumber !== null && told_nhs_number !== nhsNumber) ||
    (told_birth !== null && birth !== null && !told_birth.equals(birth))
  )
}

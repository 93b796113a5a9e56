import type { ToldVisit } from '../rules/told.ts'

/** What a message may tell of a visit, by the names of the columns that keep it. */
export type VisitFacts = {
  readonly told_hospital_numbers: string[] | null
  readonly told_nhs_number: string | null
  readonly told_nhs_passed: boolean | null
  readonly told_family: string | null
  readonly told_given: string | null
  readonly told_birth: Temporal.PlainDate | null
  readonly told_birth_as: string | null
  readonly told_sex: string | null
  readonly told_address: string | null
  readonly told_postcode: string | null
  readonly told_practice: string | null
  readonly told_school: string | null
  readonly site_code: string | null
  readonly place: string | null
  readonly arrived_at: Temporal.Instant | null
  readonly left_at: Temporal.Instant | null
  readonly complaint: string | null
  readonly came_from: string | null
  readonly accompanied_by: string | null
  readonly procedures: string | null
  readonly outcome: string | null
  readonly discharge_status: string | null
  readonly narrative: string | null
  readonly concerns: string[] | null
}

/** The facts of one message; null: it tells nothing of that. */
export const factsOf = ({ person, ...visit }: ToldVisit): VisitFacts => ({
  told_hospital_numbers: person.hospitalNumbers?.length ? [...person.hospitalNumbers] : null,
  told_nhs_number: person.nhsNumber,
  told_nhs_passed: person.nhsPassed,
  told_family: person.family,
  told_given: person.given,
  told_birth: person.birth,
  told_birth_as: person.birthAs,
  told_sex: person.sex,
  told_address: person.address,
  told_postcode: person.postcode,
  told_practice: person.practice,
  told_school: person.school,
  site_code: visit.siteCode,
  place: visit.place,
  arrived_at: visit.arrivedAt,
  left_at: visit.leftAt,
  complaint: visit.complaint,
  came_from: visit.cameFrom,
  accompanied_by: visit.accompaniedBy,
  procedures: visit.procedures,
  outcome: visit.outcome,
  discharge_status: visit.dischargeStatus,
  narrative: visit.narrative,
  concerns: visit.concerns.length > 0 ? [...visit.concerns] : null,
})

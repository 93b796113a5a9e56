import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Candidate } from '../rules/matchOf.ts'

/** What another organisation tells of somebody. */
export type ToldOfPerson = {
  readonly nhsNumber: string | null
  readonly born: Temporal.PlainDate | null
  readonly family: string | null
  readonly given: string | null
  readonly postcode: string | null
}

/** Who of the record may be meant, with what of theirs fits and nothing else of them. For the listener alone. */
export async function personsMeant(work: Work, told: ToldOfPerson): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select person_id as "personId", number_fits as "numberFits", other_number as "otherNumber", born_fits as "bornFits", born_differs as "bornDiffers",
      family_fits as "familyFits", initial_fits as "initialFits", postcode_fits as "postcodeFits"
    from search.attendance_candidates(${told.nhsNumber}, ${told.born?.toString() ?? null}::date, ${told.family}, ${told.given},
      ${told.postcode})`.execute(work.db())
  return rows
}

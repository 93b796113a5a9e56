import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'

/** Advice as it is recorded. */
export type AdviceGiven = {
  readonly personIds: readonly Uuid[]
  readonly matter: string
  readonly advice: string
  readonly givenBy: string
  readonly givenOn: Temporal.PlainDate
}

/**
 * Records what a lawyer advised, in the name of whoever records it, who is its first reader.
 * @returns its id
 * @throws by row-level security unless the actor is a practitioner who writes the record of each child
 */
export async function giveAdvice(work: Work, given: AdviceGiven): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<ChildProtectionTables>()
    .insertInto('legal_advice')
    .values({
      id,
      person_ids: [...given.personIds],
      matter: given.matter,
      advice: given.advice,
      given_by: given.givenBy,
      given_on: given.givenOn,
      author_id: work.actor.id,
      reader_ids: [work.actor.id],
    })
    .execute()
  return id
}

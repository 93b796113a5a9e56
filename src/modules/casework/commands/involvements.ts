import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Adds a professional of another agency who works with the person. Those who sign in are involved by their manager's act. */
export async function addInvolvement(
  work: Work,
  involvement: {
    readonly personId: Uuid
    readonly name: string
    readonly role: string
    readonly organisationId: Uuid | null
    readonly telephone: string | null
    readonly email: string | null
    readonly startedOn: Temporal.PlainDate
  },
): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<CaseworkTables>()
    .insertInto('involvement')
    .values({
      id,
      person_id: involvement.personId,
      professional_name: involvement.name,
      role: involvement.role,
      organisation_id: involvement.organisationId,
      telephone: involvement.telephone,
      email: involvement.email,
      started_on: involvement.startedOn,
    })
    .execute()
  return id
}

/** Ends an involvement today. @returns false when it is absent, ended already, or not the actor's to change */
export async function endInvolvement(work: Work, involvementId: Uuid): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('involvement')
    .set({ ended_on: work.today })
    .where('id', '=', involvementId)
    .where('ended_on', 'is', null)
    .where('started_on', '<=', work.today)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

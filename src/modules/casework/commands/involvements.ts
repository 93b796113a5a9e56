import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Adds a professional of another agency who works with the person and does not use Kith. */
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

/**
 * Lets a colleague who signs in work with the person: from that day they see who the person is and the plan, not the
 * record (access: involvement). They are told, without a name.
 * @returns the id of the involvement
 * @throws by row-level security unless the actor may write the record, and not merely by an opening
 */
export async function involveColleague(
  work: Work,
  involvement: { readonly personId: Uuid; readonly workerId: Uuid; readonly role: string },
): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<CaseworkTables>()
    .insertInto('involvement')
    .values({
      id,
      person_id: involvement.personId,
      worker_id: involvement.workerId,
      role: involvement.role,
      started_on: work.today,
    })
    .execute()
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({
      worker_id: involvement.workerId,
      kind: 'work_given',
      path: `/people/${involvement.personId}`,
      subject_id: involvement.personId,
      made_by: work.actor.id,
    })
    .execute()
  return id
}

/** Ends an involvement today. @returns false when the person has none such, it has ended, or it is not the actor's to change */
export async function endInvolvement(
  work: Work,
  { personId, involvementId }: { readonly personId: Uuid; readonly involvementId: Uuid },
): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('involvement')
    .set({ ended_on: work.today })
    .where('id', '=', involvementId)
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .where('started_on', '<=', work.today)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

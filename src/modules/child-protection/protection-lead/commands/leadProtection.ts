import { endInvolvement, involveColleague } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { ProtectionLead } from '../queries/readLeads.ts'

/** As who works with the child says it. */
export const LEAD_ROLE = 'lead_child_protection_practitioner'

/**
 * Names who leads the child protection work with a child. They are involved from today, which shows them who the child is and the plan;
 * this row adds the enquiries and conferences, to read.
 * @throws by row-level security unless the actor may name a professional of the child
 */
export async function nameLead(
  work: Work,
  { personId, workerId }: { readonly personId: Uuid; readonly workerId: Uuid },
): Promise<void> {
  const involvementId = await involveColleague(work, { personId, workerId, role: LEAD_ROLE })
  await work
    .db<ChildProtectionTables>()
    .insertInto('protection_lead')
    .values({
      id: makeUuid(),
      person_id: personId,
      worker_id: workerId,
      involvement_id: involvementId,
      started_on: work.today,
    })
    .execute()
}

/** Ends it today, and the involvement that came with it. @returns false when somebody else ended it already */
export async function endLead(work: Work, personId: Uuid, lead: ProtectionLead): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('protection_lead')
    .set({ ended_on: work.today })
    .where('id', '=', lead.id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  if (lead.involvementId !== null) await endInvolvement(work, { personId, involvementId: lead.involvementId })
  return true
}

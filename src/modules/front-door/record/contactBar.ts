import type { ClosureBar } from '#modules/casework'
import type { FrontDoorTables } from '../tables.ts'

/** A contact about the child that waits for its decision: what it says may change whether anything closes. */
export const contactBar: ClosureBar = async (work, personIds) => {
  if (personIds.length === 0) return []
  const rows = await work
    .db<FrontDoorTables>()
    .selectFrom('contact_person')
    .innerJoin('contact', 'contact.id', 'contact_person.contact_id')
    .select(['contact.id', 'contact_person.person_id'])
    .distinct()
    .where('contact_person.person_id', 'in', personIds)
    .where('contact.decided_at', 'is', null)
    .execute()
  return rows.flatMap(({ id, person_id: personId }) =>
    personId === null
      ? []
      : [
          {
            personId,
            sentence: 'A contact about this child waits for a decision: the front door decides it first.',
            href: `/front-door/contacts/${id}`,
          },
        ],
  )
}

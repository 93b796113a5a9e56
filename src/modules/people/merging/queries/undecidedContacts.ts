import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A contact at the front door that nobody has decided yet. */
export type UndecidedContact = { readonly id: Uuid; readonly reference: string }

/**
 * Undecided contacts that name either of these people, as far as the reader may see them. Until the decision the front door may
 * still take the match back, so neither record is merged.
 */
export async function undecidedContacts(
  work: Work,
  ids: readonly Uuid[],
): Promise<readonly UndecidedContact[]> {
  const { rows } = await sql<UndecidedContact>`
    select distinct c.id, c.reference from contact c join contact_person p on p.contact_id = c.id
    where p.person_id = any (${[...ids]}) and p.removed_at is null and c.decided_at is null order by c.reference`.execute(
    work.db(),
  )
  return rows
}

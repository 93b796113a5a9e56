import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

type Link = CaseworkTables['ecomap_link']

/** What is said of a tie: exactly one of `label`, `otherId` and `involvementId`. */
export type NewTie = {
  readonly personId: Uuid
  readonly kind: Link['kind']
  readonly label: string | null
  readonly otherId: Uuid | null
  readonly involvementId: Uuid | null
  readonly strength: Link['strength']
  readonly direction: 'to_child' | 'from_child' | 'both' | 'none'
  readonly remark: string | null
  readonly notedOn: Temporal.PlainDate
}

/** Records how a tie is; what was said of it before holds until that day and stays. */
export async function sayTie(work: Work, tie: NewTie): Promise<void> {
  const db = work.db<CaseworkTables>()
  await db
    .updateTable('ecomap_link')
    .set({ ended_on: tie.notedOn })
    .where('person_id', '=', tie.personId)
    .where('kind', '=', tie.kind)
    .where('ended_on', 'is', null)
    .where('noted_on', '<=', tie.notedOn)
    .where('label', 'is not distinct from', tie.label)
    .where('other_id', 'is not distinct from', tie.otherId)
    .where('involvement_id', 'is not distinct from', tie.involvementId)
    .execute()
  await db
    .insertInto('ecomap_link')
    .values({
      id: makeUuid(),
      person_id: tie.personId,
      kind: tie.kind,
      label: tie.label,
      other_id: tie.otherId,
      involvement_id: tie.involvementId,
      strength: tie.strength,
      direction: tie.direction,
      remark: tie.remark,
      noted_on: tie.notedOn,
    })
    .execute()
}

/** Ends what was said of a tie, today. @returns false when there is none of that child's, or it is not theirs to end */
export async function endTie(work: Work, personId: Uuid, linkId: Uuid): Promise<boolean> {
  const ended = await work
    .db<CaseworkTables>()
    .updateTable('ecomap_link')
    .set({ ended_on: work.today })
    .where('id', '=', linkId)
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

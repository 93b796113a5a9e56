import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Contribution, View } from '../rules/said.ts'

/** What somebody brings to a meeting. */
export type ContributionWanted = Pick<
  Contribution,
  'meetingId' | 'inviteeId' | 'personId' | 'kind' | 'said' | 'dataClass'
> & {
  /** Of police intelligence: whose it is, and who may read it besides. */
  readonly originatorId?: Uuid | null
  readonly readers?: readonly Uuid[]
  readonly correctsId?: Uuid | null
}

/** Adds what somebody brings. It is never changed: a correction stands beside. */
export async function contribute(work: Work, wanted: ContributionWanted): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<ChildProtectionTables>()
    .insertInto('meeting_contribution')
    .values({
      id,
      meeting_id: wanted.meetingId,
      invitee_id: wanted.inviteeId,
      person_id: wanted.personId,
      kind: wanted.kind,
      said: wanted.said,
      data_class: wanted.dataClass,
      originator_id: wanted.originatorId ?? null,
      readers: [...(wanted.readers ?? [])],
      corrects_id: wanted.correctsId ?? null,
      made_by: work.actor.id,
    })
    .execute()
  return id
}

/** What one of those present thinks of one child: written first with no version, then in the version that was opened. */
export async function giveView(
  work: Work,
  wanted: Omit<View, 'id' | 'version'> & { readonly version: number | null },
): Promise<'changed' | 'stale'> {
  const columns = {
    view: wanted.view,
    category: wanted.category,
    reasons: wanted.reasons,
    safety: wanted.safety,
    safety_why: wanted.safetyWhy,
    dissents: wanted.dissents,
  }
  const database = work.db<ChildProtectionTables>()
  if (wanted.version === null) {
    const added = await database
      .insertInto('meeting_view')
      .values({
        id: makeUuid(),
        meeting_id: wanted.meetingId,
        invitee_id: wanted.inviteeId,
        person_id: wanted.personId,
        ...columns,
      })
      .onConflict(conflict => conflict.columns(['invitee_id', 'person_id']).doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n ? 'changed' : 'stale'
  }
  const { numUpdatedRows } = await database
    .updateTable('meeting_view')
    .set({ ...columns, version: wanted.version + 1 })
    .where('invitee_id', '=', wanted.inviteeId)
    .where('person_id', '=', wanted.personId)
    .where('version', '=', wanted.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}

import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Contribution, View } from '../rules/said.ts'

/** What was brought to a meeting, as far as the reader may read it, in the order in which it was said. */
export async function contributionsOf(work: Work, meetingId: Uuid): Promise<readonly Contribution[]> {
  const rows = await work
    .db<ChildProtectionTables & AgenciesTables>()
    .selectFrom('meeting_contribution as one')
    .leftJoin('worker', 'worker.id', 'one.made_by')
    .leftJoin('organisation', 'organisation.id', 'one.originator_id')
    .select([
      'one.id',
      'one.meeting_id',
      'one.invitee_id',
      'one.person_id',
      'one.kind',
      'one.said',
      'one.said_at',
      'one.data_class',
      'one.originator_id',
      'organisation.name as originator',
      'one.readers',
      'one.corrects_id',
      'one.made_by',
      'worker.display_name',
    ])
    .where('one.meeting_id', '=', meetingId)
    .orderBy('one.said_at')
    .orderBy('one.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    meetingId: row.meeting_id,
    inviteeId: row.invitee_id,
    personId: row.person_id,
    kind: row.kind,
    said: row.said,
    saidAt: row.said_at,
    dataClass: row.data_class,
    originatorId: row.originator_id,
    originator: row.originator,
    readers: row.readers,
    correctsId: row.corrects_id,
    madeBy: row.made_by,
    madeByName: row.display_name,
  }))
}

/** What those present think of each child. */
export async function viewsOf(work: Work, meetingId: Uuid): Promise<readonly View[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('meeting_view')
    .select([
      'id',
      'meeting_id',
      'invitee_id',
      'person_id',
      'view',
      'category',
      'reasons',
      'safety',
      'safety_why',
      'dissents',
      'version',
    ])
    .where('meeting_id', '=', meetingId)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    meetingId: row.meeting_id,
    inviteeId: row.invitee_id,
    personId: row.person_id,
    view: row.view,
    category: row.category,
    reasons: row.reasons,
    safety: row.safety,
    safetyWhy: row.safety_why,
    dissents: row.dissents,
    version: row.version,
  }))
}

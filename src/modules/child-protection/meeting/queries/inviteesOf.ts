import type { AgenciesTables } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Invitee } from '../rules/invitee.ts'

/** Everybody who is or was asked to a meeting, professionals first, as they were asked. */
export async function inviteesOf(work: Work, meetingId: Uuid): Promise<readonly Invitee[]> {
  const rows = await inviteeRows(work, meetingId).execute()
  const people = await personSummaries(
    work,
    rows.flatMap(({ person_id }) => person_id ?? []),
  )
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
  return rows.map(row => asInvitee(row, row.person_id === null ? undefined : names.get(row.person_id)))
}

const inviteeRows = (work: Work, meetingId: Uuid) =>
  work
    .db<ChildProtectionTables & AgenciesTables & CaseworkTables>()
    .selectFrom('meeting_invitee as invitee')
    .leftJoin('worker', 'worker.id', 'invitee.worker_id')
    .leftJoin('involvement', 'involvement.id', 'invitee.involvement_id')
    .leftJoin('organisation', join =>
      join.on(({ eb, fn, ref }) =>
        eb(
          'organisation.id',
          '=',
          fn.coalesce(
            ref('invitee.organisation_id'),
            ref('worker.organisation_id'),
            ref('involvement.organisation_id'),
          ),
        ),
      ),
    )
    .select(eb => [
      'invitee.id',
      'invitee.meeting_id',
      'invitee.side',
      'invitee.agency',
      'invitee.worker_id',
      'invitee.organisation_id',
      'invitee.involvement_id',
      'invitee.person_id',
      'invitee.standing',
      'invitee.needs',
      'invitee.language',
      'invitee.advocate',
      'invitee.invited_at',
      'invitee.response',
      'invitee.responded_at',
      'invitee.report_expected',
      eb.ref('invitee.chased_at').$castTo<readonly Temporal.Instant[]>().as('chased_at'),
      'invitee.excluded_because',
      'invitee.excluded_by',
      'invitee.attended',
      'invitee.came_instead',
      'invitee.record_sent_at',
      'invitee.record_sent_how',
      'invitee.record_acknowledged_at',
      'invitee.withdrawn_at',
      'invitee.withdrawn_because',
      'invitee.version',
      'worker.display_name',
      'worker.telephone as worker_telephone',
      'involvement.professional_name',
      'involvement.telephone as involvement_telephone',
      'organisation.name as organisation',
      'organisation.telephone as organisation_telephone',
    ])
    .where('invitee.meeting_id', '=', meetingId)
    .orderBy('invitee.side', 'desc')
    .orderBy('invitee.invited_at')
    .orderBy('invitee.id')

type Row = Awaited<ReturnType<ReturnType<typeof inviteeRows>['execute']>>[number]

/** The name of somebody of the family is theirs only to whoever may know of them. */
function asInvitee(row: Row, personName: string | undefined): Invitee {
  const named = row.display_name ?? row.professional_name ?? row.organisation
  return {
    id: row.id,
    meetingId: row.meeting_id,
    side: row.side,
    agency: row.agency,
    workerId: row.worker_id,
    organisationId: row.organisation_id,
    involvementId: row.involvement_id,
    personId: row.person_id,
    standing: row.standing,
    name: (row.side === 'family' ? personName : named) ?? 'Somebody whose name you may not see',
    organisation: row.organisation,
    telephone: row.worker_telephone ?? row.involvement_telephone ?? row.organisation_telephone,
    needs: row.needs,
    language: row.language,
    advocate: row.advocate,
    invitedAt: row.invited_at,
    response: row.response,
    respondedAt: row.responded_at,
    reportExpected: row.report_expected,
    chasedAt: row.chased_at,
    excludedBecause: row.excluded_because,
    excludedBy: row.excluded_by,
    attended: row.attended,
    cameInstead: row.came_instead,
    recordSentAt: row.record_sent_at,
    recordSentHow: row.record_sent_how,
    recordAcknowledgedAt: row.record_acknowledged_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBecause: row.withdrawn_because,
    version: row.version,
  }
}

import { sql } from 'kysely'
import type { PracticeItem, WorkSource } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { meetingPath } from '../pages/meetingPath.ts'
import { kindWords } from '../pages/words.ts'
import { isConferenceKind, type MeetingKind } from '../rules/meeting.ts'

type Invitation = {
  readonly id: Uuid
  readonly meetingId: Uuid
  readonly kind: MeetingKind
  readonly plannedAt: Temporal.Instant
  readonly personIds: readonly Uuid[]
  readonly isAnswered: boolean
  readonly owesReport: boolean
}

/** Invitations of a worker to meetings that are to come or sit, and what is still awaited of them. */
async function invitationsOf(work: Work, workerId: Uuid): Promise<readonly Invitation[]> {
  const { rows } = await sql<Invitation>`
    select i.id, m.id as "meetingId", m.kind, m.planned_at as "plannedAt", m.person_ids as "personIds", i.response <> 'none' as "isAnswered",
      i.report_expected and not exists (select from paper p where p.invitee_id = i.id and p.status = 'finished')
        and not (m.kind in ('strategy', 'core_group') and exists (select from meeting_contribution said where said.invitee_id = i.id)) as "owesReport"
    from meeting_invitee i join meeting m on m.id = i.meeting_id and m.status in ('planned', 'in_session')
    where i.worker_id = ${workerId} and i.withdrawn_at is null and i.excluded_because is null
    order by m.planned_at, i.id`.execute(work.db())
  return rows
}

/** On one's own work: meetings to which one is asked and has not answered, and reports that they wait for. Where a partner begins. */
export const invitationWork: WorkSource = {
  name: 'invitations',
  async items(work, workerId) {
    const waiting = (await invitationsOf(work, workerId)).filter(one => !one.isAnswered || one.owesReport)
    const seen = new Set(
      (await personSummaries(work, [...new Set(waiting.flatMap(({ personIds }) => personIds))])).map(
        ({ id }) => id,
      ),
    )
    return waiting.flatMap(one => {
      const personId = one.personIds.find(id => seen.has(id))
      return personId === undefined ? [] : itemsOf(one, personId)
    })
  },
}

function itemsOf(one: Invitation, personId: Uuid): readonly PracticeItem[] {
  const common = { id: one.id, personId, dueOn: londonDate(one.plannedAt), as: 'Who is asked' }
  const kind = kindWords[one.kind]
  const answer = {
    ...{ ...common, code: 'invitation', kindName: 'Invitations to answer' },
    ...{ title: `${kind}: are you coming?`, way: { text: 'Answer', href: meetingPath(one.meetingId) } },
  }
  const report = {
    ...{ ...common, code: 'agency_report', kindName: 'Reports to meetings' },
    ...broughtTo(one),
  }
  return [...(one.isAnswered ? [] : [answer]), ...(one.owesReport ? [report] : [])]
}

/** A conference takes a report; to a discussion or core group, which has no papers, one says what one knows in its room. */
const broughtTo = ({ kind, meetingId }: Invitation) =>
  isConferenceKind(kind)
    ? {
        title: `${kindWords[kind]}: your report is awaited`,
        way: { text: 'Bring it', href: meetingPath(meetingId, '/yours') },
      }
    : {
        title: `${kindWords[kind]}: say what you know before it`,
        way: { text: 'Say it', href: meetingPath(meetingId, '/room') },
      }

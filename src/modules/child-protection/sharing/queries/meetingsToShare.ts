import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Meeting, MeetingStatus } from '../../meeting/index.ts'

/** A conference with those of the family who are to have its report, and when each first did. */
export type MeetingToShare = Pick<Meeting, 'id' | 'kind' | 'personIds' | 'plannedAt'> & {
  readonly status: MeetingStatus
  /** Each child of it with the row that stands for them in it: what starts their clock. */
  readonly children: readonly { readonly personId: Uuid; readonly rowId: Uuid }[]
  /** Those of the family who are asked to it, but who only stands by somebody, and whom the chair keeps out. */
  readonly expected: readonly Uuid[]
  readonly given: readonly {
    readonly recipientId: Uuid
    readonly copyId: Uuid
    readonly at: Temporal.Instant
  }[]
}

/** Conferences about any of these children whose report the family is to have. */
export async function meetingsToShare(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly MeetingToShare[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{
    id: Uuid
    kind: Meeting['kind']
    person_ids: Uuid[]
    planned_at: Temporal.Instant
    status: MeetingStatus
    children: { personId: Uuid; rowId: Uuid }[] | null
    expected: Uuid[]
    copies: { recipient: Uuid; copy: Uuid; at: string }[] | null
  }>`
    select m.id, m.kind, m.person_ids, m.planned_at, m.status,
      (select jsonb_agg(jsonb_build_object('personId', c.person_id, 'rowId', c.id)) from meeting_child c where c.meeting_id = m.id) as children,
      array(select distinct i.person_id from meeting_invitee i where i.meeting_id = m.id and i.side = 'family' and i.person_id is not null
        and i.withdrawn_at is null and i.excluded_because is null and i.standing is distinct from 'supporter') as expected,
      (select jsonb_agg(jsonb_build_object('recipient', c.recipient_id, 'copy', c.id, 'at', c.released_at) order by c.released_at)
        from paper_copy c join paper p on p.id = c.paper_id
        where c.meeting_id = m.id and c.recipient_id is not null and c.released_at is not null and p.kind = 'social_work_report') as copies
    from meeting m
    where m.id = any (array(select c.meeting_id from meeting_child c where c.person_id = any (${[...personIds]}::uuid[]))) -- by index
      and m.kind in ('initial', 'review', 'transfer_in', 'pre_birth')
    order by m.planned_at, m.id`.execute(work.db())
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    personIds: row.person_ids,
    plannedAt: row.planned_at,
    status: row.status,
    children: row.children ?? [],
    expected: row.expected,
    given: (row.copies ?? []).map(({ recipient, copy, at }) => ({
      recipientId: recipient,
      copyId: copy,
      at: Temporal.Instant.from(at),
    })),
  }))
}

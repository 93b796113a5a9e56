import { sql } from 'kysely'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { inviteesOf } from '../../meeting/index.ts'
import type { ChildProtectionTables } from '../../tables.ts'
import { type CopyContent, readCopyContent } from '../rules/copyContent.ts'
import { type Finding, readFindings } from '../rules/findings.ts'
import { recipientKey } from '../rules/paper.ts'

type Row = ChildProtectionTables['paper_copy']
type Plain<T> = T extends { readonly __select__: infer S } ? S : T
export type CopyStatus = Plain<Row['status']>

/** One person's copy, as it was composed and what became of it. */
export type Copy = {
  readonly id: Uuid
  readonly paperId: Uuid
  readonly meetingId: Uuid
  readonly personIds: readonly Uuid[]
  readonly recipientId: Uuid | null
  readonly inviteeId: Uuid | null
  readonly recipientKey: string
  /** As the reader may know them; "mother" or "somebody of the family" where they may not. */
  readonly name: string
  readonly standing: string | null
  readonly content: CopyContent
  readonly hash: Buffer
  readonly findings: readonly Finding[]
  readonly findingsAnswer: string | null
  readonly isWalled: boolean
  readonly sharedBecause: string | null
  readonly status: CopyStatus
  readonly approvedBy: readonly Uuid[]
  readonly approvedAt: Temporal.Instant | null
  readonly releasedAt: Temporal.Instant | null
  readonly releasedBy: Uuid | null
  readonly lateBecause: string | null
  readonly endedBecause: string | null
  readonly composedBy: Uuid
  readonly composedAt: Temporal.Instant
  readonly inPortal: boolean
  readonly lang: string
  readonly version: number
}

/** Copies of a paper, a meeting or one by its id, newest last. */
export async function copiesOf(
  work: Work,
  of: { readonly paperId: Uuid } | { readonly meetingId: Uuid } | { readonly id: Uuid },
): Promise<readonly Copy[]> {
  let query = work.db<ChildProtectionTables>().selectFrom('paper_copy').selectAll()
  if ('paperId' in of) query = query.where('paper_id', '=', of.paperId)
  else if ('meetingId' in of) query = query.where('meeting_id', '=', of.meetingId)
  else query = query.where('id', '=', of.id)
  const rows = await query.orderBy('composed_at').orderBy('id').execute()
  const people = await personSummaries(
    work,
    rows.flatMap(row => row.recipient_id ?? []),
  )
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
  const asked = (
    await Promise.all([...new Set(rows.flatMap(row => row.meeting_id ?? []))].map(id => inviteesOf(work, id)))
  ).flat()
  return rows.flatMap(row => {
    if (row.meeting_id === null) return []
    const invitee = asked.find(one =>
      row.invitee_id === null ? one.personId === row.recipient_id : one.id === row.invitee_id,
    )
    return [
      {
        id: row.id,
        paperId: row.paper_id,
        meetingId: row.meeting_id,
        personIds: row.person_ids,
        recipientId: row.recipient_id,
        inviteeId: row.invitee_id,
        recipientKey: recipientKey({ personId: row.recipient_id, inviteeId: row.invitee_id }),
        name:
          (row.recipient_id ? names.get(row.recipient_id) : invitee?.name) ??
          invitee?.name ??
          'Somebody of the family',
        standing: invitee?.standing ?? invitee?.organisation ?? null,
        content: readCopyContent(row.content),
        hash: row.content_hash,
        findings: readFindings(row.findings),
        findingsAnswer: row.findings_answer,
        isWalled: row.walled,
        sharedBecause: row.shared_because,
        status: row.status,
        approvedBy: row.approved_by,
        approvedAt: row.approved_at,
        releasedAt: row.released_at,
        releasedBy: row.released_by,
        lateBecause: row.late_because,
        endedBecause: row.ended_because,
        composedBy: row.composed_by,
        composedAt: row.composed_at,
        inPortal: row.in_portal,
        lang: row.lang,
        version: row.version,
      },
    ]
  })
}

/** One copy that the reader may read, or null. */
export const copyOf = async (work: Work, id: Uuid): Promise<Copy | null> =>
  (await copiesOf(work, { id }))[0] ?? null

/** Whether a wall stands between a recipient and anyone of these children's families: asked of the database. */
export async function isWalled(work: Work, recipientId: Uuid, children: readonly Uuid[]): Promise<boolean> {
  const { rows } = await sql<{ walled: boolean }>`
    select access.is_walled(${recipientId}::uuid, ${[...children]}::uuid[]) as walled`.execute(work.db())
  return rows[0]?.walled === true
}

/** Whether somebody is, or has parental responsibility for, each of these children today: asked of the database. */
export async function mayReceive(work: Work, recipientId: Uuid, children: readonly Uuid[]): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select access.may_receive(${recipientId}::uuid, ${[...children]}::uuid[]) as may`.execute(work.db())
  return rows[0]?.may === true
}

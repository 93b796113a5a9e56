import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

export type TransferOutcome = CaseworkTables['transfer']['outcome']

/** One child's transfer to another team or authority. */
export type Transfer = {
  readonly id: Uuid
  readonly personId: Uuid
  /** Those that go together. */
  readonly movesId: Uuid
  readonly fromTeamId: Uuid
  readonly toTeamId: Uuid | null
  readonly toAuthority: string | null
  readonly toAuthorityContact: string | null
  readonly handover: string
  readonly movesOn: Temporal.PlainDate
  readonly requestedBy: Uuid
  readonly requestedAt: Temporal.Instant
  readonly decidedBy: Uuid | null
  readonly decidedAt: Temporal.Instant | null
  readonly outcome: TransferOutcome
  readonly reason: string | null
}

/** Which transfers a list shows. */
export type TransferFilter = {
  /** Asked of these teams and waiting, or asked by them. */
  readonly show: 'asked_of' | 'asked_by' | 'decided'
  readonly teamIds: readonly Uuid[]
}

/** The transfer, or null when it is absent or not the reader's to see. */
export async function transferById(work: Work, id: Uuid): Promise<Transfer | null> {
  return (await rows(work).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Every child of a move that the reader may see. */
export async function transfersOfMove(work: Work, movesId: Uuid): Promise<readonly Transfer[]> {
  return await rows(work).where('moves_id', '=', movesId).orderBy('id').execute()
}

/** Transfers of a list, newest first, with how many there are. */
export async function listTransfers(
  work: Work,
  filter: TransferFilter,
  offset: number,
  limit: number,
): Promise<{ readonly count: number; readonly rows: readonly Transfer[] }> {
  if (filter.teamIds.length === 0) return { count: 0, rows: [] }
  const counted = await narrowed(work, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirst()
  const found = await narrowed(work, filter)
    .orderBy('requested_at', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { count: counted?.count ?? 0, rows: found }
}

function narrowed(work: Work, { show, teamIds }: TransferFilter) {
  const all = rows(work)
  if (show === 'asked_of') return all.where('to_team_id', 'in', teamIds).where('decided_at', 'is', null)
  if (show === 'asked_by') return all.where('from_team_id', 'in', teamIds).where('decided_at', 'is', null)
  return all
    .where('decided_at', 'is not', null)
    .where(({ eb, or }) => or([eb('from_team_id', 'in', teamIds), eb('to_team_id', 'in', teamIds)]))
}

function rows(work: Work) {
  return work
    .db<CaseworkTables>()
    .selectFrom('transfer')
    .select([
      'id',
      'person_id as personId',
      'moves_id as movesId',
      'from_team_id as fromTeamId',
      'to_team_id as toTeamId',
      'to_authority as toAuthority',
      'to_authority_contact as toAuthorityContact',
      'handover',
      'moves_on as movesOn',
      'requested_by as requestedBy',
      'requested_at as requestedAt',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
      'outcome',
      'reason',
    ])
    .$castTo<Transfer>() // timestamps of a move have a moment, never infinity
}

import { ledTeams } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { approvalRows } from './readApprovals.ts'

/** Which approvals a list is about, narrowed. */
export type ApprovalChoice = {
  /** Waiting for the reader's decision, handed in by the reader, or decided for the reader's teams. */
  readonly show: 'waiting' | 'handed_in' | 'decided'
  readonly kind?: string | undefined
  readonly team?: Uuid | undefined
  /** Only what was asked of the reader by name. */
  readonly mine?: boolean | undefined
}

/**
 * The approvals of a list, without an order.
 * @param teamIds teams whose work the reader directs, their cover of others included
 */
export function chosenApprovals(work: Work, choice: ApprovalChoice, teamIds: readonly Uuid[]) {
  const me = work.actor.id
  let query = approvalRows(work)
  if (choice.show === 'handed_in') query = query.where('submitted_by', '=', me)
  else {
    query = query
      .where('submitted_by', '<>', me)
      .where(eb =>
        eb.or([
          eb('to_worker_id', '=', me),
          eb('team_id', '=', eb.fn.any(eb.val([...teamIds]))),
          ...(choice.show === 'decided' ? [eb('decided_by', '=', me)] : []),
        ]),
      )
      .where('outcome', choice.show === 'waiting' ? 'is' : 'is not', null)
  }
  if (choice.kind !== undefined) query = query.where('kind', '=', choice.kind)
  if (choice.team !== undefined) query = query.where('team_id', '=', choice.team)
  if (choice.mine === true) query = query.where('to_worker_id', '=', me)
  return query
}

/** How many approvals wait for the acting person's decision. */
export async function approvalsWaiting(work: Work): Promise<number> {
  const led = await ledTeams(work, work.actor.id)
  const row = await chosenApprovals(
    work,
    { show: 'waiting' },
    led.map(({ id }) => id),
  )
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

import { ledTeams } from '#modules/agencies'
import type { ServiceTables, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { readEpisodes } from '../registry/readEpisodes.ts'
import type { CaseworkTables } from '../tables.ts'
import { heldBy, lockChildren, mayWrite } from './holdings.ts'

/** The allocation has ended, or why it stands. */
export type EndedAllocation =
  | { readonly outcome: 'ended' }
  | {
      readonly outcome: 'refused'
      /** leaves_nobody: the child's episode is open and nobody else holds them. */
      readonly refusal:
        | 'not_found'
        | 'already_ended'
        | 'may_not_end'
        | 'no_reason'
        | 'wrong_day'
        | 'leaves_nobody'
    }

/**
 * Ends one allocation with its reason. A child whose episode is open is never left with nobody: transfer them, or move
 * them to the team's queue.
 */
export async function endAllocation(
  work: Work,
  wanted: {
    readonly personId: Uuid
    readonly allocationId: Uuid
    readonly endedOn: Temporal.PlainDate
    readonly reason: string
  },
): Promise<EndedAllocation> {
  const { personId, allocationId, endedOn } = wanted
  const refused = (refusal: Extract<EndedAllocation, { outcome: 'refused' }>['refusal']) =>
    ({ outcome: 'refused', refusal }) as const
  await lockChildren(work, [personId])
  const held = await heldBy(work, [personId])
  const allocation = held.find(({ id }) => id === allocationId)
  if (allocation === undefined) return refused('not_found')
  if (allocation.endedOn !== null) return refused('already_ended')
  const led = await ledTeams(work, work.actor.id)
  const writable = await mayWrite(work, [personId])
  if (!writable.has(personId) || !led.some(({ id }) => id === allocation.teamId))
    return refused('may_not_end')
  const reason = wanted.reason.trim()
  if (reason === '') return refused('no_reason')
  const isInTime = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(endedOn, day) >= 0
  if (!isInTime(allocation.startedOn) || (isInTime(work.today) && !endedOn.equals(work.today)))
    return refused('wrong_day')
  const holders = held.filter(one => one.endedOn === null && one.role !== 'conference_chair')
  if (holders.every(({ id }) => id === allocationId) && (await hasOpenEpisode(work, personId)))
    return refused('leaves_nobody')
  await work
    .db<CaseworkTables>()
    .updateTable('allocation')
    .set({ ended_on: endedOn, reason })
    .where('id', '=', allocationId)
    .execute()
  const body = { personId, allocationId, workerId: allocation.workerId, endedOn: endedOn.toString() }
  await work
    .db<ServiceTables>()
    .insertInto('app.outbox')
    .values({ event: 'allocation.ended', body: JSON.stringify(body) })
    .execute()
  return { outcome: 'ended' }
}

async function hasOpenEpisode(work: Work, personId: Uuid): Promise<boolean> {
  return (await readEpisodes(work, [personId])).some(episode => episode.closedOn === null)
}

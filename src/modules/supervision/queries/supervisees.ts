import { covers, ledTeams, type Post, posts } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type DueSession, dueSession } from '../rules/dueSession.ts'
import { daysBetween, type Frequency } from '../rules/frequency.ts'
import { readFrequency } from './readFrequency.ts'
import { type OpenSession, supervisionOf } from './supervisionOf.ts'

/** A worker with where their supervision stands. */
export type Supervisee = {
  readonly workerId: Uuid
  readonly name: string
  readonly role: Post['role']
  readonly teamId: Uuid | null
  readonly placeName: string
  readonly lastOn: Temporal.PlainDate | null
  readonly everyDays: number
  readonly isEarly: boolean
  readonly due: DueSession
  readonly open: OpenSession | null
}

/** Whether the day by which somebody was to be supervised has passed. */
export const isOverdue = ({ due }: Pick<Supervisee, 'due'>, today: Temporal.PlainDate): boolean =>
  due.state === 'due' && Temporal.PlainDate.compare(due.on, today) < 0

/** Whom the acting person supervises or leads, the longest overdue first; of these teams alone when they are given. */
export async function supervisees(work: Work, teamIds?: readonly Uuid[]): Promise<readonly Supervisee[]> {
  const led = teamIds ?? (await ledTeams(work, work.actor.id)).map(({ id }) => id)
  const inTeams = led.length === 0 ? [] : await posts(work, { teamIds: led })
  const leaders =
    teamIds === undefined && work.actor.class === 'director'
      ? (await posts(work)).filter(({ role }) => role === 'service_leader')
      : []
  return await standing(work, [...inTeams, ...leaders])
}

/** How one worker stands; null where they hold no post that is supervised. */
export async function supervisee(work: Work, workerId: Uuid): Promise<Supervisee | null> {
  const [one] = await standing(work, await posts(work, { workerIds: [workerId] }), true)
  return one ?? null
}

async function standing(work: Work, held: readonly Post[], andMe = false): Promise<readonly Supervisee[]> {
  const frequency = await readFrequency(work)
  const standIns = new Set((await covers(work)).map(({ id }) => id))
  const own = held.filter(
    ({ id, role, workerId }) =>
      frequency.roles.has(role) && !standIns.has(id) && (andMe || workerId !== work.actor.id),
  )
  // One line a worker: by the post that they have longest.
  const byWorker = new Map(
    own.toSorted((one, other) => -compare(one.startedOn, other.startedOn)).map(post => [post.workerId, post]),
  )
  const facts = await supervisionOf(work, [...byWorker.keys()])
  const rows = facts.flatMap(fact => {
    const post = byWorker.get(fact.workerId)
    return post === undefined ? [] : [asSupervisee(post, fact, frequency, work.today)]
  })
  return rows.toSorted(byDue)
}

const { compare } = Temporal.PlainDate

function asSupervisee(
  post: Post,
  fact: Awaited<ReturnType<typeof supervisionOf>>[number],
  frequency: Frequency,
  today: Temporal.PlainDate,
): Supervisee {
  const from = fact.lastOn ?? post.startedOn
  const { role, fte } = post
  const everyDays = daysBetween(frequency, { role, fte, earlySince: fact.earlySince }, from)
  return {
    workerId: post.workerId,
    name: post.workerName,
    role,
    teamId: post.teamId,
    placeName: post.teamName ?? post.areaName ?? '',
    lastOn: fact.lastOn,
    everyDays,
    isEarly: fact.earlySince !== null,
    due: dueSession(from, everyDays, fact.absences, today),
    open: fact.open,
  }
}

function byDue(one: Supervisee, other: Supervisee): number {
  if (one.due.state === 'due' && other.due.state === 'due') return compare(one.due.on, other.due.on)
  return one.due.state === other.due.state ? 0 : one.due.state === 'due' ? -1 : 1
}

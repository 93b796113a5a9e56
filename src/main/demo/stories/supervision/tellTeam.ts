import type { Uuid } from '#platform/ids'
import { isBefore, openDay } from '../../chronicle/moments.ts'
import type { Team, Worker } from '../../county/county.ts'
import type { Teller } from '../../teller.ts'
import { tellAction, tellSession } from './tellSession.ts'

/** A child whom a worker leads. */
export type Held = { readonly personId: Uuid; readonly workerId: Uuid; readonly since: Temporal.PlainDate }

/** A complete session of the team, for the dip sample to draw from. */
export type CompleteSession = { readonly id: Uuid; readonly on: Temporal.PlainDate; readonly worker: Worker }

const SESSIONS = 5
const FOUR_WEEKS = 28

type Pattern = {
  /** Days since the last session. */
  readonly last: number
  readonly isHalf?: boolean
}

const inTime: Pattern = { last: 12 }
/** Of the social workers but Rowan Ashbrigg: the first one's session lacks its practice half. */
const ofSocialWorkers: readonly Pattern[] = [
  { last: 6, isHalf: true },
  { last: 20 },
  { last: 9 },
  { last: 23 },
]
/** Of the other disciplines: the first is overdue. */
const ofSpecialists: readonly Pattern[] = [{ last: 51 }, { last: 16 }, { last: 24 }, { last: 8 }]

/** A team's supervision over five months. @returns the complete sessions */
export function tellTeam(
  teller: Teller,
  team: Team,
  {
    specialists,
    rowan,
    held,
  }: { readonly specialists: readonly Worker[]; readonly rowan: Worker; readonly held: readonly Held[] },
): readonly CompleteSession[] {
  const own = team.workers.filter(({ leftOn, id }) => leftOn === null && id !== rowan.id)
  const learner = own.find(worker => isBefore(teller.today.subtract({ months: 12 }), worker.startedOn))
  const monthly = (workers: readonly Worker[], patterns: readonly Pattern[]) =>
    workers.flatMap((worker, place) =>
      tellMonthly(teller, { team, worker, held }, patterns[place % patterns.length] ?? inTime),
    )
  return [
    ...monthly([rowan], [inTime]),
    ...monthly(
      own.filter(worker => worker !== learner),
      ofSocialWorkers,
    ),
    ...monthly(specialists, ofSpecialists),
    ...(learner === undefined ? [] : tellEarly(teller, { team, worker: learner, held })),
  ]
}

type Whose = { readonly team: Team; readonly worker: Worker; readonly held: readonly Held[] }

function tellMonthly(
  teller: Teller,
  { team, worker, held }: Whose,
  pattern: Pattern,
): readonly CompleteSession[] {
  const days = Array.from({ length: SESSIONS }, (_, place) =>
    openDay(teller.today.subtract({ days: pattern.last + FOUR_WEEKS * (SESSIONS - 1 - place) })),
  ).filter(day => !isBefore(day, worker.startedOn))
  return tellSeries(teller, { team, worker, held }, days, pattern.isHalf === true)
}

/** Weekly for six weeks, fortnightly to six months, then monthly. */
function tellEarly(teller: Teller, whose: Whose): readonly CompleteSession[] {
  const days: Temporal.PlainDate[] = []
  const last = teller.today.subtract({ days: 4 })
  for (
    let weeks = 1;
    isBefore(whose.worker.startedOn.add({ weeks }), last);
    weeks += weeks < 6 ? 1 : weeks < 26 ? 2 : 4
  )
    days.push(openDay(whose.worker.startedOn.add({ weeks })))
  return tellSeries(teller, whose, days, false, 'early_career')
}

function tellSeries(
  teller: Teller,
  { team, worker, held }: Whose,
  days: readonly Temporal.PlainDate[],
  endsHalf: boolean,
  kind: 'one_to_one' | 'early_career' = 'one_to_one',
): readonly CompleteSession[] {
  const own = held.filter(({ workerId }) => workerId === worker.id)
  const told = days.map((on, place) => {
    const isLast = place === days.length - 1
    const there = own.filter(({ since }) => !isBefore(on, since))
    // In the last session almost everybody, before that every other child: two stand as not discussed in time.
    const children = there
      .filter((_, at) => (isLast ? at >= 2 || there.length <= 2 : (at + place) % 2 === 0))
      .map(({ personId }) => personId)
    const session = { supervisee: worker, supervisor: team.manager, on, kind, children }
    const isHalf = isLast && endsHalf
    const id = tellSession(teller, { ...session, isHalf, isUnanswered: isLast && place % 2 === 0 })
    const next = days[place + 1]
    if (place >= days.length - 2)
      tellAction(
        teller,
        { sessionId: id, worker, on },
        next === undefined ? null : { on: next, by: team.manager },
      )
    return { id, on, worker, isHalf }
  })
  return told.filter(({ isHalf }) => !isHalf)
}

import type { Uuid } from '#platform/ids'
import { at, isBefore } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { Worker } from '../county/county.ts'
import type { Child } from '../families/family.ts'
import type { Teller } from '../teller.ts'
import type { Telling } from './telling.ts'

type Day = Temporal.PlainDate

/** Who held a child: the front door's queue, then a worker, and the chair of a child on a protection plan. */
export function tellHolders(
  { teller, county, course, team, lead, chair }: Telling,
  child: Child,
  received: Temporal.Instant,
): void {
  const { id } = child
  const from = course.assessment?.startedOn ?? course.decidedOn
  tellHolding(teller, received.add({ minutes: 95 }), {
    personId: id,
    teamId: county.frontDoor.id,
    worker: null,
    role: 'queue',
    startedOn: course.receivedOn,
    endedOn: from,
    reason: 'New referral',
  })
  if (!course.assessment) return
  const isHelp = course.kind === 'familyHelp'
  const movedOn = course.careFrom ?? course.closedOn
  tellHolding(teller, at(from, '10:30'), {
    personId: id,
    teamId: team.id,
    worker: lead,
    role: isHelp ? 'lead_practitioner' : 'lead_social_worker',
    startedOn: from,
    endedOn: course.ledBy?.from ?? movedOn,
    reason: 'Assessment',
  })
  if (course.ledBy)
    tellHolding(teller, at(course.ledBy.from, '10:30'), {
      personId: id,
      teamId: team.id,
      worker: course.ledBy.worker,
      role: 'lead_practitioner',
      startedOn: course.ledBy.from,
      endedOn: movedOn,
      reason: 'Leads the plan from now on',
    })
  if (course.careFrom && isBefore(course.careFrom, course.closedOn))
    tellCareTeam(teller, { county, course }, id)
  const conferenceOn = course.enquiry?.conferenceOn
  if (conferenceOn && course.enquiry)
    tellHolding(teller, at(course.enquiry.outcomeOn, '16:45'), {
      personId: id,
      teamId: county.conference.id,
      worker: chair,
      role: 'conference_chair',
      startedOn: course.enquiry.outcomeOn,
      endedOn: course.protection?.endedOn ?? conferenceOn,
      reason: 'Initial conference',
    })
}

function tellCareTeam(
  teller: Teller,
  { county, course }: Pick<Telling, 'county' | 'course'>,
  id: Uuid,
): void {
  if (!course.careFrom) return
  const [first] = county.inCare.workers
  const worker = county.inCare.workers.reduce(
    (least, one) => (one.held < least.held ? one : least),
    first ?? county.inCare.manager,
  )
  if (Temporal.Instant.compare(at(course.closedOn, '15:30'), teller.chronicle.now) >= 0) worker.held += 1
  tellHolding(teller, at(course.careFrom, '11:00'), {
    personId: id,
    teamId: county.inCare.id,
    worker,
    role: 'lead_social_worker',
    startedOn: course.careFrom,
    endedOn: course.closedOn,
    reason: 'Came into care',
  })
}

export type Holding = {
  readonly personId: Uuid
  readonly teamId: Uuid
  /** None: the child waits in the team's queue. */
  readonly worker: Worker | null
  readonly role: Fact<'allocation'>['role']
  readonly startedOn: Day
  readonly endedOn: Day | null
  readonly reason: string
}

/** Tells of case holding, its end as a change on the day it ended. */
export function tellHolding({ chronicle, dice }: Teller, known: Temporal.Instant, holding: Holding): void {
  const { endedOn } = holding
  chronicle.tell(
    'allocation',
    known,
    {
      id: dice.id(),
      person_id: holding.personId,
      team_id: holding.teamId,
      worker_id: holding.worker?.id ?? null,
      role: holding.role,
      started_on: holding.startedOn,
      reason: holding.reason,
    },
    ...(endedOn ? [[at(endedOn, '15:35'), { ended_on: endedOn }] as const] : []),
  )
}

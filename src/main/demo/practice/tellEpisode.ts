import { at } from '../chronicle/moments.ts'
import type { County, Team, Worker } from '../county/county.ts'
import type { Family } from '../families/family.ts'
import type { Teller } from '../teller.ts'
import type { Course } from './course.ts'
import { type Referred, tellCourse } from './tellCourse.ts'
import type { Telling } from './telling.ts'
import { tellNotes } from './tellNotes.ts'
import { tellPartners } from './tellPartners.ts'

/** Who acts in an episode, where it is not left to chance. */
export type Cast = {
  readonly team?: Team
  readonly lead?: Worker
  readonly chair?: Worker
}

export type Pace = Cast & {
  /** Calls and meetings between visits: 1 as in a county's open work. Nought: no visits either, they are told by hand. */
  readonly busyness: number
}

/**
 * Tells of a whole episode: who held it, what was decided, who else was there, and what was written.
 * @returns who acted, and the referrals that it began with
 */
export function tellEpisode(
  teller: Teller,
  county: County,
  family: Family,
  course: Course,
  pace: Pace,
): Telling & { readonly referred: Referred } {
  const team = pace.team ?? teamFor(teller, county, family, course)
  const lead = pace.lead ?? leadFor(teller, team, course)
  const chair = pace.chair ?? teller.dice.pick(county.conference.workers)
  if (course.assessment && isStillHeld(teller, course)) lead.held += course.children.length
  const telling: Telling = { teller, county, family, course, team, lead, chair, planIds: new Map() }
  const referred = tellCourse(telling)
  tellPartners(telling)
  if (pace.busyness > 0) tellNotes(telling, pace.busyness)
  return { ...telling, referred }
}

/** Held by the same worker today, so that it counts in their workload. */
function isStillHeld({ chronicle }: Teller, course: Course): boolean {
  const until = course.careFrom ?? course.closedOn
  return Temporal.Instant.compare(at(until, '15:35'), chronicle.now) >= 0
}

function teamFor({ dice }: Teller, county: County, family: Family, course: Course): Team {
  if (course.kind === 'familyHelp') return county.familyHelp
  return dice.pick(county.safeguarding.filter(({ areaIndex }) => areaIndex === family.areaIndex))
}

/** Whoever has most room; for what is closed, anyone who was there then. */
function leadFor(teller: Teller, team: Team, course: Course): Worker {
  const from = course.assessment?.startedOn ?? course.receivedOn
  const wasThere = (worker: Worker) =>
    Temporal.PlainDate.compare(worker.startedOn, from) <= 0 &&
    (worker.leftOn === null || Temporal.PlainDate.compare(worker.leftOn, course.closedOn) >= 0)
  const there = team.workers.filter(worker => worker.capacity > 0 && wasThere(worker))
  if (there.length === 0) return team.manager
  if (!isStillHeld(teller, course)) return teller.dice.pick(there)
  const present = there.filter(({ leftOn }) => leftOn === null)
  return (
    present.sort((one, other) => one.held / one.capacity - other.held / other.capacity)[0] ?? team.manager
  )
}

import type { Uuid } from '#platform/ids'
import { parseUuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { Sketch, SketchDates, SketchSpan } from './sketch.ts'
import type { Dated, World } from './world.ts'

/** What the ids of a world count. */
export type Counted = 'worker' | 'team' | 'area' | 'person' | 'family' | 'household' | 'note' | 'row'

const kinds: readonly Counted[] = ['worker', 'team', 'area', 'person', 'family', 'household', 'note', 'row']

/** @returns the id of the nth thing of a kind in the world of this salt, always the same. */
export function idOf(salt: number, kind: Counted, number: number): Uuid {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const id = parseUuid(`${hex(salt, 8)}-${hex(kinds.indexOf(kind) + 1, 4)}-7000-8000-${hex(number + 1, 12)}`)
  if (id === null)
    throw new Error(`Salt ${salt} and number ${number} make no id: keep them positive and small.`)
  return id
}

/** Gives a sketch its ids and its dates around `now`. An index beyond the end counts on from the beginning. */
export function worldFromSketch(sketch: Sketch, now: Temporal.Instant): World {
  const { salt } = sketch
  const today = londonDate(now)
  const worker = (at: number) => idOf(salt, 'worker', at % sketch.workers.length)
  const team = (at: number) => idOf(salt, 'team', at % sketch.teams.length)
  const person = (at: number) => idOf(salt, 'person', at % sketch.people.length)
  return {
    now,
    workers: sketch.workers.map((one, at) => ({
      id: worker(at),
      class: one.class,
      leftAt: one.left === null ? null : now.add({ hours: one.left }),
    })),
    teams: sketch.teams.map((one, at) => ({
      id: team(at),
      areaId: one.area === null ? null : idOf(salt, 'area', one.area),
      kind: one.kind,
    })),
    posts: sketch.posts.map(one => ({
      workerId: worker(one.worker),
      // A leader's post is of an area, every other one of a team.
      teamId: one.role === 'service_leader' ? null : team(one.team),
      areaId: one.role === 'service_leader' ? idOf(salt, 'area', one.area) : null,
      role: one.role,
      ...dated(one.dates, today),
    })),
    shifts: sketch.shifts.map(one => ({ workerId: worker(one.worker), ...timed(one.span, now) })),
    people: sketch.people.map((one, at) => ({
      id: person(at),
      createdBy: one.creator === null ? null : worker(one.creator),
      createdAt: now.subtract({ hours: one.made }),
    })),
    familyMembers: membersOf(sketch, today),
    allocations: sketch.allocations.map(one => ({
      personId: person(one.person),
      teamId: team(one.team),
      workerId: one.role === 'queue' || one.worker === null ? null : worker(one.worker),
      role: one.role,
      ...dated(one.dates, today),
    })),
    involvements: sketch.involvements.map(one => ({
      personId: person(one.person),
      workerId: worker(one.worker),
      ...dated(one.dates, today),
    })),
    openings: openingsOf(sketch, now),
    restrictions: sketch.restrictions.map(one => ({
      subjectId: person(one.subject),
      ...timed(one.span, now),
      members: one.members.map(worker).filter((member, at, all) => all.indexOf(member) === at),
    })),
  }
}

/** Everyone's first family and some further ones; nobody twice in one family. */
function membersOf(sketch: Sketch, today: Temporal.PlainDate): World['familyMembers'] {
  const firsts = sketch.people.map((one, at) => ({ ...one, person: at }))
  const members: World['familyMembers'][number][] = []
  for (const one of [...firsts, ...sketch.memberships]) {
    const familyId = idOf(sketch.salt, 'family', one.family % sketch.families)
    const personId = idOf(sketch.salt, 'person', one.person % sketch.people.length)
    if (members.some(other => other.familyId === familyId && other.personId === personId)) continue
    members.push({ familyId, personId, role: one.role, ...dated(one.dates, today) })
  }
  return members
}

function openingsOf(sketch: Sketch, now: Temporal.Instant): World['openings'] {
  const referred = sketch.restrictions.flatMap(({ subject, opener }) =>
    opener === null ? [] : [{ subject, kind: 'reference' as const, ...opener }],
  )
  return [...sketch.openings, ...referred].map(one => {
    const { startsAt, endsAt } = timed(one.span, now)
    return {
      actorId: idOf(sketch.salt, 'worker', one.actor % sketch.workers.length),
      subjectId: idOf(sketch.salt, 'person', one.subject % sketch.people.length),
      kind: one.kind,
      openedAt: startsAt,
      endsAt,
    }
  })
}

function dated(dates: SketchDates, today: Temporal.PlainDate): Dated {
  const startedOn = today.subtract({ days: dates.begun })
  if (dates.lasted === null) return { startedOn, endedOn: null }
  const endedOn =
    dates.lasted === 'to today'
      ? today
      : dates.lasted === 'to yesterday'
        ? today.subtract({ days: 1 })
        : startedOn.add({ days: dates.lasted })
  return Temporal.PlainDate.compare(endedOn, startedOn) < 0
    ? { startedOn: endedOn, endedOn }
    : { startedOn, endedOn }
}

function timed(span: SketchSpan, now: Temporal.Instant) {
  const startsAt = now.subtract({ hours: span.lasts === null ? Math.abs(span.begun) + 2 : span.begun })
  return {
    startsAt,
    endsAt: span.lasts === null ? now.subtract({ hours: 1 }) : startsAt.add({ hours: span.lasts }),
  }
}

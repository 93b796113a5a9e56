import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { Dated, Meeting, World } from './world.ts'

/** A change to a world that may take sight away and must never give any. */
export type Narrowing = {
  readonly name: string
  /** @param at which of the facts concerned: every second one from there */
  readonly narrow: (world: World, at: number) => World
}

/** Every second fact is over, the first or the second of each two; the others stay. */
function halfOver<Fact>(facts: readonly Fact[], at: number, end: (fact: Fact) => Fact): readonly Fact[] {
  return facts.map((fact, index) => ((index + at) % 2 === 0 ? end(fact) : fact))
}

function over<Fact extends Dated>(world: World): (fact: Fact) => Fact {
  const yesterday = londonDate(world.now).subtract({ days: 1 })
  return fact => ({ ...fact, endedOn: yesterday })
}

function past<Fact extends { readonly endsAt: Temporal.Instant }>(world: World): (fact: Fact) => Fact {
  return fact => ({ ...fact, endsAt: world.now })
}

/** One of the three ways in which a meeting stops showing its papers to somebody. */
function withoutPapers(meeting: Meeting, at: number, today: Temporal.PlainDate): Meeting {
  if (at % 3 === 0) return { ...meeting, papersUntil: today.subtract({ days: 1 }) }
  if (at % 3 === 1) return { ...meeting, isCancelled: true }
  const invitations = halfOver(meeting.invitations, at, one => ({ ...one, isWithdrawn: true }))
  return { ...meeting, invitations }
}

/** Everything that ends, and everyone who leaves. */
export const narrowings: readonly Narrowing[] = [
  {
    name: 'posts end',
    narrow: (world, at) => ({ ...world, posts: halfOver(world.posts, at, over(world)) }),
  },
  {
    name: 'allocations end',
    narrow: (world, at) => ({ ...world, allocations: halfOver(world.allocations, at, over(world)) }),
  },
  {
    name: 'involvements end',
    narrow: (world, at) => ({ ...world, involvements: halfOver(world.involvements, at, over(world)) }),
  },
  {
    name: 'leads of child protection end',
    narrow: (world, at) => ({ ...world, protectionLeads: halfOver(world.protectionLeads, at, over(world)) }),
  },
  {
    name: 'strands end',
    narrow: (world, at) => ({ ...world, strands: halfOver(world.strands, at, over(world)) }),
  },
  {
    name: 'people leave a family',
    narrow: (world, at) => ({ ...world, familyMembers: halfOver(world.familyMembers, at, over(world)) }),
  },
  {
    name: 'shifts end',
    narrow: (world, at) => ({ ...world, shifts: halfOver(world.shifts, at, past(world)) }),
  },
  {
    name: 'openings run out',
    narrow: (world, at) => ({ ...world, openings: halfOver(world.openings, at, past(world)) }),
  },
  {
    name: 'contacts are decided',
    narrow: (world, at) => ({
      ...world,
      contacts: halfOver(world.contacts, at, contact => ({ ...contact, isDecided: true })),
    }),
  },
  {
    name: 'papers of meetings close, meetings are cancelled, or invitations are withdrawn',
    narrow: (world, at) => ({
      ...world,
      meetings: world.meetings.map((meeting, place) =>
        withoutPapers(meeting, at + place, londonDate(world.now)),
      ),
    }),
  },
  {
    name: 'transfers are decided',
    narrow: (world, at) => ({
      ...world,
      transfers: halfOver(world.transfers, at, transfer => ({ ...transfer, isDecided: true })),
    }),
  },
  {
    name: 'workers leave',
    narrow: (world, at) => ({
      ...world,
      workers: halfOver(world.workers, at, worker => ({ ...worker, leftAt: world.now })),
    }),
  },
]

/** The world in which everybody but the person at this place is kept from everyone else: it bites whoever works with one of them. */
export function wallOff(world: World, at: number): World {
  const span = { startsAt: world.now, endsAt: world.now.add({ hours: 24 }) }
  const ids = world.people.map(({ id }) => id)
  const keptOut = ids.filter((_id, place) => place !== at % ids.length)
  const walls = keptOut.map(fromId => ({ fromId, protectedIds: ids.filter(id => id !== fromId), ...span }))
  return { ...world, walls: [...world.walls, ...walls] }
}

/** The world in which everyone turns out to know the person at this place, from now on. */
export function acquaint(world: World, at: number): World {
  const person = world.people[at % world.people.length]
  if (person === undefined) return world
  const span = { startsAt: world.now, endsAt: world.now.add({ hours: 24 }) }
  const conflicts = world.workers.map(({ id }) => ({ workerId: id, personId: person.id, ...span }))
  return { ...world, conflicts: [...world.conflicts, ...conflicts] }
}

/** The world with one more restriction from now on, on the person at this place, with a list of its own. */
export function restrict(world: World, at: number, members: readonly Uuid[]): World {
  const subject = world.people[at % world.people.length]
  if (subject === undefined) return world
  const restriction = {
    subjectId: subject.id,
    startsAt: world.now,
    endsAt: world.now.add({ hours: 24 }),
    members,
  }
  return { ...world, restrictions: [...world.restrictions, restriction] }
}

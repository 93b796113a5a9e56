import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { idOf } from './idOf.ts'
import type { MeetingSketch } from './meetingSketch.ts'
import { everyOne, peopleAt, personAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Invitation, Meeting, World } from './world.ts'

type WithoutMeetings = Omit<World, 'meetings' | 'walls'>

/** @returns the world with its meetings, its walls, and what makes both bite: posts of chairs, and who works with whom a wall keeps out. */
export function withMeetings(sketch: Sketch, world: WithoutMeetings): World {
  const today = londonDate(world.now)
  return {
    ...world,
    posts: [...world.posts, ...postsOfChairs(sketch, today)],
    involvements: [...world.involvements, ...involvementsOfWalls(sketch, today)],
    meetings: meetingsOf(sketch, world),
    walls: wallsOf(sketch, world.now),
  }
}

/** Whom each meeting asks. A conference has a chair only in somebody who may be one. */
function meetingsOf(sketch: Sketch, world: WithoutMeetings): World['meetings'] {
  const today = londonDate(world.now)
  return sketch.meetings.map((one, at): Meeting => {
    const personIds = peopleAt(sketch, one.people)
    const chairId = one.chair === null ? null : workerAt(sketch, one.chair)
    return {
      id: idOf(sketch.salt, 'meeting', at),
      kind: one.kind,
      personIds,
      chairId: chairId === null || mayChair(world, chairId, one.kind, personIds) ? chairId : null,
      administratorId: one.administrator === null ? null : workerAt(sketch, one.administrator),
      papersUntil: today.add({ days: one.papersFor }),
      isCancelled: one.isCancelled,
      invitations: invitationsOf(sketch, one, at),
    }
  })
}

/** The posts that chairs of conferences have beside whatever else they do. */
function postsOfChairs(sketch: Sketch, today: Temporal.PlainDate): World['posts'] {
  const chairs = sketch.meetings.flatMap(one => (one.chair === null ? [] : workerAt(sketch, one.chair)))
  return everyOne(chairs).map(workerId => ({
    workerId,
    teamId: idOf(sketch.salt, 'team', 0),
    areaId: null,
    role: 'conference_chair',
    startedOn: today.subtract({ days: 300 }),
    endedOn: null,
  }))
}

/** Somebody works or worked with whom a wall keeps out. */
function involvementsOfWalls(sketch: Sketch, today: Temporal.PlainDate): World['involvements'] {
  return sketch.walls.map(({ from, worker }, at) => ({
    personId: personAt(sketch, from),
    workerId: workerAt(sketch, worker),
    startedOn: today.subtract({ days: 90 }),
    endedOn: at % 2 === 0 ? null : today.subtract({ days: 30 }),
  }))
}

function wallsOf(sketch: Sketch, now: Temporal.Instant): World['walls'] {
  return sketch.walls
    .map(one => {
      const fromId = personAt(sketch, one.from)
      const startsAt = now.subtract({ hours: one.begun + 2 })
      return {
        fromId,
        protectedIds: othersThan(fromId, peopleAt(sketch, one.protected)),
        startsAt,
        endsAt: one.isOver ? now.subtract({ hours: 1 }) : startsAt.add({ hours: 200 }),
      }
    })
    .filter(wall => wall.protectedIds.length > 0)
}

function othersThan(id: Uuid, ids: readonly Uuid[]): readonly Uuid[] {
  return ids.filter(one => one !== id)
}

function invitationsOf(sketch: Sketch, one: MeetingSketch, at: number): readonly Invitation[] {
  const meetingId = idOf(sketch.salt, 'meeting', at)
  const workers = everyOne(one.invited.map(({ worker }) => workerAt(sketch, worker)))
  const asked = workers.map(workerId => ({
    workerId,
    personId: null,
    isWithdrawn: one.invited.some(
      ({ worker, isWithdrawn }) => isWithdrawn && workerAt(sketch, worker) === workerId,
    ),
  }))
  const family =
    one.family === null
      ? []
      : [{ workerId: null, personId: personAt(sketch, one.family), isWithdrawn: false }]
  return [...asked, ...family].map((invitation, place) => ({
    id: idOf(sketch.salt, 'invitation', at * 8 + place),
    meetingId,
    ...invitation,
  }))
}

/** "Neither holds a child of it nor manages a team that does." Whenever: facts are told in any order. */
function mayChair(
  { allocations, posts }: Pick<World, 'allocations' | 'posts'>,
  workerId: Uuid,
  kind: Meeting['kind'],
  personIds: readonly Uuid[],
): boolean {
  if (kind === 'strategy' || kind === 'core_group') return true
  const held = allocations.filter(({ personId }) => personIds.includes(personId))
  if (held.some(one => one.workerId === workerId)) return false
  const manages = posts.filter(one => one.workerId === workerId && one.role.endsWith('_manager'))
  return !manages.some(post => held.some(one => one.teamId === post.teamId))
}

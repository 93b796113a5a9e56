import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { involvementsOfAgencies } from './agencyFacts.ts'
import { attendancesOf, postsOfReaders } from './attendanceFacts.ts'
import { idOf } from './idOf.ts'
import { employerOf, organisationsOf, partnerNoticesOf, postsOfTold, rollOf } from './partnerFacts.ts'
import { everyOne, peopleAt, personAt, teamAt, workerAt } from './placesInSketch.ts'
import { leadSessionsOf, postsOfLeads } from './schoolFacts.ts'
import type { Sketch } from './sketch.ts'
import { dated, timed } from './sketchDates.ts'
import { postsOfStrands, strandsOf, withCovers } from './strandFacts.ts'
import type { Contact, World } from './world.ts'

/** Gives a sketch its ids and its dates around `now`. An index beyond the end counts on from the beginning. */
export function worldFromSketch(sketch: Sketch, now: Temporal.Instant): Omit<World, 'meetings' | 'walls'> {
  const today = londonDate(now)
  const familyMembers = membersOf(sketch, today)
  const posts = sketch.posts.map((one, at) => postOf(sketch, one, at, today))
  return {
    now,
    workers: sketch.workers.map((one, at) => ({
      id: workerAt(sketch, at),
      class: one.class,
      leftAt: one.left === null ? null : now.add({ hours: one.left }),
      organisationId: employerOf(sketch, at),
    })),
    teams: sketch.teams.map((one, at) => ({
      id: teamAt(sketch, at),
      areaId: one.area === null ? null : idOf(sketch.salt, 'area', one.area),
      kind: one.kind,
    })),
    shifts: shiftsOf(sketch, now),
    people: sketch.people.map((one, at) => ({
      id: personAt(sketch, at),
      createdBy: one.creator === null ? null : workerAt(sketch, one.creator),
      createdAt: now.subtract({ hours: one.made }),
    })),
    familyMembers,
    posts: [
      ...withCovers(sketch, [...posts, ...postsOfStrands(sketch, today)], today),
      ...postsOfReaders(sketch, today),
      ...postsOfTold(sketch, today),
      ...postsOfLeads(sketch, today),
    ],
    attendances: attendancesOf(sketch),
    organisations: organisationsOf(sketch),
    partnerNotices: partnerNoticesOf(sketch),
    leadSessions: leadSessionsOf(sketch),
    strands: strandsOf(sketch, familyMembers, today),
    allocations: oneLeadEach(sketch.allocations.map(one => allocationOf(sketch, one, today))),
    involvements: [
      ...sketch.involvements.map(one => ({
        personId: personAt(sketch, one.person),
        workerId: workerAt(sketch, one.worker),
        ...dated(one.dates, today),
      })),
      ...rollOf(sketch, today),
      ...involvementsOfAgencies(sketch, today),
    ],
    protectionLeads: leadsOf(sketch, today),
    openings: openingsOf(sketch, now),
    restrictions: sketch.restrictions.map(one => ({
      subjectId: personAt(sketch, one.subject),
      ...timed(one.span, now),
      members: everyOne(one.members.map(at => workerAt(sketch, at))),
    })),
    conflicts: sketch.conflicts.map(one => ({
      workerId: workerAt(sketch, one.worker),
      personId: personAt(sketch, one.person),
      ...timed(one.span, now),
    })),
    contacts: sketch.contacts.map((one, at) => contactOf(sketch, one, at, now)),
    transfers: transfersOf(sketch, now),
  }
}

function contactOf(
  sketch: Sketch,
  one: Sketch['contacts'][number],
  at: number,
  now: Temporal.Instant,
): Contact {
  const personIds = peopleAt(sketch, one.people)
  const removed = one.removed === null ? [] : [personAt(sketch, one.removed)]
  return {
    id: idOf(sketch.salt, 'contact', at),
    teamId: teamAt(sketch, one.team),
    createdBy: one.creator === null ? null : workerAt(sketch, one.creator),
    receivedAt: now.subtract({ hours: one.hours }),
    isDecided: one.isDecided,
    personIds,
    removedIds: removed.filter(id => !personIds.includes(id)),
  }
}

/** A child is asked for once at a time. */
function transfersOf(sketch: Sketch, now: Temporal.Instant): World['transfers'] {
  const transfers = sketch.transfers.map(one => ({
    personId: personAt(sketch, one.person),
    toTeamId: one.team === null ? null : teamAt(sketch, one.team),
    requestedBy: workerAt(sketch, one.author),
    requestedAt: now.subtract({ hours: one.hours }),
    isDecided: one.isDecided,
  }))
  return transfers.filter((one, at) => transfers.findIndex(other => other.personId === one.personId) === at)
}

/** A child has one lead of child protection. */
function leadsOf(sketch: Sketch, today: Temporal.PlainDate): World['protectionLeads'] {
  const leads = sketch.involvements.flatMap(({ person, worker, leads: dates }) =>
    dates === null
      ? []
      : [
          {
            personId: personAt(sketch, person),
            workerId: workerAt(sketch, worker),
            ...dated(dates, today),
          },
        ],
  )
  return leads.filter((one, at) => leads.findIndex(other => other.personId === one.personId) === at)
}

/** A leader's post is of an area, every other one of a team. */
function postOf(sketch: Sketch, post: Sketch['posts'][number], at: number, today: Temporal.PlainDate) {
  const leads = post.role === 'service_leader'
  return {
    id: idOf(sketch.salt, 'post', at),
    workerId: workerAt(sketch, post.worker),
    teamId: leads ? null : teamAt(sketch, post.team),
    areaId: leads ? idOf(sketch.salt, 'area', post.area) : null,
    role: post.role,
    ...dated(post.dates, today),
  }
}

/** A queue waits for a worker; every other allocation has one. */
function allocationOf(
  sketch: Sketch,
  one: Sketch['allocations'][number],
  today: Temporal.PlainDate,
): World['allocations'][number] {
  return {
    personId: personAt(sketch, one.person),
    teamId: teamAt(sketch, one.team),
    ...(one.role === 'queue' || one.worker === null
      ? { workerId: null, role: 'queue' }
      : { workerId: workerAt(sketch, one.worker), role: one.role }),
    ...dated(one.dates, today),
  }
}

/** A child has one lead at a time: the next one beside them is a co-worker. */
function oneLeadEach(allocations: World['allocations']): World['allocations'] {
  const led = new Set<Uuid>()
  return allocations.map(one => {
    if (one.role !== 'lead_social_worker' && one.role !== 'lead_practitioner') return one
    if (led.has(one.personId)) return { ...one, role: 'co_worker' }
    led.add(one.personId)
    return one
  })
}

/** Everyone's first family and some further ones; nobody twice in one family. */
function membersOf(sketch: Sketch, today: Temporal.PlainDate): World['familyMembers'] {
  const firsts = sketch.people.map((one, at) => ({ ...one, person: at }))
  const members: World['familyMembers'][number][] = []
  for (const one of [...firsts, ...sketch.memberships]) {
    const familyId = idOf(sketch.salt, 'family', one.family % sketch.families)
    const personId = personAt(sketch, one.person)
    if (members.some(other => other.familyId === familyId && other.personId === personId)) continue
    members.push({ familyId, personId, role: one.role, ...dated(one.dates, today) })
  }
  return members
}

function shiftsOf(sketch: Sketch, now: Temporal.Instant): World['shifts'] {
  const everyone = sketch.workers.map((_worker, at) => at)
  const ofDuty = everyone.filter(at => sketch.workers[at]?.class === 'duty')
  return sketch.shifts.map(one => {
    const among = one.ofDuty && ofDuty.length > 0 ? ofDuty : everyone
    return {
      workerId: idOf(sketch.salt, 'worker', among[one.worker % among.length] ?? 0),
      ...timed(one.span, now),
    }
  })
}

function openingsOf(sketch: Sketch, now: Temporal.Instant): World['openings'] {
  const referred = sketch.restrictions.flatMap(({ subject, opener }) =>
    opener === null ? [] : [{ subject, kind: 'reference' as const, ...opener }],
  )
  return [...sketch.openings, ...referred].map(one => {
    const { startsAt, endsAt } = timed(one.span, now)
    return {
      actorId: workerAt(sketch, one.actor),
      subjectId: personAt(sketch, one.subject),
      kind: one.kind,
      openedAt: startsAt,
      endsAt,
    }
  })
}

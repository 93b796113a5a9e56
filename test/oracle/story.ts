import type { Uuid } from '#platform/ids'
import type { Disagreement } from './compare.ts'
import type { Row, World } from './world.ts'

/** @returns a disagreement in a few lines that a practitioner can judge: who, what, both answers, and every fact left in the world about either. */
export function storyOf(world: World, { workerId, row, verb, oracle, database }: Disagreement): string {
  const about = relevantPeople(world, row)
  const kind = row.isConfidential === true ? 'confidential ' : ''
  return [
    `${world.isPast ? 'In the known-at views, at' : 'At'} ${world.now} the oracle ${oracle ? 'allows' : 'refuses'} what the database ${database ? 'allows' : 'refuses'}:`,
    `  worker ${workerId} to ${verb} the ${kind}${row.table} ${row.id} about ${row.personIds.join(', ') || 'nobody'}${familyOf(row)}`,
    ...marksOf(row),
    ...(row.authorId === undefined ? [] : [`  written by ${row.authorId}`]),
    ...workerLines(world, workerId),
    ...peopleLines(world, workerId, about),
    ...world.partnerNotices.filter(one => one.id === row.noticeId).map(one => `  notice: ${tell(one)}`),
    ...world.attendances.filter(one => one.id === row.attendanceId).map(one => `  visit: ${tell(one)}`),
  ].join('\n')
}

/** What else of the row decides. */
function marksOf(row: Row): readonly string[] {
  const { isClosed, isOfPlan, isMatched, aboutId, alsoAboutId, contactId, teamId, noticeKind } = row
  const { isSensitive, isAwaited, writerId, originatorId, workerId } = row
  return Object.entries({
    isClosed,
    isOfPlan,
    isMatched,
    aboutId,
    alsoAboutId,
    contactId,
    teamId,
    noticeKind,
    isSensitive,
    isAwaited,
    writerId,
    originatorId,
    workerId,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} ${value}`)
}

function familyOf({ familyId, role }: Row): string {
  return familyId === undefined ? '' : `, ${role ?? ''} of family ${familyId}`
}

/** The people of the row and everyone who was ever in a family with one of them, or in the family that the row names. */
function relevantPeople(world: World, { personIds, familyId }: Row): readonly Uuid[] {
  const families = world.familyMembers
    .filter(one => personIds.includes(one.personId))
    .map(one => one.familyId)
  const relatives = world.familyMembers
    .filter(one => families.includes(one.familyId) || one.familyId === familyId)
    .map(one => one.personId)
  return [...personIds, ...relatives].filter((id, at, all) => all.indexOf(id) === at)
}

function workerLines(world: World, workerId: Uuid): readonly string[] {
  const worker = world.workers.find(one => one.id === workerId)
  const posts = world.posts.filter(one => one.workerId === workerId)
  return [
    `  worker: ${tell(worker)}`,
    ...posts.map(one => `  post: ${tell(one)}`),
    ...world.teams
      .filter(team => posts.some(one => one.teamId === team.id || one.areaId === team.areaId))
      .map(one => `  team: ${tell(one)}`),
    ...world.shifts.filter(one => one.workerId === workerId).map(one => `  shift: ${tell(one)}`),
  ]
}

function peopleLines(world: World, workerId: Uuid, about: readonly Uuid[]): readonly string[] {
  const known = (id: Uuid) => about.includes(id)
  const families = new Set(world.familyMembers.filter(one => known(one.personId)).map(one => one.familyId))
  return [
    ...world.people
      .filter(one => known(one.id) && one.createdBy === workerId)
      .map(one => `  person: ${tell(one)}`),
    ...world.familyMembers.filter(one => known(one.personId)).map(one => `  family_member: ${tell(one)}`),
    ...world.allocations.filter(one => known(one.personId)).map(one => `  allocation: ${tell(one)}`),
    ...world.strands
      .filter(one => known(one.personId) || families.has(one.familyId))
      .map(one => `  strand: ${tell(one)}`),
    ...world.involvements
      .filter(one => known(one.personId) && one.workerId === workerId)
      .map(one => `  involvement: ${tell(one)}`),
    ...world.openings
      .filter(one => known(one.subjectId) && one.actorId === workerId)
      .map(one => `  opening: ${tell(one)}`),
    ...world.restrictions.filter(one => known(one.subjectId)).map(one => `  restriction: ${tell(one)}`),
    ...world.conflicts
      .filter(one => known(one.personId) && one.workerId === workerId)
      .map(one => `  conflict: ${tell(one)}`),
    ...world.meetings.filter(one => one.personIds.some(known)).map(one => `  meeting: ${tell(one)}`),
    ...world.walls.filter(one => one.protectedIds.some(known)).map(one => `  wall: ${tell(one)}`),
    ...world.contacts.filter(one => one.personIds.some(known)).map(one => `  contact: ${tell(one)}`),
    ...world.transfers.filter(one => known(one.personId)).map(one => `  transfer: ${tell(one)}`),
  ]
}

function tell(fact: object | undefined): string {
  if (fact === undefined) return 'nobody of this world'
  return Object.entries(fact)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? `[${value.map(told).join(', ')}]` : value}`)
    .join(', ')
}

/** An id of a list, or a fact within a fact: whom a meeting asks. */
function told(value: unknown): string {
  return typeof value === 'object' && value !== null ? `(${tell(value)})` : String(value)
}

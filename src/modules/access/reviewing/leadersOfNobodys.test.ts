import { beforeAll, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { conflictsOf, declareConflict, openingsToReview, remindOfReviews } from '../index.ts'

const record = await testRecord()
const { makers } = record
const long = Temporal.Now.instant().subtract({ hours: 24 * 8 })
let [dutyManager, opener, elsewhere, above, director]: Actor[] = []
let child: Uuid
let dutyArea: Uuid
const as = (actor: Actor | undefined) => actor as Actor

/** Opens the record of whom nobody holds, eight days ago; nobody has reviewed it. */
async function lateOpening(actor = opener, subjectId = child): Promise<Uuid> {
  const id = await makers.opening({ actorId: as(actor).id, subjectId })
  await makers.openedAt(id, long)
  return id
}

/** Who of these is told that the review is late, and may do it. */
async function reviewersOf(id: Uuid, ...people: readonly (Actor | undefined)[]): Promise<Actor[]> {
  await record.as(serviceActor('clockkeeper'), remindOfReviews)
  const told: Actor[] = []
  for (const person of people.map(as)) {
    const { isTold, mayReview } = await record.as(person, async work => {
      const db = work.db<{ 'app.notice': { kind: string; path: string } }>()
      const notices = await db
        .selectFrom('app.notice')
        .select('kind')
        .where('path', '=', `/openings/${id}`)
        .execute()
      const open = await openingsToReview(work, long)
      return {
        isTold: notices.some(({ kind }) => kind === 'review_late'),
        mayReview: open.some(one => one.id === id),
      }
    })
    expect(isTold).toBe(mayReview)
    if (isTold) told.push(person)
  }
  return told
}

beforeAll(async () => {
  dutyArea = await makers.area()
  const people = []
  for (let count = 0; count < 4; count += 1) people.push(await makers.worker())
  ;[dutyManager, opener, elsewhere, above] = people
  director = await makers.worker({ class: 'director' })
  const team = await makers.team({ areaId: dutyArea, kind: 'front_door' })
  await makers.post({ workerId: as(dutyManager).id, teamId: team, role: 'duty_manager' })
  child = await makers.person()
})

test('with no service leader in post a late review climbs to the directors', async () => {
  expect(await reviewersOf(await lateOpening(), dutyManager, director, elsewhere)).toEqual([
    dutyManager,
    director,
  ])
})

test('where nobody leads the area of the duty teams, it climbs to every service leader', async () => {
  await makers.post({ workerId: as(elsewhere).id, areaId: await makers.area(), role: 'service_leader' })
  expect(await reviewersOf(await lateOpening(), dutyManager, director, elsewhere)).toEqual([
    dutyManager,
    elsewhere,
  ])
})

test('it climbs to the service leader over the duty managers, and to nobody for their own opening', async () => {
  await makers.post({ workerId: as(above).id, areaId: dutyArea, role: 'service_leader' })
  const id = await lateOpening()
  expect(await reviewersOf(id, dutyManager, director, elsewhere, above)).toEqual([dutyManager, above])
  expect(await reviewersOf(await lateOpening(above), dutyManager, above)).toEqual([dutyManager])
})

test('a child whom somebody holds stays with the leader of that area, a restricted one with the list', async () => {
  const areaId = await makers.area()
  const [leader, manager] = [await makers.worker(), await makers.worker()]
  const teamId = await makers.team({ areaId })
  await makers.post({ workerId: leader.id, areaId, role: 'service_leader' })
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const held = await makers.person()
  await makers.allocation({ personId: held, teamId, workerId: manager.id })
  const id = await lateOpening(opener, held)
  expect(await reviewersOf(id, dutyManager, director, elsewhere, above, leader)).toEqual([leader])
  const sealed = await makers.person()
  const member = await makers.worker()
  await makers.restriction({ subjectId: sealed, members: [member.id] })
  const kept = await lateOpening(opener, sealed)
  expect(await reviewersOf(kept, dutyManager, director, elsewhere, above, member)).toEqual([member])
})

test('whom a conflict of interest bars stays with whoever is on duty', async () => {
  await record.as(as(opener), work =>
    declareConflict(work, {
      personId: child,
      workerId: as(opener).id,
      kind: 'friend_or_neighbour',
      remark: null,
    }),
  )
  const known = (actor: Actor | undefined) => record.as(as(actor), work => conflictsOf(work, child))
  expect(await known(dutyManager)).toHaveLength(1)
  expect(await known(above)).toEqual([])
})

import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import {
  conflictsOf,
  declareConflict,
  endConflict,
  openingsToReview,
  openingToReview,
  openWithReason,
  ownOpenings,
  remindOfReviews,
  reviewOpening,
} from '../index.ts'

const record = await testRecord()
const { makers } = record
let [manager, leader, lead, opener, outsider]: Actor[] = []
let child: Uuid
let teamId: Uuid
const start = Temporal.Now.instant().subtract({ hours: 24 })
const as = (actor: Actor | undefined) => actor as Actor

beforeAll(async () => {
  const areaId = await makers.area()
  teamId = await makers.team({ areaId })
  const people = []
  for (let count = 0; count < 5; count += 1) people.push(await makers.worker())
  ;[manager, leader, lead, opener, outsider] = people
  await makers.post({ workerId: as(manager).id, teamId, role: 'team_manager' })
  await makers.post({ workerId: as(leader).id, areaId, role: 'service_leader' })
  await makers.post({ workerId: as(outsider).id, teamId: await makers.team(), role: 'team_manager' })
  child = await makers.person()
  await makers.allocation({ personId: child, teamId, workerId: as(lead).id })
})

const toReview = (actor: Actor | undefined) =>
  record.as(as(actor), async work => (await openingsToReview(work, start)).map(one => one.id))
const notices = (actor: Actor | undefined, path: string) =>
  record.as(as(actor), async work => {
    const db = work.db<{ 'app.notice': { kind: string; path: string; worker_id: Uuid } }>()
    const rows = await db.selectFrom('app.notice').select('kind').where('path', '=', path).execute()
    return rows.map(row => row.kind)
  })
const review = (actor: Actor | undefined, openingId: Uuid, finding: 'justified' | 'not_justified') =>
  record.as(as(actor), async work => {
    const opening = await openingToReview(work, openingId)
    return opening === null ? 'not_found' : reviewOpening(work, { opening, finding, remark: 'As I see it' })
  })

describe('a review', () => {
  test('is for those who answer for the case, once, and told to whoever opened', async () => {
    const id = await makers.opening({ actorId: as(opener).id, subjectId: child })
    expect(await toReview(manager)).toContain(id)
    expect(await toReview(leader)).toContain(id)
    for (const actor of [opener, outsider, lead]) {
      expect(await toReview(actor)).toEqual([])
      expect(await review(actor, id, 'justified')).toBe('not_found')
    }
    expect(await review(manager, id, 'not_justified')).toBe('reviewed')
    const opening = await record.as(as(leader), work => openingToReview(work, id))
    expect(opening).toMatchObject({ finding: 'not_justified', reviewedBy: as(manager).id })
    expect(
      await record.as(as(leader), work =>
        reviewOpening(work, {
          opening: opening ?? { id, personId: child },
          finding: 'justified',
          remark: 'No',
        }),
      ),
    ).toBe('reviewed_already')
    expect(await notices(opener, '/openings/mine')).toEqual(['opening_reviewed'])
    expect(await notices(leader, `/openings/${id}`)).toEqual(['opening_not_justified'])
    const [own] = await record.as(as(opener), work => ownOpenings(work, 10))
    expect(own).toMatchObject({ id, finding: 'not_justified', remark: 'As I see it' })
    expect(await record.as(as(outsider), work => ownOpenings(work, 10))).toEqual([])
  })

  test('of a restricted person is its list’s alone, and nobody’s for their own opening', async () => {
    const sealed = await makers.person()
    await makers.allocation({ personId: sealed, teamId, workerId: as(lead).id })
    const member = await makers.worker()
    await makers.restriction({ subjectId: sealed, members: [member.id] })
    const id = await makers.opening({ actorId: as(opener).id, subjectId: sealed, kind: 'reference' })
    for (const actor of [manager, leader, opener]) expect(await toReview(actor)).not.toContain(id)
    expect(await toReview(member)).toEqual([id])
    const own = await makers.opening({ actorId: as(manager).id, subjectId: child })
    expect(await toReview(manager)).not.toContain(own)
    expect(await toReview(leader)).toContain(own)
  })

  test('is due on the next working day; who answers is reminded once, and of a late one the leader too', async () => {
    const fresh = await makers.opening({ actorId: as(opener).id, subjectId: child })
    const old = await makers.opening({ actorId: as(opener).id, subjectId: child })
    await makers.openedAt(old, Temporal.Now.instant().subtract({ hours: 24 * 8 }))
    const remind = () => record.as(serviceActor('clockkeeper'), remindOfReviews)
    expect(await remind()).toBeGreaterThan(1)
    expect(await notices(manager, `/openings/${old}`)).toEqual(['review_late'])
    expect(await notices(leader, `/openings/${old}`)).toEqual(['review_late'])
    expect(await notices(manager, `/openings/${fresh}`)).toEqual([])
    expect(await remind()).toBe(0)
  })
})

describe('a conflict of interest', () => {
  const declare = (actor: Actor | undefined, workerId: Uuid, personId: Uuid) =>
    record.as(as(actor), work =>
      declareConflict(work, { personId, workerId, kind: 'friend_or_neighbour', remark: null }),
    )
  const sees = (actor: Actor | undefined) =>
    record.as(as(actor), async work => {
      const db = work.db<{ person: { id: Uuid } }>()
      return (await db.selectFrom('person').select('id').where('id', '=', child).execute()).length === 1
    })

  test('closes the record whatever opens it, until a manager ends it', async () => {
    expect(await sees(lead)).toBe(true)
    expect(await declare(lead, as(lead).id, child)).toBe('declared')
    expect(await sees(lead)).toBe(false)
    const reason = 'Her school has telephoned about her'
    const opened = await record.as(as(lead), work =>
      openWithReason(work, { personId: child, code: 'other', reason }),
    )
    expect(opened).toEqual({ outcome: 'not_found' })
    expect(await notices(manager, `/people/${child}/conflicts`)).toEqual(['conflict_declared'])
    expect(await record.as(as(lead), work => conflictsOf(work, child))).toEqual([])
    const [known] = await record.as(as(manager), work => conflictsOf(work, child))
    if (known === undefined) throw new Error('No conflict is known')
    expect(await record.as(as(leader), work => conflictsOf(work, child))).toEqual([known])
    expect(await record.as(as(outsider), work => conflictsOf(work, child))).toEqual([])
    const end = (actor: Actor | undefined) =>
      record.as(as(actor), work => endConflict(work, { personId: child, conflictId: known.id }))
    expect(await end(lead)).toBe(false)
    expect(await end(outsider)).toBe(false)
    expect(await end(manager)).toBe(true)
    expect(await sees(lead)).toBe(true)
  })

  test('of another is a manager’s to declare, and bars duty and directors too', async () => {
    expect(await declare(outsider, as(lead).id, child)).toBe('not_found')
    expect(await declare(outsider, as(outsider).id, makeUuid())).toBe('not_found')
    const director = await makers.worker({ class: 'director' })
    const duty = await makers.worker({ class: 'duty' })
    const now = Temporal.Now.instant()
    await makers.shift({
      workerId: duty.id,
      startsAt: now.subtract({ hours: 1 }),
      endsAt: now.add({ hours: 1 }),
    })
    for (const actor of [director, duty]) {
      expect(await sees(actor)).toBe(true)
      expect(await declare(manager, actor.id, child)).toBe('declared')
      expect(await sees(actor)).toBe(false)
    }
  })
})

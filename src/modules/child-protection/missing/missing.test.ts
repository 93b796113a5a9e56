import { beforeAll, describe, expect, test } from 'vitest'
import { openWithReason } from '#modules/access'
import { storedClocks } from '#modules/casework'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { missingRoutes } from './missingRoutes.ts'
import { missingNow } from './queries/missingList.ts'
import { missingOf } from './queries/missingOf.ts'
import { missingSection } from './record/missingSection.ts'
import { missingTimeline } from './record/missingTimeline.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const ask = askPage(record.as, missingRoutes)
const now = Temporal.Now.instant()
let teamId: Uuid
let worker: Actor
let manager: Actor

beforeAll(async () => {
  teamId = await makers.team()
  ;[worker, manager] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
})

async function heldChild(): Promise<Uuid> {
  const personId = await makers.person({ given: 'Jory', family: 'Madeup', born: '2011-05-05' })
  await makers.allocation({ personId, teamId, workerId: worker.id })
  return personId
}

function moment(name: string, hoursAgo: number) {
  const at = now.subtract({ minutes: Math.round(hoursAgo * 60) }).toZonedDateTimeISO('Europe/London')
  return {
    [`${name}-day`]: `${at.day}`,
    [`${name}-month`]: `${at.month}`,
    [`${name}-year`]: `${at.year}`,
    [`${name}-time`]: at.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

const report = (hoursAgo: number, more: Record<string, unknown> = {}) => ({
  kind: 'missing',
  ...moment('started', hoursAgo),
  from: 'home',
  seen: 'By his aunt at the bus stop, in a green coat',
  ...moment('reported', hoursAgo - 0.5),
  reportedBy: 'Aunt',
  ...moment('police', hoursAgo - 0.5),
  policeReference: 'MP-77',
  risk: 'medium',
  riskReasons: 'Alone and without his medicine',
  ...more,
})
const back = (hoursAgo: number) => ({
  ...moment('found', hoursAgo),
  how: 'police',
  where: 'The quarry',
  to: 'home',
})
const send = (personId: Uuid, sent: Record<string, unknown>, actor = worker) =>
  ask(actor, 'POST', '/people/:personId/missing/new', { params: { personId }, sent })
const episodesOf = async (personId: Uuid) =>
  (await record.as(worker, work => missingOf(work, [personId]))).episodes

async function recorded(personId: Uuid, hoursAgo: number, more: Record<string, unknown> = {}): Promise<Uuid> {
  const reply = await send(personId, report(hoursAgo, more))
  const id = reply.kind === 'redirect' ? /missing\/([0-9a-f-]{36})/.exec(reply.location)?.[1] : undefined
  if (id === undefined)
    throw new Error(reply.kind === 'page' ? `${reply.content}`.replaceAll(/<[^>]+>/g, ' ') : reply.kind)
  return id as Uuid
}

const noticesOf = (actor: Actor) =>
  record.as(actor, work =>
    work
      .db<ServiceTables>()
      .selectFrom('app.notice')
      .select(['kind', 'path', 'subject_id'])
      .where('worker_id', '=', actor.id)
      .execute(),
  )

describe('a report', () => {
  test('says what it needs, and keeps what was typed', async () => {
    const personId = await heldChild()
    const page = contentOf(await send(personId, { seen: 'At the quarry' }))
    for (const message of [
      'Enter the day the child went',
      'Select from where the child went',
      'Enter when police were told, or why they were not',
      'Enter why the risk is judged so',
    ])
      expect(page).toContain(message)
    expect(page).toContain('At the quarry')
    expect(await episodesOf(personId)).toEqual([])
  })

  test('is refused in the future and before birth', async () => {
    const personId = await heldChild()
    expect(contentOf(await send(personId, report(-3)))).toContain('must be now or in the past')
    expect(contentOf(await send(personId, report(24 * 365 * 20)))).toContain(
      'on or after the child’s date of birth',
    )
  })

  test('of the same absence is refused, or joined to it in the words it came with', async () => {
    const personId = await heldChild()
    const id = await recorded(personId, 10)
    const second = report(12, { reportedBy: 'School', seen: 'At the gate', riskReasons: 'Upset at noon' })
    const refused = contentOf(await send(personId, second))
    expect(refused).toContain('Is it the same absence?')
    expect(await episodesOf(personId)).toHaveLength(1)
    expect(await send(personId, { ...second, join: id })).toMatchObject({
      kind: 'redirect',
      location: `/people/${personId}/missing/${id}`,
    })
    const [joined] = await episodesOf(personId)
    expect(joined?.startedAt.until(now).total('hours')).toBeCloseTo(12, 1)
    const page = contentOf(
      await ask(worker, 'GET', '/people/:personId/missing/:episodeId', {
        params: { personId, episodeId: id },
      }),
    )
    expect(page).toMatch(/School: At the gate[\s\S]*Upset at noon/)
  })

  test('that two people send at once becomes one absence', async () => {
    const personId = await heldChild()
    const replies = await Promise.all([send(personId, report(5)), send(personId, report(5))])
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['page', 'redirect'])
    expect(await episodesOf(personId)).toHaveLength(1)
  })

  test('of an adult is no report of a missing child', async () => {
    const personId = await makers.person({ born: '1990-01-01' })
    await makers.allocation({ personId, teamId, workerId: worker.id })
    expect(contentOf(await send(personId, report(5)))).toContain('before the 18th birthday')
  })

  test('of a past absence stands before a later one', async () => {
    const personId = await heldChild()
    await recorded(personId, 10)
    await recorded(personId, 100, back(90))
    expect((await episodesOf(personId)).map(({ returned }) => returned !== null)).toEqual([true, false])
    expect(contentOf(await send(personId, report(60, back(5))))).toContain('Is it the same absence?')
  })

  test('tells managers from the third within the authority’s days, and each of a child with a plan', async () => {
    const personId = await heldChild()
    await recorded(personId, 24 * 40, back(24 * 39))
    await recorded(personId, 24 * 20, back(24 * 19))
    expect(await noticesOf(manager)).toEqual([])
    const third = await recorded(personId, 3)
    expect(await noticesOf(manager)).toEqual([
      { kind: 'missing_repeated', path: `/people/${personId}/missing/${third}`, subject_id: personId },
    ])
    const planned = await heldChild()
    await record.as(serviceActor('storyteller'), work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('cp_plan')
        .values({ id: makeUuid(), person_id: planned, started_on: '2025-01-01' })
        .execute(),
    )
    await recorded(planned, 3)
    expect((await noticesOf(manager)).map(({ kind }) => kind)).toEqual([
      'missing_repeated',
      'missing_with_plan',
    ])
  })

  test('asks for a strategy discussion at the third within the authority’s days, until one is planned', async () => {
    const personId = await heldChild()
    const page = async () =>
      contentOf(await ask(worker, 'GET', '/people/:personId/missing', { params: { personId } }))
    await recorded(personId, 24 * 40, back(24 * 39))
    await recorded(personId, 24 * 20, back(24 * 19))
    expect(await page()).not.toContain('strategy discussion')
    await recorded(personId, 3)
    expect(await page()).toContain(`/people/${personId}/meetings/new?kind=strategy`)
    const meetingId = makeUuid()
    const planned = {
      id: meetingId,
      kind: 'strategy',
      person_ids: [personId],
      reason: 'Invented',
      planned_at: now.add({ hours: 24 }).toString(),
      papers_until: '2099-01-01',
    }
    await record.as(serviceActor('storyteller'), async work => {
      const db = work.db<Record<string, Record<string, unknown>>>()
      await db.insertInto('meeting').values(planned).execute()
      await db
        .insertInto('meeting_child')
        .values({ id: makeUuid(), meeting_id: meetingId, person_id: personId })
        .execute()
    })
    expect(await page()).not.toContain('strategy discussion')
  })

  test('is written at night by whoever is on duty and opened the record, and by nobody else', async () => {
    const personId = await makers.person({ born: '2010-01-01' })
    const duty = await makers.worker({ class: 'duty' })
    await makers.shift({
      workerId: duty.id,
      startsAt: now.subtract({ hours: 1 }),
      endsAt: now.add({ hours: 8 }),
    })
    expect(await send(personId, report(3), duty)).toEqual({ kind: 'not_found' })
    await record.as(duty, work =>
      openWithReason(work, { personId, code: 'contact_received', reason: 'Police rang about this child' }),
    )
    expect(await send(personId, report(3), duty)).toMatchObject({ kind: 'redirect' })
    const list = contentOf(await ask(duty, 'GET', '/missing'))
    expect(list).toContain(`/people/${personId}/missing/`)
    expect(contentOf(await ask(await makers.worker(), 'GET', '/missing'))).not.toContain(personId)
  })
})

describe('coming back', () => {
  test('starts 72 hours; offering stops nothing, holding does, each absence by its own return', async () => {
    const personId = await heldChild()
    const first = await recorded(personId, 200, back(190))
    const second = await recorded(personId, 60, back(50))
    const clocks = async () =>
      (await record.as(worker, work => storedClocks(work, [personId])))
        .filter(({ definitionId }) => definitionId === 'RHI')
        .toSorted((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt))
        .map(({ outcome }) => outcome)
    expect(await clocks()).toEqual(['open', 'open'])
    const params = { personId, episodeId: second }
    const url = '/people/:personId/missing/:episodeId/interview'
    const offer = { ...moment('offered', 49), offeredBy: 'Youth service', independent: 'yes', answer: '' }
    expect(await ask(worker, 'POST', url, { params, sent: offer })).toMatchObject({ kind: 'redirect' })
    expect(await clocks()).toEqual(['open', 'open'])
    const held = {
      ...offer,
      answer: 'accepted',
      ...moment('answered', 48),
      ...moment('done', 20),
      doneBy: 'Ash, youth service',
      words: 'I wanted to see my brother',
      push: ['arguments'],
      pull: ['family', 'friends'],
      also: [first],
      version: '1',
    }
    expect(await ask(worker, 'POST', url, { params, sent: { ...held, version: '0' } })).toMatchObject({
      status: 409,
    })
    expect(await ask(worker, 'POST', url, { params, sent: held })).toMatchObject({ kind: 'redirect' })
    expect(await clocks()).toEqual(['late', 'on_time'])
    const months = await ask(worker, 'GET', '/missing', { query: { show: 'months', format: 'csv' } })
    const totals = months.kind === 'csv' ? [...months.rows] : []
    expect(totals).toHaveLength(12)
    const page = contentOf(await ask(worker, 'GET', '/people/:personId/missing', { params: { personId } }))
    expect(page).toMatch(/Held within 72 hours[\s\S]*Held, after 72 hours/)
  })

  test('a refusal in the child’s words ends the wait, and it may be offered again', async () => {
    const personId = await heldChild()
    const episodeId = await recorded(personId, 30, back(20))
    const params = { personId, episodeId }
    const url = '/people/:personId/missing/:episodeId/interview'
    const due = async () => contentOf(await ask(worker, 'GET', '/missing', { query: { show: 'interviews' } }))
    expect(await due()).toContain(episodeId)
    const refused = {
      ...moment('offered', 10),
      offeredBy: 'Ash',
      independent: 'no',
      answer: 'refused',
      ...moment('answered', 9),
      answerWords: 'Leave me alone',
    }
    expect(await ask(worker, 'POST', url, { params, sent: refused })).toMatchObject({ kind: 'redirect' })
    expect(await due()).not.toContain(episodeId)
    const page = contentOf(await ask(worker, 'GET', '/people/:personId/missing/:episodeId', { params }))
    expect(page).toMatch(/Leave me alone[\s\S]*Offer it again/)
    const again = { ...moment('offered', 1), offeredBy: 'Ash', independent: 'yes', answer: '' }
    expect(await ask(worker, 'POST', url, { params, query: { again: 'yes' }, sent: again })).toMatchObject({
      kind: 'redirect',
    })
    expect(await due()).toContain(episodeId)
  })

  test('must follow the going, and a form opened before another was saved is refused with both texts', async () => {
    const personId = await heldChild()
    const episodeId = await recorded(personId, 30)
    const url = '/people/:personId/missing/:episodeId/return'
    const params = { personId, episodeId }
    expect(
      contentOf(await ask(worker, 'POST', url, { params, sent: { ...back(40), version: '1' } })),
    ).toContain('must be after the child went')
    expect(await ask(worker, 'POST', url, { params, sent: { ...back(20), version: '1' } })).toMatchObject({
      kind: 'redirect',
    })
    const stale = await ask(worker, 'POST', url, {
      params,
      sent: { ...back(10), where: 'The harbour', version: '1' },
    })
    expect(stale).toMatchObject({ status: 409 })
    expect(contentOf(stale)).toMatch(/The harbour[\s\S]*The quarry/)
  })

  test('an absence recorded in error is withdrawn with its reason and counts nowhere', async () => {
    const personId = await heldChild()
    const episodeId = await recorded(personId, 30, back(20))
    const params = { personId, episodeId }
    const sent = { reason: 'It was his brother', version: '1' }
    expect(
      await ask(worker, 'POST', '/people/:personId/missing/:episodeId/withdraw', { params, sent }),
    ).toMatchObject({ kind: 'redirect' })
    expect(await episodesOf(personId)).toEqual([])
    const [clock] = await record.as(worker, work => storedClocks(work, [personId]))
    expect(clock?.outcome).toBe('superseded')
    const page = contentOf(await ask(worker, 'GET', '/people/:personId/missing/:episodeId', { params }))
    expect(page).toContain('It was his brother')
  })
})

test('whoever has the summary alone reads of no absence', async () => {
  const personId = await heldChild()
  const episodeId = await recorded(personId, 30)
  const visitor = await makers.worker()
  await makers.involvement({ personId, workerId: visitor.id })
  const params = { personId, episodeId }
  expect(await ask(visitor, 'GET', '/people/:personId/missing', { params })).toEqual({ kind: 'not_found' })
  expect(await ask(visitor, 'GET', '/people/:personId/missing/:episodeId', { params })).toEqual({
    kind: 'not_found',
  })
  expect(await record.as(visitor, work => missingSection.show(work, personId))).toBeNull()
  expect(await record.as(visitor, work => missingTimeline.entries(work, [personId]))).toEqual([])
})

test('a past moment shows the absence as it was known then', async () => {
  const personId = await heldChild()
  const episodeId = await recorded(personId, 30)
  const before = await record.settled()
  const url = '/people/:personId/missing/:episodeId/return'
  await ask(worker, 'POST', url, { params: { personId, episodeId }, sent: { ...back(20), version: '1' } })
  const [then] = (await record.as(worker, work => missingOf(work, [personId]), { knownAt: before })).episodes
  expect(then?.returned).toBeNull()
  expect((await episodesOf(personId))[0]?.returned?.where).toBe('The quarry')
  const list = await record.as(worker, missingNow, { knownAt: before })
  expect(list.some(row => row.episodeId === episodeId)).toBe(true)
})

test('somebody else’s child, a restricted child and nobody answer alike', async () => {
  const personId = await heldChild()
  const episodeId = await recorded(personId, 30)
  const stranger = await makers.worker()
  const asked = (actor: Actor, params: Record<string, string>) =>
    ask(actor, 'GET', '/people/:personId/missing/:episodeId', { params })
  expect(await asked(stranger, { personId, episodeId })).toEqual({ kind: 'not_found' })
  expect(await asked(worker, { personId: await heldChild(), episodeId })).toEqual({ kind: 'not_found' })
  await makers.restriction({ subjectId: personId })
  expect(await asked(worker, { personId, episodeId })).toEqual({ kind: 'not_found' })
  expect(contentOf(await ask(worker, 'GET', '/missing'))).not.toContain(personId)
})

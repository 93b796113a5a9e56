import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { recordVisit } from '../../commands/recordVisit.ts'
import type { CaseworkTables } from '../../tables.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { clockRoute } from '../clock/route.ts'
import { recordPages } from '../recordPages.ts'
import { recordRoutes } from './route.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, [...recordRoutes, clockRoute])
const overview = '/people/:personId'

async function heldChild(): Promise<{ worker: Actor; child: Uuid }> {
  const worker = await makers.worker()
  const child = await makers.person({ given: 'Wren', family: 'Inventley', born: '2019-03-01' })
  await makers.family({ children: [child, await makers.person({ given: 'Lark' })] })
  await makers.allocation({ personId: child, teamId: await makers.team(), workerId: worker.id })
  return { worker, child }
}

const tell = (table: 'clock' | 'alert', values: object) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ ...values })
      .execute(),
  )

describe('the record page', () => {
  test('shows who it is, the alerts, who is involved, the family and why the reader sees it', async () => {
    const { worker, child } = await heldChild()
    const nurse = await makers.worker()
    await makers.involvement({ personId: child, workerId: nurse.id, startedOn: '2024-02-01' })
    await tell('alert', {
      person_id: child,
      kind: 'dog',
      description: 'A loud dog',
      started_on: '2024-01-01',
    })
    const reply = await ask(worker, 'GET', overview, { params: { personId: child } })
    const page = contentOf(reply)
    expect(reply).toMatchObject({ title: 'Child’s record', shown: { resource: 'person_record' } })
    for (const words of [
      'Wren Inventley',
      'Dog in the home',
      'Lead social worker',
      'Health visitor',
      '1 February 2024',
      'Lark',
      'You see this because the case is allocated to you.',
      'Record a visit or note',
    ])
      expect(page).toContain(words)
  })

  test('tells the story from what is recorded', async () => {
    const { worker, child } = await heldChild()
    const told = { wasSeen: true, wasSeenAlone: false, whyNotAlone: 'Asleep', bedroomSeen: true }
    await record.as(worker, work =>
      recordVisit(work, {
        kind: 'visit',
        purpose: 'cin_visit',
        happenedAt: Temporal.Instant.from('2025-06-01T10:00:00Z'),
        place: null,
        outcome: 'held',
        body: 'Wren slept in the pram.',
        children: [{ personId: child, ...told, ownWords: null, observations: null }],
        impact: null,
        nextVisitOn: null,
        corrects: null,
        submission: makeUuid(),
      }),
    )
    const page = contentOf(await ask(worker, 'GET', overview, { params: { personId: child } }))
    expect(page).toContain('Last seen on 1 June 2025; never recorded as seen alone.')
    expect(page).toContain('holds the case since 1 January 2020')
    expect(page).toContain('Wren slept in the pram.')
    expect(page).toContain('not seen alone (Asleep)')
  })

  test('leads a manager of the case, and nobody else, to the workers to whom the record is closed', async () => {
    const { worker, child } = await heldChild()
    const teamId = await makers.team()
    const manager = await makers.worker()
    await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
    await makers.allocation({
      personId: child,
      teamId,
      workerId: (await makers.worker()).id,
      role: 'co_worker',
    })
    const asked = async (actor: Actor) =>
      contentOf(await ask(actor, 'GET', overview, { params: { personId: child } }))
    expect(await asked(manager)).toContain(`/people/${child}/conflicts`)
    expect(await asked(worker)).not.toContain(`/people/${child}/conflicts`)
    expect(await asked(worker)).toContain(`/people/${child}/know`)
  })

  test('leads from each running clock to why it is due', async () => {
    const { worker, child } = await heldChild()
    const id = makeUuid()
    const start = await record.as(worker, work =>
      work.db<CaseworkTables>().selectFrom('allocation').select('id').executeTakeFirstOrThrow(),
    )
    await tell('clock', {
      id,
      person_id: child,
      definition_id: 'REF_DECISION',
      definition_version: 1,
      trigger_kind: 'referral',
      trigger_id: start.id,
      trigger_on: '2025-12-24',
      due_on: '2025-12-29',
      due_at: '2025-12-29T23:59:59.999999Z',
      limit_value: 1,
      limit_unit: 'working_days',
      outcome: 'open',
    })
    const page = contentOf(await ask(worker, 'GET', overview, { params: { personId: child } }))
    expect(page).toContain(`/clocks/${id}`)
    expect(page).toContain('Overdue: ')
    const why = contentOf(await ask(worker, 'GET', '/clocks/:clockId', { params: { clockId: id } }))
    for (const words of [
      '29 December 2025',
      '1 working day',
      'How it was counted',
      'Where the rule comes from',
    ])
      expect(why).toContain(words)
    const stranger = await makers.worker()
    expect(await ask(stranger, 'GET', '/clocks/:clockId', { params: { clockId: id } })).toEqual({
      kind: 'not_found',
    })
  })

  test('is shown as it was known at a past moment', async () => {
    const { worker, child } = await heldChild()
    const knownAt = await record.settled()
    const alert = { person_id: child, kind: 'dog', description: 'A loud dog', started_on: '2024-01-01' }
    await tell('alert', alert)
    const askThen = askPage((actor, fn) => record.as(actor, fn, { knownAt }), recordPages)
    const params = { personId: child }
    for (const url of [
      overview,
      '/people/:personId/notes',
      '/people/:personId/chronology',
      '/people/:personId/tasks',
    ]) {
      const page = contentOf(await askThen(worker, 'GET', url, { params }))
      expect(page).toContain('Wren Inventley')
      expect(page).not.toContain('Dog in the home')
    }
    expect(contentOf(await ask(worker, 'GET', overview, { params }))).toContain('Dog in the home')
  })

  test('is the same nothing for hidden and absent people', async () => {
    const { child } = await heldChild()
    const stranger = await makers.worker()
    for (const personId of [child, makeUuid(), 'not-an-id'])
      expect(await ask(stranger, 'GET', overview, { params: { personId } })).toEqual({ kind: 'not_found' })
  })

  test('shows a director who is involved, not the record, and how to open it', async () => {
    const { child } = await heldChild()
    const director = await makers.worker({ class: 'director' })
    const page = contentOf(await ask(director, 'GET', overview, { params: { personId: child } }))
    expect(page).toContain('Lead social worker')
    expect(page).toContain(`/people/${child}/open`)
    expect(page).not.toContain('Latest visits and notes')
  })
})

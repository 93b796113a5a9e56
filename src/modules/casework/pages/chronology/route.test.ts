import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { recordVisit } from '../../commands/recordVisit.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, recordPages)
const url = '/people/:personId/chronology'

async function heldFamily(): Promise<{ worker: Actor; first: Uuid; second: Uuid }> {
  const worker = await makers.worker()
  const { children } = await makers.family({ children: 2 })
  const [first, second] = children
  if (!first || !second) throw new Error('The family has two children')
  await makers.allocation({
    personId: first,
    teamId: await makers.team(),
    workerId: worker.id,
    startedOn: '2021-02-03',
  })
  return { worker, first, second }
}

async function visited(
  worker: Actor,
  personIds: readonly Uuid[],
  impact: string | null,
  corrects: Uuid | null = null,
) {
  const told = { wasSeen: true, wasSeenAlone: true, whyNotAlone: null, bedroomSeen: null }
  const recorded = await record.as(worker, work =>
    recordVisit(work, {
      kind: 'visit',
      purpose: 'cp_visit',
      happenedAt: Temporal.Instant.from('2024-06-01T10:00:00Z'),
      place: null,
      outcome: 'held',
      body: 'We counted snails.',
      children: personIds.map(personId => ({
        personId,
        ...told,
        ownWords: 'Ten snails',
        observations: null,
      })),
      impact,
      nextVisitOn: null,
      corrects: corrects && { noteId: corrects, reason: 'It was on the other side of the road' },
      submission: makeUuid(),
    }),
  )
  if (recorded.outcome === 'refused') throw new Error(JSON.stringify(recorded.refusals))
  return recorded.noteId
}

describe('the chronology', () => {
  test('shows significant entries, and every note on request', async () => {
    const { worker, first } = await heldFamily()
    const params = { personId: first }
    const noteId = await visited(worker, [first], null)
    const short = contentOf(await ask(worker, 'GET', url, { params }))
    expect(short).toContain('Allocated to')
    expect(short).not.toContain('Child protection visit')
    expect(contentOf(await ask(worker, 'GET', url, { params, query: { full: 'yes' } }))).toContain(
      'Child protection visit',
    )
    const mark = { params: { noteId }, sent: { impact: 'He trusts the visits now' } }
    expect(await ask(worker, 'POST', '/notes/:noteId/significant', mark)).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await ask(worker, 'GET', url, { params }))).toContain('He trusts the visits now')
    expect(contentOf(await ask(worker, 'POST', '/notes/:noteId/significant', mark))).toContain(
      'in the short chronology already',
    )
  })

  test('shows one line for the family where one event concerns several children', async () => {
    const { worker, first, second } = await heldFamily()
    await visited(worker, [first, second], 'Both slept well')
    const query = { of: 'family', year: '2024' }
    const page = contentOf(await ask(worker, 'GET', url, { params: { personId: first }, query }))
    expect(page.split('Both slept well')).toHaveLength(2)
    expect(page).not.toContain('Allocated to')
  })

  test('is downloaded oldest first', async () => {
    const { worker, first } = await heldFamily()
    await visited(worker, [first], 'Slept well')
    const reply = await ask(worker, 'GET', url, { params: { personId: first }, query: { format: 'csv' } })
    if (reply.kind !== 'csv') throw new Error('Not a CSV')
    expect([...reply.rows].map(row => String(row[0]))).toEqual(['2021-02-03', '2024-06-01'])
    expect(reply.shown).toMatchObject({ action: 'export', subjectIds: [first] })
  })

  test('takes a significant event for two children, and refuses one of tomorrow', async () => {
    const { worker, first, second } = await heldFamily()
    const params = { personId: first }
    const sent = {
      about: [first, second],
      'on-day': '4',
      'on-month': '5',
      'on-year': '2023',
      description: 'Began school',
    }
    const add = '/people/:personId/events/new'
    expect(await ask(worker, 'POST', add, { params, sent })).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await ask(worker, 'GET', url, { params: { personId: second } }))).toContain(
      'Began school',
    )
    const late = contentOf(await ask(worker, 'POST', add, { params, sent: { ...sent, 'on-year': '2199' } }))
    expect(late).toContain('Date must be today or in the past')
  })
})

describe('a note', () => {
  test('stays beside its correction, struck through, and leaves the chronology', async () => {
    const { worker, first } = await heldFamily()
    const earlier = await visited(worker, [first], 'Slept well')
    const later = await visited(worker, [first], null, earlier)
    const page = contentOf(await ask(worker, 'GET', '/notes/:noteId', { params: { noteId: earlier } }))
    expect(page).toContain('<s>Child protection visit</s>')
    expect(page).toContain(`/notes/${later}`)
    const correction = contentOf(await ask(worker, 'GET', '/notes/:noteId', { params: { noteId: later } }))
    expect(correction).toContain('It was on the other side of the road')
    expect(correction).toContain(`/people/${first}/visits/new?corrects=${later}`)
    expect(contentOf(await ask(worker, 'GET', url, { params: { personId: first } }))).not.toContain(
      'Slept well',
    )
    const list = contentOf(
      await ask(worker, 'GET', '/people/:personId/notes', { params: { personId: first } }),
    )
    expect(list).toContain('(corrected)')
    expect(list).toContain('Ten snails')
  })

  test('is nothing to a stranger', async () => {
    const { worker, first } = await heldFamily()
    const noteId = await visited(worker, [first], null)
    const stranger = await makers.worker()
    for (const id of [noteId, makeUuid()])
      expect(await ask(stranger, 'GET', '/notes/:noteId', { params: { noteId: id } })).toEqual({
        kind: 'not_found',
      })
  })
})

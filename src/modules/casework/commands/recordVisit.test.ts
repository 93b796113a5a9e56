import { describe, expect, test } from 'vitest'
import type { Actor, ServiceTables } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import type { ChildOfVisit, Visit } from '../rules/visit.ts'
import type { CaseworkTables } from '../tables.ts'
import { recordVisit } from './recordVisit.ts'

const record = await testRecord()
const { makers } = record

const child = (personId: Uuid, seen: Partial<ChildOfVisit> = {}): ChildOfVisit => ({
  personId,
  wasSeen: true,
  wasSeenAlone: true,
  whyNotAlone: null,
  bedroomSeen: null,
  ownWords: null,
  observations: null,
  ...seen,
})
const visitTo = (children: readonly ChildOfVisit[], changes: Partial<Visit> = {}): Visit => ({
  kind: 'visit',
  purpose: 'cp_visit',
  happenedAt: Temporal.Now.instant().subtract({ hours: 1 }),
  place: 'Home',
  outcome: 'held',
  body: 'The children showed me their den.',
  children,
  impact: null,
  nextVisitOn: null,
  corrects: null,
  submission: makeUuid(),
  ...changes,
})

async function heldFamily(): Promise<{ worker: Actor; children: readonly Uuid[] }> {
  const worker = await makers.worker()
  const teamId = await makers.team()
  const { children } = await makers.family({ children: 3, adults: 1 })
  const [first] = children
  if (!first) throw new Error('The family has three children')
  await makers.allocation({ personId: first, teamId, workerId: worker.id })
  return { worker, children }
}

const write = (actor: Actor, visit: Visit) => record.as(actor, work => recordVisit(work, visit))
const rows = <T>(actor: Actor, ask: (db: ReturnType<typeof tablesOf>) => Promise<T>) =>
  record.as(actor, work => ask(tablesOf(work)))
const tablesOf = (work: Parameters<Parameters<typeof record.as>[1]>[0]) =>
  work.db<CaseworkTables & ServiceTables>()
async function noteOf(actor: Actor, visit: Visit): Promise<Uuid> {
  const written = await write(actor, visit)
  if (written.outcome !== 'recorded') throw new Error(JSON.stringify(written.refusals))
  return written.noteId
}

describe('recordVisit', () => {
  test('writes one note for three children, with each one, the chronology and the next visit', async () => {
    const { worker, children } = await heldFamily()
    const nextVisitOn = londonDate(Temporal.Now.instant()).add({ days: 7 })
    const visit = visitTo(
      children.map(id => child(id)),
      { impact: 'They feel safer since the lock was mended', nextVisitOn },
    )
    const noteId = await noteOf(worker, visit)
    const [note] = await rows(worker, db =>
      db
        .selectFrom('note')
        .select(['person_ids', 'family_id', 'author_id'])
        .where('id', '=', noteId)
        .execute(),
    )
    expect(note?.person_ids).toEqual([...children])
    expect(note?.author_id).toBe(worker.id)
    expect(note?.family_id).not.toBeNull()
    const told = await rows(worker, db =>
      db
        .selectFrom('note_person')
        .select(['person_id', 'kind', 'outcome', 'was_seen_alone'])
        .where('note_id', '=', noteId)
        .execute(),
    )
    expect(told.map(row => [row.kind, row.outcome, row.was_seen_alone])).toEqual(
      Array(3).fill(['visit', 'held', true]),
    )
    const events = await rows(worker, db =>
      db
        .selectFrom('significant_event')
        .select(['person_id', 'description'])
        .where('note_id', '=', noteId)
        .execute(),
    )
    expect(events.map(event => event.description)).toEqual(Array(3).fill('Child protection visit'))
    const tasks = await rows(worker, db =>
      db.selectFrom('task').select('due_on').where('worker_id', '=', worker.id).execute(),
    )
    expect(tasks.map(task => task.due_on?.toString())).toEqual([nextVisitOn.toString()])
  })

  test('keeps one note of a form that is sent twice, at once or later', async () => {
    const { worker, children } = await heldFamily()
    const visit = visitTo(children.map(id => child(id)))
    const [one, other] = await Promise.all([noteOf(worker, visit), noteOf(worker, visit)])
    expect(other).toBe(one)
    expect(await noteOf(worker, visit)).toBe(one)
    const written = await rows(worker, db =>
      db.selectFrom('note_person').select('id').where('person_id', 'in', children).execute(),
    )
    expect(written).toHaveLength(3)
  })

  test('refuses the whole visit when one child is not the worker’s to write about', async () => {
    const { worker, children } = await heldFamily()
    const stranger = await makers.person()
    const visit = visitTo([...children, stranger].map(id => child(id)))
    expect(await write(worker, visit)).toEqual({
      outcome: 'refused',
      refusals: [{ refusal: 'may_not_write', personId: stranger }],
    })
    expect(await rows(worker, db => db.selectFrom('note').select('id').execute())).toEqual([])
  })

  test.each([
    ['no_child', () => ({ children: [] })],
    ['in_future', () => ({ happenedAt: Temporal.Now.instant().add({ minutes: 2 }) })],
    ['before_birth', () => ({ happenedAt: Temporal.Instant.from('2018-05-04T12:00:00Z') })],
    ['seen_without_access', () => ({ outcome: 'no_access' as const })],
    ['empty', () => ({ body: '  ' })],
    ['too_long', () => ({ body: 'x'.repeat(100_001) })],
    ['next_visit_past', () => ({ nextVisitOn: Temporal.PlainDate.from('2020-01-01') })],
  ])('refuses %s', async (refusal, changes) => {
    const { worker, children } = await heldFamily()
    const answer = await write(
      worker,
      visitTo(
        children.slice(0, 1).map(id => child(id)),
        changes(),
      ),
    )
    expect(answer.outcome === 'refused' && answer.refusals.map(one => one.refusal)).toEqual([refusal])
  })

  test('takes a narrative of a hundred thousand characters', async () => {
    const { worker, children } = await heldFamily()
    const body = 'æ'.repeat(100_000)
    const noteId = await noteOf(
      worker,
      visitTo(
        children.map(id => child(id)),
        { body },
      ),
    )
    const note = await rows(worker, db =>
      db.selectFrom('note').select('body').where('id', '=', noteId).executeTakeFirstOrThrow(),
    )
    expect(note.body).toBe(body)
  })

  test('corrects by a new note, once, and withdraws the child who was not there', async () => {
    const { worker, children } = await heldFamily()
    const [first, second] = children
    if (!first || !second) throw new Error('The family has three children')
    const noteId = await noteOf(worker, visitTo([child(first), child(second)]))
    const corrects = { noteId, reason: 'The younger one was at school' }
    const later = await noteOf(worker, visitTo([child(first)], { corrects }))
    const told = await rows(worker, db =>
      db
        .selectFrom('note_person')
        .select(['person_id', 'outcome', 'was_seen', 'corrects_note_id'])
        .where('note_id', '=', later)
        .execute(),
    )
    expect(
      new Map(told.map(row => [row.person_id, [row.outcome, row.was_seen, row.corrects_note_id]])),
    ).toEqual(
      new Map([
        [first, ['held', true, noteId]],
        [second, ['withdrawn', null, noteId]],
      ]),
    )
    expect(await write(worker, visitTo([child(first)], { corrects }))).toEqual({
      outcome: 'refused',
      refusals: [{ refusal: 'already_corrected', by: later }],
    })
  })
})

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { chronologyOf } from '#modules/casework'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { joinRecords } from '../../people/merging/testing/joinRecords.ts'
import type { ChildProtectionTables } from '../tables.ts'
import { legalAdviceRoutes } from './index.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const ask = askPage(record.as, legalAdviceRoutes)
const today = Temporal.Now.plainDateISO('Europe/London')
const dated = { 'given-day': `${today.day}`, 'given-month': `${today.month}`, 'given-year': `${today.year}` }
const notFound = { kind: 'not_found' }
let [author, manager, lawyer, second, director, stranger]: Actor[] = []
let teamId: Uuid
const as = (actor: Actor | undefined) => actor as Actor

beforeAll(async () => {
  teamId = await makers.team()
  ;[author, manager, lawyer, second] = [
    await makers.worker(),
    await makers.worker(),
    await makers.worker(),
    await makers.worker(),
  ]
  director = await makers.worker({ class: 'director' })
  stranger = await makers.worker()
  for (const one of [manager, second])
    await makers.post({ workerId: as(one).id, teamId, role: 'team_manager' })
})

async function child(born = '2018-05-05'): Promise<Uuid> {
  const personId = await makers.person({ born })
  await makers.allocation({ personId, teamId, workerId: as(author).id })
  return personId
}

async function advised(personId: Uuid): Promise<Uuid> {
  const sent = {
    children: [personId],
    matter: 'Threshold',
    by: 'Counsel Madeup',
    ...dated,
    advice: 'Wait for the report',
  }
  const reply = await ask(as(author), 'POST', '/people/:personId/legal-advice/new', {
    params: { personId },
    sent,
  })
  if (reply.kind !== 'redirect') throw new Error(JSON.stringify(reply))
  return (reply.location.split('/').at(-1) ?? '') as Uuid
}

const open = (actor: Actor | undefined, adviceId: Uuid) =>
  ask(as(actor), 'GET', '/legal-advice/:adviceId', { params: { adviceId } })
const change = (
  actor: Actor | undefined,
  adviceId: Uuid,
  how: 'add' | 'remove',
  who: Actor | undefined,
  version: number,
) =>
  ask(as(actor), 'POST', '/legal-advice/:adviceId/readers', {
    params: { adviceId },
    sent: { change: how, worker: as(who).id, version: String(version) },
  })
const rows = (actor: Actor | undefined, table: 'record' | 'history' = 'record') =>
  record.as(as(actor), async work => {
    const found = await sql<{ id: Uuid }>`select id from ${sql.table(`${table}.legal_advice`)}`.execute(
      work.db(),
    )
    return found.rows.map(({ id }) => id)
  })

describe('legal advice', () => {
  test('is its author’s alone until they add somebody: managers and directors of the child find nothing', async () => {
    const id = await advised(await child())
    expect(contentOf(await open(author, id))).toContain('Wait for the report')
    for (const one of [manager, lawyer, stranger]) expect(await open(one, id)).toEqual(notFound)
    expect(await open(author, makeUuid())).toEqual(notFound)
    expect(await rows(director)).toEqual([])
    expect(await rows(manager)).not.toContain(id)
    expect(contentOf(await ask(as(manager), 'GET', '/legal-advice'))).toContain('There is none')
  })

  test('is given on by a reader, never to oneself or to whom is no practitioner, and taken away again with its past', async () => {
    const id = await advised(await child())
    expect(await change(lawyer, id, 'add', lawyer, 1)).toEqual(notFound)
    expect(await change(author, id, 'add', director, 1)).toMatchObject({ status: 422 })
    expect(await change(author, id, 'add', lawyer, 1)).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await open(lawyer, id))).toContain('outside your work')
    expect(await change(author, id, 'add', manager, 1)).toMatchObject({ status: 409 })
    expect(await change(lawyer, id, 'remove', lawyer, 2)).toMatchObject({ status: 422 })
    expect(await change(lawyer, id, 'remove', author, 2)).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await open(author, id))).toContain('who recorded it')
    expect(await change(author, id, 'add', author, 3)).toMatchObject({ status: 422 })
    expect(await change(lawyer, id, 'add', second, 3)).toMatchObject({ kind: 'redirect' })
    expect(await change(second, id, 'remove', lawyer, 4)).toMatchObject({ kind: 'redirect' })
    expect(await open(lawyer, id)).toEqual(notFound)
    expect(await rows(lawyer, 'history')).toEqual([])
    expect((await rows(second, 'history')).length).toBeGreaterThan(0)
  })

  test('never changes its words, and keeps one reader, whatever a page does', async () => {
    const id = await advised(await child())
    const set = (columns: Record<string, unknown>) =>
      record.as(as(author), work =>
        work
          .db<Record<string, Record<string, unknown>>>()
          .updateTable('legal_advice')
          .set(columns)
          .where('id', '=', id)
          .execute(),
      )
    await expect(set({ advice: 'Something else' })).rejects.toThrow()
    await expect(set({ reader_ids: [] })).rejects.toThrow()
    await expect(set({ reader_ids: [as(lawyer).id] })).rejects.toThrow()
  })

  test('is not written by who does not write the record, nor in another’s name', async () => {
    const personId = await child()
    expect(
      await ask(as(stranger), 'GET', '/people/:personId/legal-advice/new', { params: { personId } }),
    ).toEqual(notFound)
    const opened = await makers.worker()
    const row = { person_ids: [personId], matter: 'x', advice: 'x', given_by: 'x', given_on: today }
    const insert = (actor: Actor, more: { author_id: Uuid; reader_ids: Uuid[] }) =>
      record.as(actor, work =>
        work
          .db<ChildProtectionTables>()
          .insertInto('legal_advice')
          .values({ ...row, ...more })
          .execute(),
      )
    await expect(insert(opened, { author_id: opened.id, reader_ids: [opened.id] })).rejects.toThrow()
    const inAnothers = { author_id: as(manager).id, reader_ids: [as(author).id] }
    await expect(insert(as(author), inAnothers)).rejects.toThrow()
  })

  test('is hidden by a list and by a conflict from author and readers too', async () => {
    const personId = await child()
    const id = await advised(personId)
    await change(author, id, 'add', lawyer, 1)
    await makers.restriction({ subjectId: personId, members: [as(lawyer).id] })
    expect(await open(author, id)).toEqual(notFound)
    expect(contentOf(await open(lawyer, id))).toContain('Threshold')
  })

  test('is in no chronology and in no audit of who has looked at the child', async () => {
    const personId = await child()
    await advised(personId)
    const { lines } = await record.as(as(author), work => chronologyOf(work, [personId], { isFull: true }))
    expect(JSON.stringify(lines)).not.toContain('Threshold')
    const seen = await record.as(serviceActor('verifier'), work =>
      sql<{
        resource: string
      }>`select resource from audit.entry where ${personId} = any (subject_ids)`.execute(work.db()),
    )
    expect(seen.rows.map(({ resource }) => resource)).not.toContain('legal_advice')
  })

  test('follows the child through a merge, is told of to its readers alone, and is read by nobody more', async () => {
    const other = await child()
    const one = await makers.person({ born: '2018-05-05' })
    await makers.allocation({ personId: one, teamId })
    const id = await advised(other)
    const merged = await joinRecords(record, { asker: as(manager), manager: as(second), one, other })
    expect(merged.outcome).toBe('merged')
    await makers.allocation({ personId: one, teamId })
    const lines = (actor: Actor) =>
      record.as(actor, async work => {
        const told = sql<{
          table_name: string
        }>`select table_name from record.merge_row where merge_id = ${merged.id}`
        return (await told.execute(work.db())).rows.map(row => row.table_name)
      })
    expect(await lines(as(manager))).not.toContain('legal_advice')
    expect(await lines(as(manager))).not.toEqual([])
    expect(await lines(serviceActor('verifier'))).toContain('legal_advice')
    expect(await open(manager, id)).toEqual(notFound)
    expect(await open(second, id)).toEqual(notFound)
    const listed = await ask(as(author), 'GET', '/legal-advice', { query: { child: one } })
    expect(contentOf(listed)).toContain('Threshold')
  })
})

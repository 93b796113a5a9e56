import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Reply, Route } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { seal } from '../jobs/seal.ts'
import { looksAtRecord } from '../queries/looksAtRecord.ts'
import type { AuditTables } from '../tables.ts'
import { verifyAudit } from '../verification/verifyAudit.ts'
import { looksRoute } from './looks/route.ts'
import { overviewRoute } from './overview/route.ts'

const record = await testRecord()
const { makers } = record
let holder: Actor
let nurse: Actor
let director: Actor
let child: Uuid

beforeAll(async () => {
  holder = await makers.worker()
  nurse = await makers.worker()
  director = await makers.worker({ class: 'director' })
  child = await makers.person({ given: 'Marigold', family: 'Invently' })
  await makers.allocation({ personId: child, teamId: await makers.team(), workerId: holder.id })
  await makers.involvement({ personId: child, workerId: nurse.id })
  for (let n = 0; n < 120; n += 1) await look(holder, 'chronology')
})

const look = (actor: Actor, resource: string) =>
  record.as(actor, work =>
    work
      .db<AuditTables>()
      .insertInto('audit.entry')
      .values({
        actor_id: actor.id,
        action: 'read',
        resource,
        subject_ids: [child],
        relationship: 'allocation',
      })
      .execute(),
  )

/** A route as the server would call it, its query parsed by its own schema. */
const visit = (
  actor: Actor,
  route: Route,
  personId: string,
  query: Record<string, string> = {},
): Promise<Reply> =>
  record.as(actor, work =>
    route.handle({
      work,
      me: { id: actor.id, class: 'practitioner', name: 'Worker Madeup' },
      params: { personId },
      query: route.query?.parse(query),
      body: undefined,
      sent: {},
      path: '/',
      form: { csrf: 'c', submission: makeUuid() },
    }),
  )
const textOf = (reply: Reply) => (reply.kind === 'page' ? String(reply.content) : reply.kind)

describe('who has looked at a record', () => {
  test('is shown to who holds it: newest first, in pages, each look once', async () => {
    const seen = await record.as(holder, async work => {
      const ids: number[] = []
      for (let before: number | null = null; ; ) {
        const page: Awaited<ReturnType<typeof looksAtRecord>> = await looksAtRecord(work, child, before)
        ids.push(...page.looks.map(one => one.id))
        if (page.next === null) return ids
        before = page.next
      }
    })
    expect(seen.length).toBeGreaterThanOrEqual(120)
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
  })

  test('names the worker, what they did and why they could, and links to older ones', async () => {
    const text = textOf(await visit(holder, looksRoute, child))
    expect(text).toMatch(/Worker Madeup\d/)
    expect(text).toContain('Allocation')
    expect(text).toMatch(/\/people\/[0-9a-f-]+\/looks\?before=\d+/)
    expect(text).not.toContain('Marigold')
  })

  test('is not found by who may see the person but does not hold the record, nor by who may not', async () => {
    const stranger = await makers.worker()
    for (const actor of [nurse, stranger, director])
      expect(await visit(actor, looksRoute, child)).toEqual({ kind: 'not_found' })
    expect(await visit(nurse, looksRoute, child, { format: 'csv' })).toEqual({ kind: 'not_found' })
    expect(await visit(holder, looksRoute, makeUuid())).toEqual({ kind: 'not_found' })
  })

  test('is downloaded whole, and the download is an export of the person', async () => {
    const reply = await visit(holder, looksRoute, child, { format: 'csv' })
    if (reply.kind !== 'csv') throw new Error(`Not a CSV: ${reply.kind}`)
    expect([...reply.rows].length).toBeGreaterThanOrEqual(120)
    expect(reply.shown).toEqual({ resource: 'audit', subjectIds: [child], action: 'export' })
  })

  test('is hidden from the holder once the person is restricted to others', async () => {
    const other = await makers.person()
    await makers.allocation({ personId: other, teamId: await makers.team(), workerId: holder.id })
    expect((await visit(holder, looksRoute, other)).kind).toBe('page')
    await makers.restriction({ subjectId: other, members: [nurse.id] })
    expect((await visit(holder, looksRoute, other)).kind).toBe('not_found')
    expect((await visit(nurse, looksRoute, other)).kind).toBe('page')
  })
})

describe('the overview of the audit', () => {
  test('counts the day by act and class, with the seal and the last verification, and nobody by name', async () => {
    while ((await seal(record.database)).entries > 0);
    await verifyAudit(record.database, '/nonexistent/witness.log')
    const text = textOf(await visit(director, overviewRoute, ''))
    expect(text).toMatch(/Opened[\s\S]*Practitioner[\s\S]*12\d/)
    expect(text).toContain('As sealed')
    expect(text).not.toMatch(/Madeup|Marigold/)
  })

  test('a day without entries says so', async () => {
    expect(textOf(await visit(director, overviewRoute, '', { to: '2001-01-31' }))).toContain(
      'Nothing was done on these days',
    )
  })

  test('a practitioner is refused by the database itself', async () => {
    await expect(visit(holder, overviewRoute, '')).rejects.toThrow('permission denied')
    await expect(record.as(serviceActor('sealer'), work => looksAtRecord(work, child))).rejects.toThrow(
      'permission denied',
    )
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { covers } from '#modules/agencies'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { submitForApproval } from '../../approvals/submitForApproval.ts'
import { makeClock } from '../../queries/testing/makeClock.ts'
import type { Change } from '../../registry/approvalKind.ts'
import { registries } from '../../registry/registries.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { workPages } from '../workPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, workPages)
const one = '/approvals/:approvalId'
let changes: readonly Change[] = []
let [manager, author, senior]: Actor[] = []
let teamId: Uuid
let child: Uuid
let sibling: Uuid
const day = () => Temporal.Now.plainDateISO('Europe/London')

beforeAll(async () => {
  registries.approvalKinds.push({
    kind: 'test_thing',
    label: 'Thing of a test',
    stops: ['ASSESS_45'],
    path: id => `/things/${id}`,
    changes: (_, __, since) => Promise.resolve(since === null ? [] : changes),
    decided: () => Promise.resolve(null),
  })
  teamId = await makers.team()
  ;[manager, author, senior] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: senior.id, teamId, role: 'senior_social_worker' })
  const { children } = await makers.family({ children: 2 })
  ;[child, sibling] = children as [Uuid, Uuid] // two were asked for
  for (const personId of children) await makers.allocation({ personId, teamId, workerId: author.id })
})
afterAll(() => {
  registries.approvalKinds.pop()
})

const handIn = (personIds: readonly Uuid[], subjectId = makeUuid()) =>
  record.as(author as Actor, async work => {
    const wanted = { kind: 'test_thing', subjectId, personIds, teamId, toWorkerId: null, remark: null }
    return { subjectId, approvalId: (await submitForApproval(work, wanted)).approvalId }
  })
const open = async (actor: Actor | undefined, approvalId: Uuid) =>
  contentOf(await ask(actor as Actor, 'GET', one, { params: { approvalId } }))
const hidden = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/name="(version|shown)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
const send = async (actor: Actor | undefined, approvalId: Uuid, sent: Record<string, string>) =>
  ask(actor as Actor, 'POST', one, { params: { approvalId }, sent })

describe('the list', () => {
  test('puts the one first whose clock ends soonest, counts it, and hides what is not one’s own', async () => {
    const slow = await handIn([sibling])
    const urgent = await handIn([child])
    await makeClock(record, {
      personId: child,
      definitionId: 'ASSESS_45',
      dueOn: day().subtract({ days: 3 }),
    })
    const page = contentOf(await ask(manager as Actor, 'GET', '/approvals'))
    expect(page).toContain('For you to decide (2)')
    expect(page.indexOf(urgent.approvalId)).toBeLessThan(page.indexOf(slow.approvalId))
    expect(page).toContain('overdue')
    const colleague = contentOf(await ask(senior as Actor, 'GET', '/approvals'))
    expect(colleague).toContain('For you to decide (0)')
    expect(colleague).not.toContain(urgent.approvalId)
    const own = contentOf(await ask(author as Actor, 'GET', '/approvals', { query: { show: 'handed_in' } }))
    expect(own).toContain(urgent.approvalId)
  })

  test('is told to whoever covers for the manager, within their days only', async () => {
    const { rows } = await record.as(manager as Actor, async work => {
      const { sql } = await import('kysely')
      const post = await sql<{
        id: Uuid
      }>`select id from post where worker_id = ${(manager as Actor).id}`.execute(work.db())
      return sql<{ answer: string }>`select access.arrange_cover(${post.rows[0]?.id}, ${(senior as Actor).id},
        ${day()}::date, ${day().add({ days: 3 })}::date) as answer`.execute(work.db())
    })
    expect(rows).toEqual([{ answer: 'arranged' }])
    const inbox = contentOf(await ask(senior as Actor, 'GET', '/approvals'))
    expect(inbox).toContain('You are covering for')
    expect(inbox).toContain('For you to decide (2)')
    const [cover] = await record.as(senior as Actor, work => covers(work, { workerId: work.actor.id }))
    await record.as(senior as Actor, async work => {
      const { sql } = await import('kysely')
      await sql`select access.end_cover(${cover?.id})`.execute(work.db())
    })
    expect(contentOf(await ask(senior as Actor, 'GET', '/approvals'))).toContain('For you to decide (0)')
  })

  test('downloads and filters', async () => {
    const asked = (query: Record<string, string>) => ask(manager as Actor, 'GET', '/approvals', { query })
    const csv = await asked({ format: 'csv' })
    expect(csv.kind === 'csv' && [...csv.rows].length).toBe(2)
    expect(contentOf(await asked({ kind: 'other' }))).toContain('Nothing matches these filters.')
    expect(contentOf(await asked({ mine: 'yes' }))).toContain('Nothing matches these filters.')
  })
})

describe('one approval', () => {
  test('is returned with reasons, which stand before the changes the next time', async () => {
    const who = await makers.person()
    await makers.allocation({ personId: who, teamId, workerId: (author as Actor).id })
    const first = await handIn([who])
    const keys = hidden(await open(manager, first.approvalId))
    const missing = await send(manager, first.approvalId, { ...keys, outcome: 'returned', reason: '' })
    expect(contentOf(missing)).toContain('Enter what is to be changed')
    const said = { ...keys, outcome: 'returned', reason: 'Ask the school' }
    expect(await send(manager, first.approvalId, said)).toMatchObject({ location: '/approvals' })
    expect(await open(author, first.approvalId)).toContain('Ask the school')

    changes = [{ personId: who, label: 'School', before: 'Not asked', after: 'Asked on Monday' }]
    const second = await handIn([who], first.subjectId)
    const page = await open(manager, second.approvalId)
    expect(page).toContain('Ask the school')
    expect(page).toContain('<del>Not asked</del>')
    expect(page).toContain('<ins>Asked on Monday</ins>')

    changes = [{ personId: who, label: 'School', before: 'Not asked', after: 'Asked on Tuesday' }]
    const sent = { ...hidden(page), outcome: 'authorised', reason: 'Good' }
    const edited = await send(manager, second.approvalId, sent)
    expect(edited).toMatchObject({ status: 409 })
    expect(contentOf(edited)).toContain('This was edited after you opened it')
    expect(contentOf(edited)).toContain('Good</textarea>')
    const again = { ...sent, ...hidden(contentOf(edited)) }
    expect(await send(manager, second.approvalId, again)).toMatchObject({ kind: 'redirect' })
    const late = await send(manager, second.approvalId, { ...again, reason: 'Mine' })
    expect(late).toMatchObject({ status: 409 })
    expect(contentOf(late)).toContain('was first: authorised')
    expect(contentOf(late)).toContain('Mine')
  })

  test('is taken back by its author, decided by nobody who does not manage the case', async () => {
    const who = await makers.person()
    await makers.allocation({ personId: who, teamId, workerId: (author as Actor).id })
    const { approvalId } = await handIn([who])
    expect(await open(author, approvalId)).toContain('Take it back')
    expect(await open(author, approvalId)).not.toContain('Your decision')
    expect(await ask(senior as Actor, 'GET', one, { params: { approvalId } })).toEqual({ kind: 'not_found' })
    const keys = hidden(await open(author, approvalId))
    expect(await send(author, approvalId, { ...keys, outcome: 'withdrawn' })).toMatchObject({
      kind: 'redirect',
      success: 'Taken back',
    })
    expect(await open(manager, approvalId)).not.toContain('Your decision')
  })

  test('answers like an absent one when somebody in it is restricted from the reader', async () => {
    const { children } = await makers.family({ children: 2 })
    for (const personId of children)
      await makers.allocation({ personId, teamId, workerId: (author as Actor).id })
    const { approvalId } = await handIn(children)
    await makers.restriction({ subjectId: children[1] as Uuid, members: [] })
    expect(await ask(manager as Actor, 'GET', one, { params: { approvalId } })).toEqual({ kind: 'not_found' })
    expect(contentOf(await ask(manager as Actor, 'GET', '/approvals'))).not.toContain(approvalId)
  })
})

import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor, ServiceTables } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registries } from '../registry/registries.ts'
import type { CaseworkTables } from '../tables.ts'
import { type Decision, decideApproval } from './decideApproval.ts'
import { approvalsOf } from './readApprovals.ts'
import { submitForApproval } from './submitForApproval.ts'

const record = await testRecord()
const { makers } = record
let manager: Actor
let other: Actor
let author: Actor
let teamId: Uuid
let child: Uuid

beforeAll(async () => {
  teamId = await makers.team()
  ;[manager, other, author] = [await makers.worker(), await makers.worker(), await makers.worker()]
  for (const { id } of [manager, other]) await makers.post({ workerId: id, teamId, role: 'team_manager' })
  child = await makers.person()
  await makers.allocation({ personId: child, teamId, workerId: author.id })
})

/** A kind whose deciding ends a task of the child: what it carries out can be seen. */
let refuses: string | null
beforeEach(() => {
  refuses = null
  registries.approvalKinds.push({
    kind: 'test_task',
    label: 'Task of a test',
    path: id => `/tasks/${id}`,
    changes: () => Promise.resolve([]),
    async decided(work, { subjectId }, outcome) {
      if (refuses !== null) return refuses
      if (outcome === 'authorised')
        await work
          .db<CaseworkTables>()
          .updateTable('task')
          .set({ done_on: work.today })
          .where('id', '=', subjectId)
          .execute()
      return null
    },
  })
})
afterEach(() => {
  registries.approvalKinds.pop()
})

async function handIn(): Promise<{ approvalId: Uuid; subjectId: Uuid }> {
  const subjectId = makeUuid()
  const approvalId = await record.as(author, async work => {
    await work
      .db<CaseworkTables>()
      .insertInto('task')
      .values({ id: subjectId, person_id: child, team_id: teamId, title: 'To be checked' })
      .execute()
    const wanted = {
      kind: 'test_task',
      subjectId,
      personIds: [child],
      teamId,
      toWorkerId: null,
      remark: null,
    }
    return (await submitForApproval(work, wanted)).approvalId
  })
  return { approvalId, subjectId }
}

const decide = (actor: Actor, approvalId: Uuid, changes: Partial<Decision> = {}) =>
  record.as(actor, work =>
    decideApproval(work, { approvalId, outcome: 'authorised', reason: null, version: 1, ...changes }),
  )
const taskOf = (id: Uuid) =>
  record.as(author, work =>
    work.db<CaseworkTables>().selectFrom('task').select('done_on').where('id', '=', id).executeTakeFirst(),
  )
const noticesOf = (actor: Actor, approvalId: Uuid) =>
  record.as(actor, work =>
    work
      .db<ServiceTables>()
      .selectFrom('app.notice')
      .select(['kind', 'made_by'])
      .where('path', '=', `/approvals/${approvalId}`)
      .execute(),
  )

describe('a decision', () => {
  test('is carried out by its kind in the same transaction, and its author told', async () => {
    const { approvalId, subjectId } = await handIn()
    const decided = await decide(manager, approvalId)
    expect(decided).toMatchObject({
      kind: 'decided',
      approval: { outcome: 'authorised', decidedBy: manager.id, version: 2 },
    })
    expect((await taskOf(subjectId))?.done_on).not.toBeNull()
    expect(await noticesOf(author, approvalId)).toEqual([{ kind: 'work_given', made_by: manager.id }])
  })

  test('that returns says why, and can be handed in again', async () => {
    const { approvalId, subjectId } = await handIn()
    const returned = { outcome: 'returned', reason: ' ' } as const
    expect(await decide(manager, approvalId, returned)).toEqual({
      kind: 'refused',
      sentence: 'Enter what is to be changed before you return this.',
    })
    const reason = 'Say how the school sees it'
    expect(await decide(manager, approvalId, { ...returned, reason })).toMatchObject({
      kind: 'decided',
      approval: { outcome: 'returned', reason },
    })
    expect((await taskOf(subjectId))?.done_on).toBeNull()
    expect(await noticesOf(author, approvalId)).toEqual([{ kind: 'work_returned', made_by: manager.id }])
    const past = await record.as(author, work => approvalsOf(work, subjectId))
    expect(past.map(one => one.reason)).toEqual([reason])
  })

  test('of a second manager is answered with who decided first, and carried out once', async () => {
    const { approvalId } = await handIn()
    const [one, two] = await Promise.all([
      decide(manager, approvalId),
      decide(other, approvalId, { outcome: 'returned', reason: 'No' }),
    ])
    expect([one.kind, two.kind].toSorted()).toEqual(['decided', 'stale'])
    const stale = one.kind === 'stale' ? one : two
    const first = one.kind === 'stale' ? other : manager
    expect(stale).toMatchObject({ approval: { decidedBy: first.id } })
  })

  test('that its kind refuses leaves it waiting', async () => {
    const { approvalId } = await handIn()
    refuses = 'A child has not been seen. Record the visit first.'
    expect(await decide(manager, approvalId)).toEqual({ kind: 'refused', sentence: refuses })
    refuses = null
    expect(await decide(manager, approvalId)).toMatchObject({ kind: 'decided' })
  })
})

describe('who decides', () => {
  test('is never its author, nor a colleague who does not manage the case', async () => {
    const { approvalId } = await handIn()
    const colleague = await makers.worker()
    await makers.allocation({ personId: child, teamId, workerId: colleague.id, role: 'co_worker' })
    for (const actor of [author, colleague])
      expect(await decide(actor, approvalId)).toMatchObject({ kind: 'refused' })
  })

  test('is nobody who may not see it: it does not exist for them', async () => {
    const { approvalId } = await handIn()
    expect(await decide(await makers.worker(), approvalId)).toEqual({ kind: 'not_found' })
    expect(await decide(manager, makeUuid())).toEqual({ kind: 'not_found' })
  })

  test('is the author for taking it back, while it waits', async () => {
    const { approvalId } = await handIn()
    expect(await decide(manager, approvalId, { outcome: 'withdrawn' })).toMatchObject({ kind: 'refused' })
    expect(await decide(author, approvalId, { outcome: 'withdrawn' })).toMatchObject({ kind: 'decided' })
    expect(await decide(manager, approvalId)).toMatchObject({
      kind: 'stale',
      approval: { outcome: 'withdrawn' },
    })
  })
})

import { expect, test } from 'vitest'
import { type CaseworkTables, registries } from '#modules/casework'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { contentOf } from '../../casework/testing/askPage.ts'
import { closureApproval } from './closureApproval.ts'
import {
  base,
  ending,
  type PlanStage,
  personParams,
  planStage,
  registerForPlans,
  today,
} from './testing/planStage.ts'

registerForPlans()
const record = await testRecord()
const { ask, planText, stage } = planStage(record)

const decide = (who: Actor, at: PlanStage, closingId: Uuid, outcome: 'authorised' | 'returned') =>
  record.as(who, work =>
    closureApproval.decided(
      work,
      {
        id: makeUuid(),
        subjectId: closingId,
        personIds: at.children,
        submittedBy: at.worker.id,
        submittedAt: work.now,
      },
      outcome,
    ),
  )
async function handedIn(at: PlanStage, more = {}): Promise<Uuid> {
  const reply = await ask(at.worker, 'POST', `${base}/close`, {
    params: personParams(at),
    sent: ending(at, more),
  })
  if (reply.kind !== 'redirect') throw new Error(contentOf(reply))
  return reply.location.split('/').at(-1) as Uuid
}

test('a closing that a manager authorises ends both plans with the case, its census reason, holding and clocks', async () => {
  const at = await stage()
  const closed: string[] = []
  registries.episodeSource = async (_work, ids) =>
    ids.map(personId => ({
      id: personId,
      personId,
      receivedOn: today,
      decidedOn: null,
      isNoFurtherAction: false,
      primaryNeed: null,
      source: null,
      closedOn: null,
      closureReason: null,
    }))
  registries.episodeCloser = async (_work, { personId, reason }) => closed.push(`${personId} ${reason}`) > 0
  try {
    const closingId = await handedIn(at, { case: 'closes', reason: 'RC7' })
    expect(await planText(at.worker, at.children[0])).toContain('waits for a manager')
    expect(
      contentOf(
        await ask(at.worker, 'POST', `${base}/close`, { params: personParams(at), sent: ending(at) }),
      ),
    ).toContain('waits for a decision already')
    await expect(decide(at.worker, at, closingId, 'authorised')).rejects.toThrow('row-level security')
    expect(await decide(at.manager, at, closingId, 'authorised')).toBeNull()
  } finally {
    registries.episodeSource = async () => []
    registries.episodeCloser = null
  }
  expect(closed.toSorted()).toEqual(at.children.map(id => `${id} RC7`).toSorted())
  const open = await record.as(at.manager, async work => {
    const db = work.db<CaseworkTables>()
    const held = await db
      .selectFrom('allocation')
      .select('id')
      .where('person_id', 'in', [...at.children])
      .where('ended_on', 'is', null)
      .execute()
    const clocks = await db
      .selectFrom('clock')
      .select('id')
      .where('person_id', 'in', [...at.children])
      .where('outcome', '=', 'open')
      .where('definition_id', 'like', 'CIN_%')
      .execute()
    return [...held, ...clocks]
  })
  expect(open).toEqual([])
  expect(await planText(at.manager, at.children[0])).toContain('No child in need plan is running')
})

test('a closing is refused while something is open, with a sentence for that child, and again at the decision', async () => {
  const at = await stage()
  const [, second] = at.children
  const bar = async (_work: unknown, ids: readonly Uuid[]) =>
    second && ids.includes(second)
      ? [{ personId: second, sentence: 'A section 47 enquiry is open: finish it first.', href: '/x' }]
      : []
  registries.closureBars.push(bar)
  const refused = await ask(at.worker, 'POST', `${base}/close`, {
    params: personParams(at),
    sent: ending(at),
  })
  expect(contentOf(refused)).toContain('A section 47 enquiry is open: finish it first.')
  registries.closureBars.pop()
  const closingId = await handedIn(at)
  registries.closureBars.push(bar)
  expect(await decide(at.manager, at, closingId, 'authorised')).toContain('A section 47 enquiry is open')
  registries.closureBars.pop()
  expect(await decide(at.manager, at, closingId, 'returned')).toBeNull()
  expect(await planText(at.worker, at.children[0])).toContain('Started')
})

test('stepping up tells the manager with a task for today, and the plan stays', async () => {
  const at = await stage()
  const sent = { child: at.children, reason: 'Bruises that nobody can explain' }
  const reply = await ask(at.worker, 'POST', `${base}/step-up`, { params: personParams(at), sent })
  expect(reply.kind).toBe('redirect')
  const tasks = await record.as(at.manager, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('task')
      .select(['title', 'due_on'])
      .where('worker_id', '=', at.manager.id)
      .execute(),
  )
  expect(tasks).toHaveLength(2)
  expect(tasks[0]?.due_on).toEqual(today)
  expect(await planText(at.worker, at.children[0])).toContain('Started')
})

import { expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { AssessmentsTables } from '../tables.ts'
import { base, dated, ending, personParams, planStage, registerForPlans, today } from './testing/planStage.ts'

registerForPlans()
const record = await testRecord()
const { ask, outcomeOf, planText, stage, withLead } = planStage(record)

test('a lead practitioner writes the plan of their child, and nothing of the brother or sister', async () => {
  const at = await stage()
  const lead = await withLead(at)
  const sent = {
    outcome: 'Reads at home',
    child: at.children,
    what: 'Lend books',
    owner: `worker:${lead.id}`,
    ...dated('due'),
  }
  expect((await ask(lead, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent })).kind).toBe(
    'redirect',
  )
  expect(await planText(lead, at.children[0])).toContain('Reads at home')
  expect(await planText(at.manager, at.children[1])).not.toContain('Reads at home')
  const theirs = { personId: at.children[1] ?? '' }
  expect((await ask(lead, 'POST', `${base}/outcomes/new`, { params: theirs, sent })).kind).toBe('forbidden')
  const review = {
    child: [at.children[0]],
    ...dated('held'),
    [`progress-${at.children[0]}`]: 'Reads more',
    [`view-${at.children[0]}`]: 'I like the dog book',
    [`decision-${at.children[0]}`]: 'continue',
    parentView: 'She asks for stories',
    ...dated('next', today.add({ months: 2 })),
  }
  expect((await ask(lead, 'POST', `${base}/review`, { params: personParams(at), sent: review })).kind).toBe(
    'redirect',
  )
  const share = { ...dated('shared'), how: 'by_hand', lang: 'en' }
  const query = { for: at.children[0] ?? '' }
  expect(
    (await ask(lead, 'POST', `${base}/shares`, { params: personParams(at), query, sent: share })).kind,
  ).toBe('redirect')
  const closing = await ask(lead, 'POST', `${base}/close`, {
    params: personParams(at),
    sent: ending(at, { child: [at.children[0]] }),
  })
  expect(closing.kind).toBe('redirect')
  const up = await ask(lead, 'POST', `${base}/step-up`, {
    params: personParams(at),
    sent: { child: at.children[0], reason: 'Hungry' },
  })
  expect(up.kind).toBe('redirect')
})

test('a lead practitioner cannot end the plan or write the record', async () => {
  const at = await stage()
  const lead = await withLead(at)
  const [personId] = at.children as [Uuid]
  const end = (work: Work) =>
    work
      .db<AssessmentsTables>()
      .updateTable('cin_plan')
      .set({ ended_on: today })
      .where('person_id', '=', personId)
      .execute()
  await expect(record.as(lead, end)).rejects.toThrow('row-level security')
  const event = (work: Work) =>
    work
      .db<CaseworkTables>()
      .insertInto('significant_event')
      .values({ person_id: personId, happened_on: today, description: 'x' })
      .execute()
  await expect(record.as(lead, event)).rejects.toThrow('row-level security')
})

test('strangers find nothing, and ids of another family change nothing', async () => {
  const at = await stage()
  const other = await stage()
  const { outcomeId, actionId } = await outcomeOf(other)
  expect((await ask(other.worker, 'GET', base, { params: personParams(at) })).kind).toBe('not_found')
  const sent = { outcome: 'Theirs', status: 'open', version: '1' }
  const mixed = { ...personParams(at), outcomeId }
  expect((await ask(at.worker, 'POST', `${base}/outcomes/:outcomeId`, { params: mixed, sent })).kind).toBe(
    'not_found',
  )
  const action = { params: { ...personParams(at), actionId }, sent }
  expect((await ask(at.worker, 'POST', `${base}/actions/:actionId`, action)).kind).toBe('not_found')
  const tick = { outcome: 'For all', child: [...at.children, other.children[0]] }
  await ask(at.worker, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent: tick })
  expect(await planText(other.worker, other.children[0])).not.toContain('For all')
})

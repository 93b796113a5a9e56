import { expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { contentOf } from '../../casework/testing/askPage.ts'
import { base, dated, personParams, planStage, registerForPlans, today } from './testing/planStage.ts'

registerForPlans()
const record = await testRecord()
const { ask, outcomeOf, planText, stage } = planStage(record)

test('an outcome is written once for both children, and each has their own', async () => {
  const at = await stage()
  const sent = {
    outcome: 'Bedtime is calm',
    child: at.children,
    what: 'Ring the health visitor',
    owner: `worker:${at.worker.id}`,
    ...dated('due', today.add({ days: 7 })),
  }
  const reply = await ask(at.worker, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent })
  expect(reply.kind).toBe('redirect')
  for (const personId of at.children) {
    const text = await planText(at.worker, personId)
    expect(text).toContain('Bedtime is calm')
    expect(text).toContain('Ring the health visitor')
  }
})

test('keeps what was typed beside the errors', async () => {
  const at = await stage()
  const sent = { outcome: '', child: at.children, what: 'Find a bed', owner: 'name', ownerName: '' }
  const reply = await ask(at.worker, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent })
  const text = contentOf(reply)
  expect(text).toContain('Enter what should be different')
  expect(text).toContain('Enter the name of whoever does it')
  expect(text).toContain('Enter by when')
  expect(text).toContain('Find a bed')
})

test('a form that has grown stale is refused and shows both texts', async () => {
  const at = await stage()
  const { outcomeId } = await outcomeOf(at)
  const params = { ...personParams(at), outcomeId }
  const sent = { outcome: 'School is fun', status: 'open', version: '1' }
  expect((await ask(at.worker, 'POST', `${base}/outcomes/:outcomeId`, { params, sent })).kind).toBe(
    'redirect',
  )
  const stale = await ask(at.manager, 'POST', `${base}/outcomes/:outcomeId`, {
    params,
    sent: { ...sent, outcome: 'School is safe' },
  })
  expect(stale).toMatchObject({ kind: 'page', status: 409 })
  expect(contentOf(stale)).toContain('School is fun')
  expect(contentOf(stale)).toContain('School is safe')
})

test('an action is done with its result, and never tomorrow', async () => {
  const at = await stage()
  const { actionId } = await outcomeOf(at)
  const params = { ...personParams(at), actionId }
  const sent = { what: 'Walk together', owner: 'name', ownerName: 'Aunt Jo', ...dated('due'), version: '1' }
  const early = await ask(at.worker, 'POST', `${base}/actions/:actionId`, {
    params,
    sent: { ...sent, ...dated('done', today.add({ days: 1 })), result: 'Went well' },
  })
  expect(contentOf(early)).toContain('Date must be today or in the past')
  const done = await ask(at.worker, 'POST', `${base}/actions/:actionId`, {
    params,
    sent: { ...sent, ...dated('done'), result: 'Went well' },
  })
  expect(done.kind).toBe('redirect')
  expect(await planText(at.worker, at.children[0])).toContain('Went well')
})

test('needs become outcomes with one click, and are offered once', async () => {
  const at = await stage()
  await record.as(at.worker, work =>
    work
      .db<CaseworkTables>()
      .insertInto('need')
      .values({
        person_id: at.children[0] as Uuid,
        kind: 'housing',
        description: 'Four in one room',
        noted_on: today,
        noted_by_discipline: 'social_work',
      })
      .execute(),
  )
  const text = await planText(at.worker, at.children[0])
  const source = /value="(need:[^"]+)"/.exec(text)?.[1]
  expect(source).toBeDefined()
  const sent = { source: [source], child: [at.children[0]] }
  await ask(at.worker, 'POST', `${base}/pull`, { params: personParams(at), sent })
  const after = await planText(at.worker, at.children[0])
  expect(after).toContain('Four in one room')
  expect(after).not.toContain('value="need:')
})

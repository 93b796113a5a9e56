import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { plannedChild } from '../plan/testing/plannedChild.ts'
import { transferInRoutes } from '../transfer-in/index.ts'
import { transfersInOf } from '../transfer-in/transferIn.ts'
import { disputesOf } from './dispute.ts'
import { disputeRoutes } from './index.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, [...disputeRoutes, ...transferInRoutes])
const url = '/people/:personId/disagreements/:disputeId'
let stage: Awaited<ReturnType<typeof plannedChild>>
beforeAll(async () => {
  stage = await plannedChild(record)
})

async function raised(): Promise<{ readonly personId: Uuid; readonly disputeId: Uuid }> {
  const { personId } = await stage.another()
  const sent = { about: 'No core group since May', wants: 'One this month', goesTo: stage.manager.id }
  const reply = await ask(stage.worker, 'POST', '/people/:personId/disagreements/new', {
    params: { personId },
    sent,
  })
  expect(reply).toMatchObject({ kind: 'redirect' })
  const [one] = await record.as(stage.worker, work => disputesOf(work, [personId]))
  if (!one) throw new Error('Nothing was raised')
  return { personId, disputeId: one.id }
}
const act = (actor: Actor, params: Record<string, string>, sent: Record<string, unknown>) =>
  ask(actor, 'POST', url, { params, sent: { version: '1', ...sent } })

test('is answered by the one to whom it was put, and settled by the one who raised it', async () => {
  const params = await raised()
  expect(await act(stage.worker, params, { act: 'answer', answer: 'I answer myself' })).toEqual({
    kind: 'not_found',
  })
  expect(await act(stage.manager, params, { act: 'answer', answer: 'It is set for Monday' })).toMatchObject({
    kind: 'redirect',
  })
  const settled = { act: 'settle', outcome: 'agreed', words: 'It met' }
  expect(await act(stage.manager, params, settled)).toEqual({ kind: 'not_found' })
  expect(await act(stage.worker, params, settled)).toMatchObject({ kind: 'redirect' })
  const [one] = await record.as(stage.manager, work => disputesOf(work, [params.personId]))
  expect(one).toMatchObject({ outcome: 'agreed', stages: [{ answer: 'It is set for Monday' }] })
})

test('climbs to the next stage, and refuses who opened it before', async () => {
  const params = await raised()
  const leader = await record.makers.worker()
  await record.makers.post({
    workerId: leader.id,
    role: 'service_leader',
    areaId: await record.makers.area(),
  })
  expect(await act(stage.worker, params, { act: 'climb', goesTo: leader.id })).toMatchObject({
    kind: 'redirect',
  })
  expect(await act(stage.worker, params, { act: 'climb', goesTo: leader.id })).toMatchObject({ status: 409 })
  const page = contentOf(await ask(stage.worker, 'GET', url, { params }))
  expect(page).toContain('Service leader')
})

test('is nothing to whoever may not see the child, party or not', async () => {
  const params = await raised()
  const stranger = await record.makers.worker()
  expect(await ask(stranger, 'GET', url, { params })).toEqual({ kind: 'not_found' })
})

test('a plan of another authority stays theirs until the conference here: kept, then accepted once', async () => {
  const personId = await record.makers.person()
  await record.makers.allocation({ personId, teamId: stage.teamId, workerId: stage.worker.id })
  const day = { 'told-day': '2', 'told-month': '3', 'told-year': '2026' }
  const notice = { from: 'Norfordshire', ...day, stays: 'yes', plans: '2' }
  await ask(stage.worker, 'POST', '/people/:personId/transfers-in/new', {
    params: { personId },
    sent: notice,
  })
  const [one] = await record.as(stage.worker, work => transfersInOf(work, [personId]))
  expect(one).toMatchObject({ fromAuthority: 'Norfordshire', theirPlans: 2, acceptedOn: null })
  const accept = { answer: 'accept', 'on-day': '3', 'on-month': '3', 'on-year': '2026', version: '1' }
  const params = { personId, transferId: one?.id ?? '' }
  const form = '/people/:personId/transfers-in/:transferId'
  expect(await ask(stage.worker, 'POST', form, { params, sent: accept })).toMatchObject({ kind: 'redirect' })
  expect(await ask(stage.worker, 'POST', form, { params, sent: accept })).toEqual({ kind: 'not_found' })
})

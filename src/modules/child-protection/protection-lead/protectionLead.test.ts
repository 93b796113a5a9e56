import { beforeAll, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { protectionFactsOf } from '../queries/protectionFactsOf.ts'
import { protectionLeadRoutes } from './index.ts'
import { protectionLeadsOf } from './queries/readLeads.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const ask = askPage(record.as, protectionLeadRoutes)
const url = '/people/:personId/protection-lead'
let worker: Actor
let lead: Actor
let child: Uuid

const tell = (table: string, values: object) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id: makeUuid(), ...values })
      .execute(),
  )

beforeAll(async () => {
  const teamId = await makers.team()
  ;[worker, lead] = [await makers.worker(), await makers.worker()]
  child = await makers.person()
  await makers.allocation({ personId: child, teamId, workerId: worker.id })
})

const name = (actor: Actor, who: Uuid) =>
  ask(actor, 'POST', url, { params: { personId: child }, sent: { worker: who } })
const facts = (actor: Actor) => record.as(actor, work => protectionFactsOf(work, [child]))

test('is named while an enquiry or a plan goes on, and reads the enquiries and the plan from then on, and no more', async () => {
  expect(contentOf(await name(worker, lead.id))).toContain('nothing to lead')
  await tell('cp_plan', { person_id: child, started_on: '2026-01-05' })
  await tell('conference', { person_id: child, kind: 'initial', held_on: '2026-01-05' })
  await tell('assessment', { person_id: child, referral_id: await referral(), started_on: '2026-01-05' })
  expect((await facts(lead)).plans).toEqual([])
  expect(await name(worker, lead.id)).toMatchObject({ kind: 'redirect' })
  const seen = await facts(lead)
  expect(seen.plans).toHaveLength(1)
  expect(seen.conferences).toHaveLength(1)
  const assessments = await record.as(lead, work =>
    work.db<{ assessment: { id: Uuid } }>().selectFrom('assessment').select('id').execute(),
  )
  expect(assessments).toEqual([])
  expect(contentOf(await name(worker, worker.id))).toContain('Somebody leads already')
})

test('is named by who may name a professional of the child, and nobody else', async () => {
  const stranger = await makers.worker()
  expect(await name(stranger, stranger.id)).toEqual({ kind: 'not_found' })
  expect(await name(lead, stranger.id)).toEqual({ kind: 'not_found' })
  expect(await ask(lead, 'GET', url, { params: { personId: child } })).toEqual({ kind: 'not_found' })
})

test('ends with its involvement, and another may be named', async () => {
  const [now] = await record.as(worker, work => protectionLeadsOf(work, child))
  const params = { personId: child, leadId: now?.id ?? '' }
  expect(await ask(worker, 'POST', `${url}/:leadId/end`, { params })).toMatchObject({
    success: 'They lead no more',
  })
  expect(await ask(worker, 'POST', `${url}/:leadId/end`, { params })).toMatchObject({
    success: 'It had ended already',
  })
  const page = contentOf(await ask(worker, 'GET', url, { params: { personId: child } }))
  expect(page).toContain('Nobody leads now')
  expect(page).toContain('Before')
})

async function referral(): Promise<Uuid> {
  const id = makeUuid()
  await tell('referral', { id, person_id: child, received_on: '2026-01-02' })
  return id
}

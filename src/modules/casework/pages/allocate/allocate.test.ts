import { expect, test } from 'vitest'
import type { PostRole } from '#modules/agencies'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../../agencies/testing/askRoute.ts'
import { registries } from '../../registry/registries.ts'
import { childAllocationRoutes } from './childRoute.ts'
import { endAllocationRoutes } from './endRoute.ts'
import { queueRoutes } from './queueRoute.ts'

const record = await testRecord()
const { makers } = record
const routes = [...queueRoutes, ...childAllocationRoutes, ...endAllocationRoutes]
const today = londonDate(Temporal.Now.instant())
const dated = (name: string, on = today) => ({
  [`${name}-day`]: String(on.day),
  [`${name}-month`]: String(on.month),
  [`${name}-year`]: String(on.year),
})
const ask = (actor: Actor, method: 'GET' | 'POST', path: string, sent = {}) =>
  record.as(actor, work => askRoute(routes, work, method, path, sent))
async function pageText(actor: Actor, path: string): Promise<string> {
  const reply = await ask(actor, 'GET', path)
  if (reply.kind !== 'page') throw new Error(reply.kind)
  return String(reply.content)
}

async function team(): Promise<{ teamId: Uuid; manager: Actor; worker: Actor }> {
  const teamId = await makers.team()
  const [manager, worker] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: worker.id, teamId })
  return { teamId, manager, worker }
}

test('a manager gives several children of the queue to a worker whose caseload they saw', async () => {
  const { teamId, manager, worker } = await team()
  const other = await team()
  await makers.allocation({ personId: await makers.person(), teamId: other.teamId, workerId: worker.id })
  const children = [await makers.person({ given: 'Ash' }), await makers.person({ given: 'Bea' })]
  for (const personId of children) await makers.allocation({ personId, teamId })
  const text = await pageText(manager, `/teams/${teamId}/queue`)
  expect(text).toContain('Ash')
  expect(text).toContain('Selecting covers the 2 children on this page.')
  expect(text).toContain('1 child, no case-holding post') // held for the other team, whose children the manager may not see
  const sent = { child: children, worker: worker.id, role: 'lead_social_worker', ...dated('startedOn') }
  expect(await ask(manager, 'POST', `/teams/${teamId}/queue`, sent)).toMatchObject({
    kind: 'redirect',
    success: '2 children were allocated',
  })
  expect(await pageText(manager, `/teams/${teamId}/queue`)).toContain('No child waits for a worker')
  expect(await pageText(manager, `/teams/${teamId}/queue?holder=${worker.id}`)).toContain('Bea')
})

test('says at the fields what is missing and keeps what was chosen', async () => {
  const { teamId, manager, worker } = await team()
  const personId = await makers.person()
  await makers.allocation({ personId, teamId })
  const reply = await ask(manager, 'POST', `/teams/${teamId}/queue`, {
    worker: worker.id,
    ...dated('startedOn', today.add({ days: 2 })),
  })
  if (reply.kind !== 'page') throw new Error(reply.kind)
  expect(reply.status).toBe(422)
  const text = String(reply.content)
  expect(text).toContain('Select a child')
  expect(text).toContain('Select as what')
  expect(text).toMatch(new RegExp(`value="${worker.id}"[^>]* checked|checked[^>]*value="${worker.id}"`))
})

test('one child is transferred with a reason, and never gets a second lead', async () => {
  const { teamId, manager, worker } = await team()
  const second = await makers.worker()
  await makers.post({ workerId: second.id, teamId })
  const personId = await makers.person({ given: 'Cleo', family: 'Madeup' })
  await makers.allocation({ personId, teamId, workerId: worker.id, startedOn: '2026-03-01' })
  const path = `/people/${personId}/allocate`
  const sent = { worker: second.id, role: 'lead_social_worker', ...dated('startedOn') }
  const refused = await ask(manager, 'POST', path, sent)
  expect(refused.kind === 'page' && String(refused.content)).toContain('already leads for Cleo Madeup')
  const transfer = await ask(manager, 'POST', path, { ...sent, transfer: 'yes', reason: 'Moves area' })
  expect(transfer.kind).toBe('redirect')
  const text = await pageText(manager, path)
  expect(text).toContain('Moves area')
  expect(await pageText(worker, path)).toContain('Ask the manager of the team')
})

test('offers those who may hold children, each with what they carry, and lets only social workers lead as such', async () => {
  const { teamId, manager } = await team()
  const posted = async (role: PostRole, holdsCases = false) => {
    const { id } = await makers.worker()
    await makers.post({ workerId: id, teamId, role, holdsCases })
    return id
  }
  const police = await posted('mash_partner')
  const duty = await posted('duty_manager')
  const clinician = await posted('mental_health_practitioner')
  const leading = await posted('team_manager', true)
  const personId = await makers.person()
  await makers.allocation({ personId, teamId })
  const path = `/people/${personId}/allocate`
  const page = await pageText(manager, path)
  for (const id of [police, duty, manager.id]) expect(page).not.toContain(`value="${id}"`)
  for (const id of [clinician, leading]) expect(page).toContain(`value="${id}"`)
  const send = (worker: Uuid, role: string) =>
    ask(manager, 'POST', path, { worker, role, ...dated('startedOn') })
  for (const id of [police, duty]) {
    const refused = await send(id, 'lead_social_worker')
    expect(refused.kind === 'page' && String(refused.content)).toContain('who may hold children in the team')
  }
  const refused = await send(clinician, 'lead_social_worker')
  expect(refused.kind === 'page' && String(refused.content)).toContain('Only a social worker leads as one')
  expect((await send(clinician, 'co_worker')).kind).toBe('redirect')
})

test('an allocation ends with its reason unless the child would be nobody’s', async () => {
  const { teamId, manager, worker } = await team()
  const personId = await makers.person()
  await makers.allocation({ personId, teamId, workerId: worker.id })
  const coWork = await makers.allocation({ personId, teamId, workerId: manager.id, role: 'co_worker' })
  const before = registries.episodeSource
  registries.episodeSource = async () => []
  try {
    const path = `/people/${personId}/allocations/${coWork}/end`
    const refused = await ask(manager, 'POST', path, { ...dated('endedOn'), reason: '' })
    expect(refused.kind === 'page' && String(refused.content)).toContain('Enter the reason')
    expect((await ask(manager, 'POST', path, { ...dated('endedOn'), reason: 'Work is done' })).kind).toBe(
      'redirect',
    )
    expect(await pageText(manager, `/people/${personId}/allocate`)).toContain('Work is done')
  } finally {
    registries.episodeSource = before
  }
})

test('a stranger finds nothing, by any of the addresses', async () => {
  const { teamId, worker } = await team()
  const other = await team()
  const personId = await makers.person()
  const allocationId = await makers.allocation({ personId, teamId, workerId: worker.id })
  expect((await ask(other.manager, 'GET', `/people/${personId}/allocate`)).kind).toBe('not_found')
  expect((await ask(other.manager, 'GET', `/people/${personId}/allocations/${allocationId}/end`)).kind).toBe(
    'not_found',
  )
  expect((await ask(other.manager, 'GET', `/teams/${teamId}/queue`)).kind).toBe('forbidden')
})

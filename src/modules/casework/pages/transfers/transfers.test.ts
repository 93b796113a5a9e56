import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import type { CaseworkTables } from '../../tables.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { transferPages } from './index.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, transferPages)
const today = londonDate(Temporal.Now.instant())
const moves = { 'moves-day': `${today.day}`, 'moves-month': `${today.month}`, 'moves-year': `${today.year}` }
const askUrl = '/people/:personId/transfers/new'

type Side = { readonly teamId: Uuid; readonly manager: Actor; readonly worker: Actor }
async function side(): Promise<Side> {
  const teamId = await makers.team()
  const [manager, worker] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: worker.id, teamId })
  return { teamId, manager, worker }
}

async function stage() {
  const [from, to] = [await side(), await side()]
  const children = [await makers.person({ given: 'Ash' }), await makers.person({ given: 'Bea' })]
  await makers.family({ children })
  for (const personId of children)
    await makers.allocation({
      personId,
      teamId: from.teamId,
      workerId: from.worker.id,
      startedOn: '2026-03-01',
    })
  return { from, to, children }
}
type Stage = Awaited<ReturnType<typeof stage>>

async function asked(
  { from, to, children }: Stage,
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const sent = { child: children, to: 'team', team: to.teamId, ...moves, handover: 'The dog bites', ...more }
  const reply = await ask(from.manager, 'POST', askUrl, { params: { personId: children[0] ?? '' }, sent })
  if (reply.kind !== 'redirect') throw new Error(contentOf(reply))
  return reply.location.split('/').at(-1) ?? ''
}

const holders = (who: Actor, children: readonly Uuid[]) =>
  record.as(who, async work => {
    const rows = await work
      .db<CaseworkTables>()
      .selectFrom('allocation')
      .select(['team_id', 'worker_id', 'role'])
      .where('person_id', 'in', [...children])
      .where('ended_on', 'is', null)
      .execute()
    return rows.map(row => ({ teamId: row.team_id, workerId: row.worker_id }))
  })

test('the form begins with what the record knows, and only a manager of the case has it', async () => {
  const at = await stage()
  const [personId = ''] = at.children
  const text = contentOf(await ask(at.from.manager, 'GET', askUrl, { params: { personId } }))
  expect(text).toContain('Risks and alerts')
  expect(text).toContain('What the family wants')
  expect((await ask(at.from.worker, 'GET', askUrl, { params: { personId } })).kind).toBe('forbidden')
  expect((await ask(at.to.manager, 'GET', askUrl, { params: { personId } })).kind).toBe('not_found')
})

test('both children move when the manager asked accepts with a worker whose caseload was shown', async () => {
  const at = await stage()
  const transferId = await asked(at)
  const page = contentOf(
    await ask(at.to.manager, 'GET', '/transfers/:transferId', { params: { transferId } }),
  )
  expect(page).toContain('The dog bites')
  expect(page).toContain('0 children')
  expect(await holders(at.from.manager, at.children)).toEqual(
    at.children.map(() => ({ teamId: at.from.teamId, workerId: at.from.worker.id })),
  )
  const sent = { worker: at.to.worker.id }
  expect(
    (await ask(at.to.manager, 'POST', '/transfers/:transferId/accept', { params: { transferId }, sent }))
      .kind,
  ).toBe('redirect')
  expect(await holders(at.to.manager, at.children)).toEqual(
    at.children.map(() => ({ teamId: at.to.teamId, workerId: at.to.worker.id })),
  )
})

test('a refused transfer leaves everything as it was and says why to those who asked', async () => {
  const at = await stage()
  const transferId = await asked(at)
  const params = { transferId }
  const silent = await ask(at.to.manager, 'POST', '/transfers/:transferId/refuse', { params, sent: {} })
  expect(contentOf(silent)).toContain('Enter why you refuse')
  const sent = { reason: 'Nobody has room before Easter' }
  expect((await ask(at.to.manager, 'POST', '/transfers/:transferId/refuse', { params, sent })).kind).toBe(
    'redirect',
  )
  expect(await holders(at.from.manager, at.children)).toEqual(
    at.children.map(() => ({ teamId: at.from.teamId, workerId: at.from.worker.id })),
  )
  const page = contentOf(await ask(at.from.manager, 'GET', '/transfers/:transferId', { params }))
  expect(page).toContain('Nobody has room before Easter')
  expect(page).toContain('Everything stays as it was')
  const told = await record.as(at.from.worker, work =>
    work
      .db<{ 'app.notice': { worker_id: Uuid; path: string | null } }>()
      .selectFrom('app.notice')
      .select('path')
      .where('worker_id', '=', at.from.worker.id)
      .execute(),
  )
  expect(told).toEqual([{ path: expect.stringMatching(/^\/transfers\/[0-9a-f-]{36}$/) }]) // that of either child
  expect(
    (
      await ask(at.to.manager, 'GET', '/people/:personId/transfers/new', {
        params: { personId: at.children[0] ?? '' },
      })
    ).kind,
  ).toBe('not_found')
})

test('a team that ends today takes nobody on, and says what to do', async () => {
  const at = await stage()
  const transferId = await asked(at)
  await record.database.as(serviceActor('storyteller'), 'demo', work =>
    sql`update team set ended_on = ${today.toString()} where id = ${at.to.teamId}`.execute(work.db()),
  )
  const params = { transferId }
  const reply = await ask(at.to.manager, 'POST', '/transfers/:transferId/accept', {
    params,
    sent: { worker: at.to.worker.id },
  })
  expect(contentOf(reply)).toContain('This team ends, and takes nobody on')
})

test('only the managers asked decide, and only those who asked take it back', async () => {
  const at = await stage()
  const params = { transferId: await asked(at) }
  const outsider = await side()
  expect((await ask(outsider.manager, 'GET', '/transfers/:transferId', { params })).kind).toBe('not_found')
  expect(
    (
      await ask(outsider.manager, 'POST', '/transfers/:transferId/accept', {
        params,
        sent: { worker: 'queue' },
      })
    ).kind,
  ).toBe('not_found')
  expect(
    (
      await ask(at.from.manager, 'POST', '/transfers/:transferId/accept', {
        params,
        sent: { worker: 'queue' },
      })
    ).kind,
  ).toBe('forbidden')
  expect((await ask(at.to.manager, 'POST', '/transfers/:transferId/withdraw', { params })).kind).toBe(
    'not_found',
  )
  const theirs = await ask(at.to.manager, 'POST', '/transfers/:transferId/accept', {
    params,
    sent: { worker: outsider.worker.id },
  })
  expect(contentOf(theirs)).toContain('Select who takes them on')
  expect((await ask(at.from.manager, 'POST', '/transfers/:transferId/withdraw', { params })).kind).toBe(
    'redirect',
  )
  expect(contentOf(await ask(at.from.manager, 'GET', '/transfers/:transferId', { params }))).toContain(
    'Taken back',
  )
})

test('another authority gets a pack, and its answer is written down here', async () => {
  const at = await stage()
  const params = {
    transferId: await asked(at, { to: 'authority', team: '', authority: '998', contact: 'Duty desk' }),
  }
  const pack = await ask(at.from.manager, 'GET', '/transfers/:transferId/pack.pdf', { params })
  expect(pack.kind === 'file' && Buffer.from(pack.bytes).toString('latin1').startsWith('%PDF')).toBe(true)
  const sent = { outcome: 'accepted', reason: 'The duty desk, by telephone' }
  expect((await ask(at.from.manager, 'POST', '/transfers/:transferId/answer', { params, sent })).kind).toBe(
    'redirect',
  )
  expect(contentOf(await ask(at.from.manager, 'GET', '/transfers/:transferId', { params }))).toContain(
    'Close the plan and the case here',
  )
  expect(await holders(at.from.manager, at.children)).toHaveLength(2)
})

test('the inbox lists what is asked of one’s teams and by them', async () => {
  const at = await stage()
  await asked(at)
  expect(contentOf(await ask(at.to.manager, 'GET', '/transfers'))).toContain('Ash')
  expect(contentOf(await ask(at.from.manager, 'GET', '/transfers'))).toContain('There is none')
  expect(
    contentOf(await ask(at.from.manager, 'GET', '/transfers', { query: { show: 'asked_by' } })),
  ).toContain('Bea')
  expect((await ask(at.to.manager, 'GET', '/transfers', { query: { format: 'csv' } })).kind).toBe('csv')
})

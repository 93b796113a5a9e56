import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { formVersion } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { CaseworkTables } from '../../tables.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, recordPages)

async function heldChild(): Promise<{ worker: Actor; params: { personId: Uuid } }> {
  const worker = await makers.worker()
  const child = await makers.person()
  await makers.allocation({ personId: child, teamId: await makers.team(), workerId: worker.id })
  return { worker, params: { personId: child } }
}
const idOf = (actor: Actor, table: 'alert' | 'task' | 'involvement') =>
  record.as(
    actor,
    async work =>
      (await work.db<CaseworkTables>().selectFrom(table).select('id').executeTakeFirstOrThrow()).id,
  )

describe('alerts', () => {
  test('are added, reviewed and ended, and stand on the record meanwhile', async () => {
    const { worker, params } = await heldChild()
    const url = '/people/:personId/alerts'
    expect(contentOf(await ask(worker, 'POST', url, { params, sent: { kind: 'dog' } }))).toContain(
      'Enter what people should know',
    )
    const sent = { kind: 'dog', description: 'A loud dog in the garden' }
    expect(await ask(worker, 'POST', url, { params, sent })).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await ask(worker, 'GET', '/people/:personId', { params }))).toContain('Dog in the home')
    const alertId = await idOf(worker, 'alert')
    const one = { ...params, alertId }
    const past = {
      [`review-${alertId}-day`]: '1',
      [`review-${alertId}-month`]: '1',
      [`review-${alertId}-year`]: '2020',
    }
    expect(
      contentOf(await ask(worker, 'POST', `${url}/:alertId/review`, { params: one, sent: past })),
    ).toContain('must be today or in the future')
    const before = formVersion(['A loud dog in the garden', null])
    const later = { version: before, ...past, [`review-${alertId}-year`]: '2099' }
    expect(await ask(worker, 'POST', `${url}/:alertId/review`, { params: one, sent: later })).toMatchObject({
      success: 'Alert reviewed',
    })
    expect(contentOf(await ask(worker, 'GET', url, { params }))).toContain('1 January 2099')
    const onOldPage = { params: one, sent: { ...later, [`review-${alertId}-year`]: '2098' } }
    for (const act of ['review', 'end']) {
      const stale = await ask(worker, 'POST', `${url}/:alertId/${act}`, onOldPage)
      expect(stale).toMatchObject({ kind: 'page', status: 409 })
      expect(contentOf(stale)).toContain('The record changed after you began')
    }
    const stranger = await makers.worker()
    expect(await ask(stranger, 'POST', `${url}/:alertId/end`, { params: one })).toEqual({ kind: 'not_found' })
    const now = { version: formVersion(['A loud dog in the garden', Temporal.PlainDate.from('2099-01-01')]) }
    expect(await ask(worker, 'POST', `${url}/:alertId/end`, { params: one, sent: now })).toMatchObject({
      success: 'Alert ended',
    })
    expect(contentOf(await ask(worker, 'GET', url, { params }))).toContain('No alert stands.')
  })
})

describe('tasks', () => {
  test('are given to those who hold the case, and done', async () => {
    const { worker, params } = await heldChild()
    const colleague = await makers.worker()
    const url = '/people/:personId/tasks'
    const sent = {
      title: 'Ring the school',
      worker: colleague.id,
      'due-day': '4',
      'due-month': '5',
      'due-year': '2099',
    }
    expect(contentOf(await ask(worker, 'POST', url, { params, sent }))).toContain('Select whom it is for')
    await makers.allocation({
      ...params,
      teamId: await makers.team(),
      workerId: colleague.id,
      role: 'co_worker',
    })
    expect(await ask(worker, 'POST', url, { params, sent })).toMatchObject({ success: 'Task added' })
    expect(contentOf(await ask(worker, 'GET', '/people/:personId', { params }))).toContain(
      'Ring the school, by 4 May 2099',
    )
    const one = { ...params, taskId: await idOf(worker, 'task') }
    expect(await ask(colleague, 'POST', `${url}/:taskId/done`, { params: one })).toMatchObject({
      success: 'Task done',
    })
    expect(await ask(worker, 'POST', `${url}/:taskId/done`, { params: one })).toEqual({ kind: 'not_found' })
  })
})

describe('professionals of other agencies', () => {
  test('are added with their telephone and ended', async () => {
    const { worker, params } = await heldChild()
    const url = '/people/:personId/involved'
    const sent = { name: 'Dr Invented', role: 'general_practitioner', telephone: '01632 960 000' }
    expect(await ask(worker, 'POST', url, { params, sent })).toMatchObject({ kind: 'redirect' })
    const page = contentOf(await ask(worker, 'GET', '/people/:personId', { params }))
    expect(page).toContain('Dr Invented')
    expect(page).toContain('href="tel:01632960000"')
    const one = { ...params, involvementId: await idOf(worker, 'involvement') }
    expect(await ask(worker, 'POST', `${url}/:involvementId/end`, { params: one })).toMatchObject({
      kind: 'redirect',
    })
    expect(contentOf(await ask(worker, 'GET', url, { params }))).toContain(
      'No professional of another agency',
    )
  })

  test('are not added by those who only read', async () => {
    const { params } = await heldChild()
    const nurse = await makers.worker()
    await makers.involvement({ ...params, workerId: nurse.id })
    const sent = { name: 'Dr Invented', role: 'midwife' }
    expect(await ask(nurse, 'POST', '/people/:personId/involved', { params, sent })).toEqual({
      kind: 'not_found',
    })
  })
})

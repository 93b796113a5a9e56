import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, recordPages)
const url = '/people/:personId/open'
const sent = { code: 'contact_received', reason: 'Her grandmother rang the duty line' }

async function heldChild(): Promise<{ child: Uuid; manager: Actor }> {
  const manager = await makers.worker()
  const teamId = await makers.team()
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const child = await makers.person({ given: 'Wren' })
  await makers.allocation({ personId: child, teamId, workerId: (await makers.worker()).id })
  return { child, manager }
}

describe('opening with a reason', () => {
  test('shows the same form for anyone’s id, and says whose it is to nobody', async () => {
    const { child } = await heldChild()
    const reader = await makers.worker()
    const [one, other] = [child, makeUuid()].map(async personId => {
      const page = contentOf(await ask(reader, 'GET', url, { params: { personId } }))
      return page.replaceAll(personId, 'ID').replace(/name="_key" value="[^"]*"/, '')
    })
    expect(await one).toBe(await other)
    expect(await one).not.toContain('Wren')
  })

  test('opens the record, which then says so on its pages', async () => {
    const { child } = await heldChild()
    const reader = await makers.worker()
    const params = { personId: child }
    expect(
      contentOf(await ask(reader, 'POST', url, { params, sent: { ...sent, reason: 'Because' } })),
    ).toContain('Reason must be 10 characters or more')
    const opened = await ask(reader, 'POST', url, { params, sent })
    expect(opened).toMatchObject({ kind: 'redirect', location: `/people/${child}` })
    const page = contentOf(await ask(reader, 'GET', '/people/:personId', { params }))
    expect(page).toContain('You have opened this record with a reason.')
    expect(page).toContain('Wren')
  })

  test('answers a restricted person like an absent one, also for duty and directors', async () => {
    const { child, manager } = await heldChild()
    await makers.restriction({ subjectId: child, members: [manager.id] })
    for (const actor of [await makers.worker(), await makers.worker({ class: 'director' })])
      for (const personId of [child, makeUuid()])
        expect(await ask(actor, 'POST', url, { params: { personId }, sent })).toEqual({ kind: 'not_found' })
    const duty = await makers.worker({ class: 'duty' })
    expect(await ask(duty, 'POST', url, { params: { personId: child }, sent })).toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('a restricted record', () => {
  test('is managed by its list, and opens to one worker by a reference', async () => {
    const { child } = await heldChild()
    const director = await makers.worker({ class: 'director' })
    const receiver = await makers.worker()
    const params = { personId: child }
    const base = '/people/:personId/restriction'
    expect(contentOf(await ask(director, 'GET', base, { params }))).toContain('Restrict this record')
    const made = await ask(director, 'POST', base, { params, sent: { reason: 'staff_family' } })
    expect(made).toMatchObject({ kind: 'redirect', success: 'The record is restricted to its named list' })
    expect(contentOf(await ask(director, 'GET', base, { params, query: { find: 'Madeup' } }))).toContain(
      'Put on the list',
    )
    const alone = { worker: director.id, change: 'remove' }
    expect(contentOf(await ask(director, 'POST', `${base}/list`, { params, sent: alone }))).toContain(
      'The last member of a list cannot be taken off it',
    )
    const give = '/people/:personId/give-reference'
    const given = contentOf(await ask(director, 'POST', give, { params, sent: { worker: receiver.id } }))
    const token = /<code>([\w-]{24})<\/code>/.exec(given)?.[1] ?? ''
    expect(token).not.toBe('')
    expect(await ask(receiver, 'GET', give, { params })).toEqual({ kind: 'not_found' })
    const use = (actor: Actor) =>
      ask(actor, 'POST', '/open-with-reference', { sent: { token, reason: sent.reason } })
    expect(contentOf(await use(await makers.worker()))).toContain('does not open anything for you')
    expect(await use(receiver)).toMatchObject({ kind: 'redirect', location: `/people/${child}` })
    expect(contentOf(await ask(receiver, 'GET', '/people/:personId', { params }))).toContain('Wren')
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { searchPeople } from '#modules/people'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { notesAbout } from '../../queries/notesAbout.ts'
import { workList } from '../../queries/workList.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'
import { workPages } from '../workPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, [...recordPages, ...workPages])
let manager: Actor
let lead: Actor
let opener: Actor
let child: Uuid

beforeAll(async () => {
  const teamId = await makers.team()
  ;[manager, lead, opener] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  child = await makers.person({ given: 'Wren', family: 'Conflictly', born: '2017-03-04' })
  await makers.allocation({ personId: child, teamId, workerId: lead.id })
})

describe('openings', () => {
  test('are listed with who and why, reviewed with what was looked at, and answered to whoever opened', async () => {
    const params = { personId: child }
    const reason = { code: 'contact_received', reason: 'Her grandmother rang the duty line' }
    await ask(opener, 'POST', '/people/:personId/open', { params, sent: reason })
    expect(contentOf(await ask(opener, 'GET', '/openings/mine'))).toContain(
      'Waits for a review by the end of',
    )
    const list = contentOf(await ask(manager, 'GET', '/openings'))
    expect(list).toContain('Waiting for review (1)')
    expect(list).toContain('Wren')
    const openingId = /\/openings\/([0-9a-f-]{36})/.exec(list)?.[1] ?? ''
    const page = contentOf(await ask(manager, 'GET', '/openings/:openingId', { params: { openingId } }))
    expect(page).toContain('Her grandmother rang the duty line')
    expect(await ask(lead, 'GET', '/openings/:openingId', { params: { openingId } })).toEqual({
      kind: 'not_found',
    })
    const send = (sent: Record<string, string>) =>
      ask(manager, 'POST', '/openings/:openingId', { params: { openingId }, sent })
    expect(contentOf(await send({ finding: 'not_justified' }))).toContain('Enter why')
    const sent = { finding: 'not_justified', remark: 'Ring the team first' }
    expect(await send(sent)).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await send({ finding: 'justified', remark: 'Fine' }))).toContain(
      'Your finding was not kept',
    )
    const own = contentOf(await ask(opener, 'GET', '/openings/mine'))
    expect(own).toContain('Ring the team first')
    const reviewed = await ask(manager, 'GET', '/openings', { query: { show: 'reviewed', format: 'csv' } })
    expect(reviewed.kind === 'csv' && [...reviewed.rows].length).toBe(1)
  })
})

describe('somebody who knows a child', () => {
  const seenBy = (actor: Actor) =>
    record.as(actor, async work => ({
      found: (await searchPeople(work, { text: 'Wren Conflictly', page: 1 })).total,
      works: (await workList(work, actor.id)).filter(item => item.personId === child).length,
      notes: (await notesAbout(work, child, { offset: 0, limit: 9 })).length,
    }))

  test('finds the record absent on every page, in searches, lists and notes, at once', async () => {
    const params = { personId: child }
    await ask(lead, 'POST', '/people/:personId/tasks', {
      params,
      sent: { title: 'Ring the school', worker: lead.id },
    })
    expect(await seenBy(lead)).toMatchObject({ found: 1, works: 1 })
    const absent = { personId: makeUuid() }
    const form = async (personId: Uuid) =>
      contentOf(await ask(lead, 'GET', '/people/:personId/know', { params: { personId } })).replaceAll(
        personId,
        '',
      )
    expect((await form(child)).replace(/_key" value="[^"]*"/, '')).toBe(
      (await form(absent.personId)).replace(/_key" value="[^"]*"/, ''),
    )
    const sent = { kind: 'own_family', remark: 'My niece' }
    expect(await ask(lead, 'POST', '/people/:personId/know', { params: absent, sent })).toEqual({
      kind: 'not_found',
    })
    expect(await ask(lead, 'POST', '/people/:personId/know', { params, sent })).toMatchObject({
      location: '/',
    })
    expect(await seenBy(lead)).toEqual({ found: 0, works: 0, notes: 0 })
    for (const route of recordPages.filter(
      one => one.method === 'GET' && one.url.startsWith('/people/:personId'),
    )) {
      if (!/^\/people\/:personId(\/[a-z-]+)*$/.test(route.url) || /open$|know$/.test(route.url)) continue
      const answers = [params, absent].map(async whose => ask(lead, 'GET', route.url, { params: whose }))
      expect([route.url, await answers[0]]).toEqual([route.url, await answers[1]])
    }
  })

  test('is known to the manager alone, who may open the record again', async () => {
    const params = { personId: child }
    const page = contentOf(await ask(manager, 'GET', '/people/:personId/conflicts', { params }))
    expect(page).toContain('My niece')
    const conflictId = /conflicts\/([0-9a-f-]{36})\/end/.exec(page)?.[1] ?? ''
    const end = (actor: Actor) =>
      ask(actor, 'POST', '/people/:personId/conflicts/:conflictId/end', { params: { ...params, conflictId } })
    expect(await end(lead)).toEqual({ kind: 'not_found' })
    expect(await end(manager)).toMatchObject({ kind: 'redirect' })
    expect(await ask(lead, 'GET', '/people/:personId/conflicts', { params })).toMatchObject({
      kind: 'forbidden',
    })
    const other = await makers.worker()
    const sent = { worker: other.id, kind: 'other', find: 'Worker' }
    expect(await ask(manager, 'POST', '/people/:personId/conflicts', { params, sent })).toMatchObject({
      kind: 'redirect',
    })
    expect(contentOf(await ask(manager, 'GET', '/people/:personId/conflicts', { params }))).toContain(
      'Otherwise',
    )
  })
})

describe('looks that nothing explains', () => {
  const page = async (query: Record<string, string> = {}) =>
    contentOf(await ask(manager, 'GET', '/openings/unexplained', { query }))
  const says = (lookId: Uuid, sent: Record<string, string>) =>
    ask(manager, 'POST', '/openings/unexplained/:lookId', { params: { lookId }, sent })

  test('wait until they are explained; an error stands beside its look on whatever page that is', async () => {
    const teamId = await makers.team()
    await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
    const looker = await makers.worker()
    await makers.post({ workerId: looker.id, teamId })
    const looks: Uuid[] = []
    for (let count = 0; count < 26; count += 1) {
      const subjectId = await makers.person()
      await makers.allocation({ personId: subjectId, teamId, workerId: looker.id })
      looks.push(await makers.unexplained({ actorId: looker.id, subjectId }))
    }
    expect(await page()).toContain('Waiting (26)')
    for (const lookId of looks) {
      const refused = contentOf(await says(lookId, { outcome: 'asked', remark: '' }))
      expect(refused).toContain(`href="#remark-${lookId}"`)
      expect(refused).toContain(`id="remark-${lookId}"`)
    }
    const [asked, explained] = looks as [Uuid, Uuid]
    await says(asked, { outcome: 'asked', remark: 'Why did you look?' })
    await says(explained, { outcome: 'explained', remark: 'She covered for a colleague' })
    expect(await page()).toContain('Waiting (25)')
    expect(await page()).not.toContain('She covered for a colleague')
    const done = await page({ show: 'explained' })
    expect(done).toContain('She covered for a colleague')
    expect(done).not.toContain('Why did you look?')
  })
})

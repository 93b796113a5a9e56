import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { draftRoutes } from '#platform/drafts'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { CaseworkTables } from '../../tables.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordVisitRoutes } from './route.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, [...recordVisitRoutes, ...draftRoutes])
const form = '/people/:personId/visits/new'
const draft = '/drafts/:form/:recordKey'

async function heldFamily(): Promise<{ worker: Actor; children: readonly Uuid[]; first: Uuid }> {
  const worker = await makers.worker()
  const teamId = await makers.team()
  const { children } = await makers.family({ children: 3, adults: 1 })
  const [first] = children
  if (!first) throw new Error('The family has three children')
  await makers.allocation({ personId: first, teamId, workerId: worker.id })
  return { worker, children, first }
}

/** The fields of the form as a browser would send them. */
function fieldsOf(page: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  const body = page.slice(page.indexOf('data-draft-url'))
  for (const [tag] of body.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    if (name !== undefined && (!isChoice || / checked/.test(tag))) fields[name] = value
  }
  return fields
}

const notes = (actor: Actor) =>
  record.as(actor, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('note')
      .select(['id', 'person_ids', 'body', 'corrects_id'])
      .execute(),
  )

describe('the visit form', () => {
  test('is sent for three siblings with one tick and the narrative', async () => {
    const { worker, children, first } = await heldFamily()
    const params = { personId: first }
    const shown = fieldsOf(contentOf(await ask(worker, 'GET', form, { params })))
    const sent = { ...shown, all: 'seen_alone', body: 'We built a bridge of chairs.' }
    expect(await ask(worker, 'POST', form, { params, sent })).toEqual({
      kind: 'redirect',
      location: `/people/${first}`,
      success: 'Saved for 3 children',
    })
    const [note] = await notes(worker)
    expect([...(note?.person_ids ?? [])].sort()).toEqual([...children].sort())
    const told = await record.as(worker, work =>
      work.db<CaseworkTables>().selectFrom('note_person').select(['was_seen', 'was_seen_alone']).execute(),
    )
    expect(told).toEqual(Array(3).fill({ was_seen: true, was_seen_alone: true }))
  })

  test('shows again what was typed, beside what to mend, and keeps it as a draft', async () => {
    const { worker, first } = await heldFamily()
    const params = { personId: first }
    const shown = fieldsOf(contentOf(await ask(worker, 'GET', form, { params })))
    const long = 'y'.repeat(100_001)
    const reply = await ask(worker, 'POST', form, { params, sent: { ...shown, body: long, time: 'soon' } })
    const page = contentOf(reply)
    expect(reply).toMatchObject({ status: 422, hasErrors: true })
    expect(page).toContain('Enter a time, such as 2:30pm or 14:30')
    expect(page).toContain(long)
    const again = contentOf(
      await ask(worker, 'POST', form, {
        params,
        sent: { ...fieldsOf(page), body: long, time: '9am', 'on-year': '2020' },
      }),
    )
    expect(again).toContain('must be 100,000 characters or fewer. It is 100,001 now')
    expect(again).toContain(long)
    expect(contentOf(await ask(worker, 'GET', form, { params }))).toContain('Continue your draft')
    expect(await notes(worker)).toEqual([])
  })

  test('keeps drafts apart by child and by tab', async () => {
    const { worker, children, first } = await heldFamily()
    const [, second = first] = children
    const params = { personId: first }
    const kept = { form: 'visit', recordKey: first }
    const query = { draft: 'open' }
    const tab = { _key: makeUuid(), body: 'Half a sentence' }
    expect(await ask(worker, 'POST', draft, { params: kept, sent: tab })).toMatchObject({ status: 200 })
    const other = { _key: makeUuid(), body: 'From another tab' }
    expect(await ask(worker, 'POST', draft, { params: kept, sent: other })).toMatchObject({ status: 409 })
    expect(
      await ask(worker, 'POST', draft, { params: kept, sent: { ...tab, body: 'A sentence' } }),
    ).toMatchObject({ status: 200 })
    const shown = contentOf(await ask(worker, 'GET', form, { params, query }))
    expect(shown).toContain('A sentence')
    expect(shown).not.toContain('another tab')
    const sibling = { params: { personId: second }, query }
    expect(contentOf(await ask(worker, 'GET', form, sibling))).not.toContain('A sentence')
    const colleague = await makers.worker()
    const teamId = await makers.team()
    await makers.allocation({ personId: first, teamId, workerId: colleague.id, role: 'co_worker' })
    expect(contentOf(await ask(colleague, 'GET', form, { params, query }))).not.toContain('A sentence')
    expect(await ask(worker, 'POST', form, { params, sent: { ...tab, save_draft: 'yes' } })).toMatchObject({
      kind: 'redirect',
      success: 'Draft saved',
    })
  })

  test('shows what a visit needs, and folds the rest until something in it is filled in or wrong', async () => {
    const { worker, children, first } = await heldFamily()
    const params = { personId: first }
    const fresh = contentOf(await ask(worker, 'GET', form, { params }))
    const parts = (page: string) => page.match(/<details[^>]*>/g) ?? []
    const open = (page: string) => parts(page).filter(part => part.includes(' open'))
    expect(parts(fresh)).toHaveLength(children.length + 2)
    expect(open(fresh)).toEqual([])
    const outside = fresh.replaceAll(/<details[\s\S]*?<\/details>/g, '')
    for (const name of ['on-day', 'time', 'body', 'all', `child-${first}`])
      expect(outside).toContain(`name="${name}"`)
    for (const name of ['place', 'impact', 'next-day', `child-${first}-words`]) {
      expect(outside).not.toContain(`name="${name}"`)
      expect(fresh).toContain(`name="${name}"`)
    }
    const shown = fieldsOf(fresh)
    const opened = async (changes: Record<string, string>) =>
      open(
        contentOf(await ask(worker, 'POST', form, { params, sent: { ...shown, time: 'soon', ...changes } })),
      ).length
    expect(await opened({})).toBe(0)
    expect(await opened({ place: 'At school' })).toBe(1)
    expect(await opened({ kind: 'telephone' })).toBe(1)
    expect(await opened({ 'next-day': '31', 'next-month': '2', 'next-year': '2026' })).toBe(1)
    expect(await opened({ significant: 'yes', [`child-${first}-words`]: 'I like the park' })).toBe(2)
  })

  test('is about the siblings that the address names too, and about nobody else', async () => {
    const { worker, children, first } = await heldFamily()
    const [, second = first, third = first] = children
    const params = { personId: first }
    const ticked = async (also: string) => {
      const page = contentOf(await ask(worker, 'GET', form, { params, query: { also } }))
      expect(page).toContain(`name="child-${third}"`)
      return children.filter(id => fieldsOf(page)[`child-${id}`] === 'about')
    }
    expect(await ticked(second)).toEqual([first, second])
    expect(await ticked(`${third},${makeUuid()},nonsense`)).toEqual([first, third])
  })

  test('answers strangers like an absent record, and readers who may not write with whom to ask', async () => {
    const { first } = await heldFamily()
    const stranger = await makers.worker()
    const nurse = await makers.worker()
    await makers.involvement({ personId: first, workerId: nurse.id })
    expect(await ask(stranger, 'GET', form, { params: { personId: first } })).toEqual({ kind: 'not_found' })
    expect(await ask(stranger, 'GET', form, { params: { personId: makeUuid() } })).toEqual({
      kind: 'not_found',
    })
    expect(await ask(nurse, 'GET', form, { params: { personId: first } })).toMatchObject({
      kind: 'forbidden',
    })
  })

  test('opens filled from the note to correct, and asks why', async () => {
    const { worker, first } = await heldFamily()
    const params = { personId: first }
    const shown = fieldsOf(contentOf(await ask(worker, 'GET', form, { params })))
    await ask(worker, 'POST', form, {
      params,
      sent: { ...shown, body: 'The earlier text', place: 'The park' },
    })
    const [note] = await notes(worker)
    const query = { corrects: note?.id ?? '' }
    const page = contentOf(await ask(worker, 'GET', form, { params, query }))
    expect(page).toContain('The earlier text')
    const sent: Record<string, unknown> = { ...fieldsOf(page), body: 'The later text' }
    expect(sent['place']).toBe('The park')
    expect(contentOf(await ask(worker, 'POST', form, { params, query, sent }))).toContain(
      'Enter why the earlier note is corrected',
    )
    const reason = 'It was the other park'
    expect(await ask(worker, 'POST', form, { params, query, sent: { ...sent, reason } })).toMatchObject({
      kind: 'redirect',
    })
    expect((await notes(worker)).map(one => one.corrects_id)).toContain(note?.id)
  })
})

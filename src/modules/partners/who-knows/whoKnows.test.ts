import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { openAgency } from '../testing/openAgency.ts'
import { ownRecord, whoKnows } from './readWhoKnows.ts'
import { sayWeHold } from './sayWeHold.ts'
import { whoKnowsRoutes } from './whoKnowsRoutes.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, whoKnowsRoutes)
const stage = await openAgency(record)
const { nurse, worker, stranger } = stage
const url = '/people/:personId/who-knows'
const since = { 'since-day': '3', 'since-month': '3', 'since-year': '2025' }
const say = (personId: Uuid, sent: object, actor: Actor = nurse) =>
  ask(actor, 'POST', url, {
    params: { personId },
    sent: { ...since, ask: 'Duty desk, 01632 960001', ...sent },
  })
const known = (personId: Uuid, actor: Actor = worker) => record.as(actor, work => whoKnows(work, personId))

describe('who knows this child', () => {
  test('whoever works with the child, by organisation and role, before anybody asks for content', async () => {
    const personId = await stage.child()
    expect(await known(personId)).toMatchObject([
      { how: 'works_with', roles: ['health_visitor'], until: null },
    ])
    expect(await known(personId, stranger)).toEqual([])
    const { kind } = await ask(stranger, 'GET', url, { params: { personId } })
    expect(kind).toBe('not_found')
  })
  test('what an organisation says of itself, with whom to ring', async () => {
    const personId = await stage.child()
    expect(await say(personId, {})).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await ask(worker, 'GET', url, { params: { personId } }))).toContain(
      'Duty desk, 01632 960001',
    )
    await say(personId, { ask: 'The clinic' })
    const said = (await known(personId)).filter(({ how }) => how === 'says_so')
    expect(said).toMatchObject([{ ask: 'The clinic', until: null }])
    await say(personId, { ends: 'yes' })
    expect((await known(personId)).find(({ how }) => how === 'says_so')?.until).not.toBeNull()
  })
  test('a sensitive service by consent alone, and without its name', async () => {
    const personId = await stage.child()
    expect(contentOf(await say(personId, { sensitive: 'yes' }))).toContain('only with the consent')
    expect(await say(personId, { sensitive: 'yes', consent: 'yes' })).toMatchObject({ kind: 'redirect' })
    const said = (await known(personId)).find(({ how }) => how === 'says_so')
    expect(said).toMatchObject({ organisation: null, organisationId: null })
    const services = (actor: Actor) =>
      record.as(actor, work =>
        sql`select organisation_id, told_by from agency_record where person_id = ${personId}`.execute(
          work.db(),
        ),
      )
    expect((await services(worker)).rows).toEqual([])
    expect((await services(nurse)).rows).toHaveLength(1)
    expect(await known(personId, stranger)).toEqual([])
  })
  test('is said by nobody without work with the child, and by nobody for another organisation', async () => {
    const personId = await stage.child()
    for (const actor of [stranger, worker])
      expect(await say(personId, {}, actor)).toEqual({ kind: 'not_found' })
    const { trust: other } = await openAgency(record)
    const held = { sinceOn: Temporal.PlainDate.from('2025-03-03'), ask: 'Us', isSensitive: false }
    const forged = record.as(nurse, work => sayWeHold(work, { personId, organisationId: other }, held, null))
    await expect(forged).rejects.toThrow('row-level security')
  })
  test('a stale form changes nothing', async () => {
    const personId = await stage.child()
    await say(personId, {})
    const own = await record.as(nurse, work => ownRecord(work, personId, stage.trust))
    await say(personId, { ask: 'The clinic' })
    const held = { sinceOn: Temporal.PlainDate.from('2025-03-03'), ask: 'Stale', isSensitive: false }
    const of = { personId, organisationId: stage.trust }
    expect(await record.as(nurse, work => sayWeHold(work, of, held, own))).toBe(false)
  })
  test('nothing of a child from whom the reader is kept', async () => {
    const personId = await stage.child()
    await say(personId, {})
    await record.makers.restriction({ subjectId: personId })
    for (const actor of [nurse, worker]) expect(await known(personId, actor)).toEqual([])
  })
  test('is said by nobody of a child from whom they are kept', async () => {
    const personId = await stage.child()
    await record.makers.restriction({ subjectId: personId })
    const held = { sinceOn: Temporal.PlainDate.from('2025-03-03'), ask: 'Us', isSensitive: false }
    const of = { personId, organisationId: stage.trust }
    await expect(record.as(nurse, work => sayWeHold(work, of, held, null))).rejects.toThrow(
      'row-level security',
    )
  })
})

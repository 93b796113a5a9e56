import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { listDrafts } from '#platform/drafts'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules, serviceModules } from '../../src/main/modules.ts'
import {
  type AssessedFamily,
  askRoute,
  assessedFamily,
  contentOf,
  tellRow,
} from '../../src/modules/assessments/testing/assessedFamily.ts'

registerModules()
const record = await testRecord()
const ask = askRoute(
  record.as,
  serviceModules.flatMap(({ routes }) => routes),
)
const url = '/people/:personId/close'
let family: AssessedFamily
let first: Uuid
let second: Uuid
beforeAll(async () => {
  family = await assessedFamily(record, { children: 2 })
  ;[first, second] = family.children as [Uuid, Uuid] // two were asked for
})

const send = (who: AssessedFamily['manager'], personId: Uuid, more: object) =>
  ask(who, 'POST', url, { params: { personId }, sent: { _key: makeUuid(), ...more } })
/** Whoever closed a case does not hold it any more, so the facts are read past every rule. */
const standing = async (personId: Uuid) => {
  const { rows } = await record.as(serviceActor('verifier'), work =>
    sql<{ closed: string | null; reason: string | null; held: number; todo: number }>`
      select max(closed_on)::text as closed, max(closure_reason) as reason,
        (select count(*)::int from allocation where person_id = ${personId} and ended_on is null) as held,
        (select count(*)::int from task where person_id = ${personId} and done_on is null) as todo
      from referral where person_id = ${personId}`.execute(work.db()),
  )
  return rows[0]
}
const whole = { reason: 'RC8', why: 'Nothing more is needed. They turn to Mrs Madeup at school.' }

test('a case is closed by a manager of it, and by nobody else', async () => {
  expect(await ask(family.worker, 'GET', url, { params: { personId: first } })).toMatchObject({
    kind: 'forbidden',
  })
  expect(await send(family.worker, first, { child: [first], ...whole })).toMatchObject({ kind: 'forbidden' })
  expect(await standing(first)).toMatchObject({ closed: null, held: 1 })
})

test('keeps what was typed and says what is missing', async () => {
  const page = contentOf(await send(family.manager, first, { child: [first], why: whole.why }))
  expect(page).toContain('Select the reason for the census')
  expect(page).toContain('They turn to Mrs Madeup at school.')
})

test('keeps a draft for its own manager, which closing the case drops', async () => {
  const page = contentOf(await ask(family.manager, 'GET', url, { params: { personId: second } }))
  expect(page).toContain(`data-draft-url="/drafts/case-closing/${second}"`)
  const draft = { child: [second], why: 'Half a sentence', save_draft: 'yes' }
  expect(await send(family.manager, second, draft)).toMatchObject({ kind: 'redirect' })
  const again = contentOf(await ask(family.manager, 'GET', url, { params: { personId: second } }))
  expect(again).not.toContain('Half a sentence')
  expect(again).toContain('draft=open')
  const open = { params: { personId: second }, query: { draft: 'open' } }
  expect(contentOf(await ask(family.manager, 'GET', url, open))).toContain('Half a sentence')
  expect(await standing(second)).toMatchObject({ closed: null })
})

test('an open enquiry and a running plan are finished first', async () => {
  const [referral] = (
    await record.as(family.manager, work =>
      sql<{ id: Uuid }>`select id from referral where person_id = ${second}`.execute(work.db()),
    )
  ).rows
  const of = { person_id: second, referral_id: referral?.id, started_on: '2026-01-05' }
  await tellRow(record, 'cin_plan', of)
  await tellRow(record, 's47_enquiry', of)
  const page = contentOf(await send(family.manager, first, { child: [first, second], ...whole }))
  expect(page).toContain('A child in need plan has run since 5 January 2026: close it first.')
  expect(page).toContain('A section 47 enquiry that started 5 January 2026 is open')
  expect(await standing(first)).toMatchObject({ closed: null, held: 1 })
})

test('ends the episode with its census reason, the holding and the tasks, and keeps why', async () => {
  await tellRow(record, 'task', { person_id: first, worker_id: family.worker.id, title: 'Tell the family' })
  expect(await standing(first)).toMatchObject({ todo: 1 })
  const keyed = { child: [first], ...whole, _key: makeUuid() }
  expect(await send(family.manager, first, keyed)).toMatchObject({
    kind: 'redirect',
    success: '1 case closed',
  })
  expect(await standing(first)).toEqual({
    closed: Temporal.Now.plainDateISO('Europe/London').toString(),
    reason: 'RC8',
    held: 0,
    todo: 0,
  })
  const told = await record.as(family.manager, work =>
    sql<{ body: string }>`select body from note where author_id = ${family.manager.id}`.execute(work.db()),
  )
  expect(told.rows.map(({ body }) => body).join()).toContain('They turn to Mrs Madeup at school.')
  const left = await record.as(family.manager, listDrafts)
  expect(left.filter(({ recordKey }) => recordKey === first)).toEqual([])
})

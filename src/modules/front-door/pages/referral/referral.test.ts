import { expect, test } from 'vitest'
import { registries } from '#modules/casework'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../../casework/testing/askPage.ts'
import { lendRegistries } from '../../../casework/testing/lendRegistries.ts'
import { referralClockSource } from '../../clocks/referralClockSource.ts'
import { episodesOf } from '../../queries/episodesOf.ts'
import type { FrontDoorTables } from '../../tables.ts'
import { referralRoutes } from './route.ts'

lendRegistries()
registries.episodeSource = episodesOf
registries.clockSources.push(referralClockSource)
const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, referralRoutes)
const url = '/people/:personId/referrals/:referralId'
const today = Temporal.Now.plainDateISO('Europe/London')
const receivedOn = today.subtract({ days: 10 })
const dated = (name: string, on: Temporal.PlainDate) => ({
  [`${name}-day`]: String(on.day),
  [`${name}-month`]: String(on.month),
  [`${name}-year`]: String(on.year),
})

async function stage() {
  const teamId = await makers.team()
  const [worker, manager] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const personId = await makers.person()
  await makers.allocation({ personId, teamId, workerId: worker.id })
  const referralId = makeUuid()
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<FrontDoorTables>()
      .insertInto('referral')
      .values({ id: referralId, person_id: personId, received_on: receivedOn })
      .execute(),
  )
  return { worker, manager, personId, params: { personId, referralId } }
}
type Params = { readonly personId: Uuid; readonly referralId: Uuid }

const versionIn = (page: string): string => page.match(/name="version" value="([^"]+)"/)?.[1] ?? ''
const opened = async (who: Actor, params: Params) =>
  versionIn(contentOf(await ask(who, 'GET', url, { params })))
const read = (who: Actor, { referralId }: Params) =>
  record.as(who, work =>
    work
      .db<FrontDoorTables>()
      .selectFrom('referral')
      .select(['source', 'primary_need', 'is_no_further_action', 'decided_on', 'feedback_sent_on'])
      .where('id', '=', referralId)
      .executeTakeFirstOrThrow(),
  )
const kinds = (who: Actor, { personId }: Params) =>
  record.as(who, work =>
    work
      .db<{ clock: { definition_id: string; outcome: string; person_id: Uuid } }>()
      .selectFrom('clock')
      .select(['definition_id', 'outcome'])
      .where('person_id', '=', personId)
      .orderBy('definition_id')
      .execute(),
  )

test('a worker completes the source, the need and the answer; the decision is offered to the manager alone', async () => {
  const { worker, manager, params } = await stage()
  const page = contentOf(await ask(worker, 'GET', url, { params }))
  expect(page).not.toContain('Was it taken further?')
  const sent = {
    version: versionIn(page),
    source: '6',
    need: 'N1',
    further: 'yes',
    ...dated('decided', today),
  }
  expect((await ask(worker, 'POST', url, { params, sent })).kind).toBe('redirect')
  const empty = { is_no_further_action: null, decided_on: null, feedback_sent_on: null }
  expect(await read(worker, params)).toEqual({ ...empty, source: '6', primary_need: 'N1' })
  const decided = {
    ...sent,
    version: await opened(manager, params),
    ...dated('decided', receivedOn.add({ days: 1 })),
    ...dated('told', today),
  }
  expect((await ask(manager, 'POST', url, { params, sent: decided })).kind).toBe('redirect')
  expect(await read(manager, params)).toMatchObject({
    is_no_further_action: false,
    decided_on: receivedOn.add({ days: 1 }),
    feedback_sent_on: today,
  })
  const clocks = new Map((await kinds(manager, params)).map(row => [row.definition_id, row.outcome]))
  expect(clocks.get('REF_DECISION')).not.toBe('open')
  expect(clocks.get('REF_FEEDBACK')).toBe('late')
})

test('refuses a day before the referral or after today, and a decision without its kind, and keeps what was typed', async () => {
  const { manager, params } = await stage()
  const version = await opened(manager, params)
  const early = receivedOn.subtract({ days: 1 })
  const sent = { version, source: '2A', ...dated('decided', today.add({ days: 1 })), ...dated('told', early) }
  const refused = await ask(manager, 'POST', url, { params, sent })
  expect(refused).toMatchObject({ kind: 'page', status: 422 })
  for (const words of [
    'must be today or in the past',
    'on or after the day of the referral',
    'Select whether it was taken',
  ])
    expect(contentOf(refused)).toContain(words)
  expect(contentOf(refused)).toMatch(/value="2A" selected/)
  expect(await read(manager, params)).toMatchObject({ source: null })
})

test('a form that has grown stale is refused and shows both texts', async () => {
  const { worker, manager, params } = await stage()
  const version = await opened(worker, params)
  const first = { version, source: '6', need: 'N1' }
  expect((await ask(manager, 'POST', url, { params, sent: first })).kind).toBe('redirect')
  const stale = await ask(worker, 'POST', url, { params, sent: { ...first, need: 'N4' } })
  expect(stale).toMatchObject({ kind: 'page', status: 409 })
  for (const words of ['Abuse', 'acute stress']) expect(contentOf(stale)).toContain(words)
  expect((await read(worker, params)).primary_need).toBe('N1')
})

test('nobody else reaches it, and another child’s referral is no referral of this child', async () => {
  const [one, other] = [await stage(), await stage()]
  const stranger = await makers.worker()
  expect((await ask(stranger, 'GET', url, { params: one.params })).kind).toBe('not_found')
  const mixed = { personId: one.personId, referralId: other.params.referralId }
  for (const who of [one.worker, one.manager])
    expect((await ask(who, 'GET', url, { params: mixed })).kind).toBe('not_found')
})

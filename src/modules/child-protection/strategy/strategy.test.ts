import { beforeAll, describe, expect, test } from 'vitest'
import { storedClocks } from '#modules/casework'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { enquiriesOf } from '../enquiry/queries/readEnquiry.ts'
import { inviteesOf, meetingOf, meetingRoutes } from '../meeting/index.ts'
import { type MeetingStage, meetingStage } from '../meeting/testing/meetingStage.ts'
import type { ChildProtectionTables } from '../tables.ts'
import { strategyRoutes } from './index.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, [...meetingRoutes, ...strategyRoutes])
let stage: MeetingStage
beforeAll(async () => {
  stage = await meetingStage(record)
})

const at = (meetingId: Uuid) => ({ meetingId })
const get = (actor: Actor, part: string, meetingId: Uuid, query: Record<string, string> = {}) =>
  ask(actor, 'GET', `/meetings/:meetingId${part}`, { params: at(meetingId), query })
const page = async (actor: Actor, part: string, meetingId: Uuid) =>
  contentOf(await get(actor, part, meetingId))
const post = (actor: Actor, part: string, meetingId: Uuid, sent: Record<string, unknown>) =>
  ask(actor, 'POST', `/meetings/:meetingId${part}`, { params: at(meetingId), sent })
const versionIn = (html: string): string => /name="version" value="([^"]+)"/.exec(html)?.[1] ?? ''

async function referred(count = 3): Promise<readonly Uuid[]> {
  const children = await stage.siblings(count)
  for (const personId of children)
    await stage.tell(work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('referral')
        .values({ id: makeUuid(), person_id: personId, received_on: work.today.subtract({ days: 2 }) })
        .execute(),
    )
  return children
}

/** Opens the meeting with these people there. */
async function opened(meetingId: Uuid, there: readonly Actor[]): Promise<void> {
  const invitees = await record.as(stage.manager, work => inviteesOf(work, meetingId))
  const attended = Object.fromEntries(
    invitees.map(one => [
      `attended-${one.id}`,
      there.some(({ id }) => id === one.workerId) ? 'online' : 'did_not_come',
    ]),
  )
  const version = versionIn(await page(stage.manager, '/attendance', meetingId))
  expect(await post(stage.manager, '/attendance', meetingId, { ...attended, version })).toMatchObject({
    location: `/meetings/${meetingId}/room`,
  })
}

async function decisions(meetingId: Uuid, children: readonly Uuid[], more: Record<string, unknown> = {}) {
  const version = versionIn(await page(stage.manager, '/decision', meetingId))
  const each = Object.fromEntries(
    children.flatMap(id => [
      [`decision-${id}`, 'start_enquiry'],
      [`reasons-${id}`, 'The bruise is not explained'],
      [`joint-${id}`, 'joint'],
    ]),
  )
  return { version, ...each, 'question-1': 'A medical today', 'who-1': 'Social worker', ...more }
}

test('a manager plans one for three siblings, and is told at once whom it lacks', async () => {
  const [personId] = (await referred()) as [Uuid]
  const params = { personId }
  const form = contentOf(await ask(stage.manager, 'GET', '/people/:personId/meetings/new', { params }))
  expect(form.match(/name="children"/g)).toHaveLength(3)
  expect(form).toContain('Nobody from police and health is ticked')
  const now = Temporal.Now.zonedDateTimeISO('Europe/London')
  const day = (name: string, on = now) => ({
    [`${name}-day`]: `${on.day}`,
    [`${name}-month`]: `${on.month}`,
    [`${name}-year`]: `${on.year}`,
  })
  const sent = {
    children: [personId],
    reason: 'A bruise',
    ...day('identified', now.subtract({ days: 1 })),
    'identified-time': '09:00',
    ...day('planned', now.add({ days: 1 })),
    'planned-time': '10:30',
    minutes: '45',
    how: 'online',
    ask: [`w:${stage.manager.id}`, `o:${stage.force}`, `w:${makeUuid()}`],
  }
  const empty = contentOf(
    await ask(stage.manager, 'POST', '/people/:personId/meetings/new', {
      params,
      sent: { ...sent, children: [], reason: '' },
    }),
  )
  expect(empty).toContain('Tick at least one child')
  expect(empty).toContain('Enter why there is reasonable cause')
  const reply = await ask(stage.manager, 'POST', '/people/:personId/meetings/new', { params, sent })
  if (reply.kind !== 'redirect') throw new Error(contentOf(reply).replaceAll(/<[^>]+>/g, ' '))
  const meetingId = reply.location.split('/').at(-1) as Uuid
  const invitees = await record.as(stage.manager, work => inviteesOf(work, meetingId))
  expect(invitees.map(({ agency }) => agency)).toEqual(['social_care', 'police'])
  expect(await page(stage.manager, '', meetingId)).toContain('Not asked yet: health')
  const clocks = await record.as(stage.manager, work => storedClocks(work, [personId]))
  expect(clocks.filter(({ definitionId }) => definitionId === 'STRAT')).toMatchObject([{ outcome: 'open' }])
})

describe('closing', () => {
  test('starts the enquiries with one decision a child, keeps who dissents, and stops the clock', async () => {
    const children = await referred()
    const [one, two, three] = children as [Uuid, Uuid, Uuid]
    const meetingId = await stage.planned(children)
    await opened(meetingId, [stage.manager, stage.police, stage.health])
    const police = await stage.inviteeOf(meetingId, stage.police)
    const sent = await decisions(meetingId, [one, two], {
      [`decision-${three}`]: 'no_enquiry',
      [`reasons-${three}`]: 'Lives with an aunt',
      [`dissent-${three}`]: [police.id],
      [`why-${three}`]: 'Was there that night',
    })
    expect(await post(stage.manager, '/decision', meetingId, sent)).toMatchObject({
      location: `/meetings/${meetingId}/record`,
    })
    const enquiries = await record.as(stage.manager, work => enquiriesOf(work, children))
    expect(enquiries.map(({ personId }) => personId).toSorted()).toEqual([one, two].toSorted())
    const shown = await page(stage.police, '/record', meetingId)
    expect(shown).toContain('Was there that night')
    const clocks = await record.as(stage.manager, work => storedClocks(work, [three]))
    expect(
      clocks
        .filter(one => one.triggerKind === 'meeting_child')
        .map(({ definitionId, outcome }) => [definitionId, outcome])
        .toSorted(),
    ).toEqual([
      ['STRAT', 'on_time'],
      ['STRAT_RECORD', 'open'],
    ])
    expect(
      (await record.as(stage.manager, work => storedClocks(work, [one]))).map(one => one.definitionId),
    ).toContain('ICPC_15')
  })

  test('puts what was done first into each enquiry that it begins or goes on with, once', async () => {
    const [one, two, three] = (await referred()) as [Uuid, Uuid, Uuid]
    const acted = {
      first: 'The baby was taken into police protection',
      by: 'PC Madeup',
      at: Temporal.Now.instant().subtract({ hours: 3 }),
      power: 'police_protection',
    } as const
    const earlier = await stage.planned([two])
    await opened(earlier, [stage.manager, stage.police, stage.health])
    await post(stage.manager, '/decision', earlier, await decisions(earlier, [two]))
    const meetingId = await stage.planned([one, two, three], { acted })
    await opened(meetingId, [stage.manager, stage.police, stage.health])
    const sent = await decisions(meetingId, [one, two, three], {
      [`decision-${two}`]: 'enquiry_continues',
      [`joint-${two}`]: '',
      [`decision-${three}`]: 'no_enquiry',
      [`joint-${three}`]: '',
    })
    expect(await post(stage.manager, '/decision', meetingId, sent)).toMatchObject({ kind: 'redirect' })
    const rows = await record.as(stage.worker, work =>
      work.db<ChildProtectionTables>().selectFrom('immediate_action').selectAll().execute(),
    )
    const told = rows.filter(row => row.meeting_id === meetingId)
    expect(told.map(row => row.person_id).toSorted()).toEqual([one, two].toSorted())
    expect(told[0]).toMatchObject({ done: acted.first, done_by: acted.by, power: 'police_protection' })
  })

  test('without a quorum is refused until the reason is entered, and what was typed is kept', async () => {
    const children = await referred(1)
    const meetingId = await stage.planned(children)
    await opened(meetingId, [stage.manager, stage.police])
    expect(await page(stage.manager, '/room', meetingId)).toContain('Not quorate: health not there')
    const sent = await decisions(meetingId, children)
    const refused = contentOf(await post(stage.manager, '/decision', meetingId, sent))
    expect(refused).toContain('Enter why it is held without a quorum')
    expect(refused).toContain('The bruise is not explained')
    const whole = { ...sent, quorumException: 'No doctor could be reached by nine' }
    expect(await post(stage.manager, '/decision', meetingId, whole)).toMatchObject({ kind: 'redirect' })
    expect(await page(stage.manager, '', meetingId)).toContain('No doctor could be reached by nine')
  })

  test('of a child without an open referral says so and closes nothing', async () => {
    const children = await stage.siblings(1)
    const meetingId = await stage.planned(children)
    await opened(meetingId, [stage.manager, stage.police, stage.health])
    const sent = await decisions(meetingId, children)
    expect(contentOf(await post(stage.manager, '/decision', meetingId, sent))).toContain('no open referral')
    expect((await record.as(stage.manager, work => meetingOf(work, meetingId)))?.status).toBe('in_session')
  })

  test('is refused with both texts when somebody else came in meanwhile', async () => {
    const children = await referred(1)
    const meetingId = await stage.planned(children)
    await opened(meetingId, [stage.manager, stage.police])
    const sent = { ...(await decisions(meetingId, children)), quorumException: 'None' }
    const health = await stage.inviteeOf(meetingId, stage.health)
    const attended = { [`attended-${health.id}`]: 'telephone' }
    const form = await page(stage.worker, '/attendance', meetingId)
    const others = [...form.matchAll(/name="(attended-[^"]+)"/g)].map(([, name]) => [name, 'online'])
    const version = versionIn(form)
    await post(stage.worker, '/attendance', meetingId, {
      ...Object.fromEntries(others),
      ...attended,
      version,
    })
    const stale = await post(stage.manager, '/decision', meetingId, sent)
    expect(stale).toMatchObject({ kind: 'page', status: 409 })
    expect(contentOf(stale)).toContain('The record changed after you began')
  })
})

describe('the list of who is asked', () => {
  test('of two who edit it the second gets both', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const health = await stage.inviteeOf(meetingId, stage.health)
    const version = versionIn(await page(stage.manager, '/invitees', meetingId))
    const sent = (response: string) => ({ version, [`response-${health.id}`]: response })
    expect(await post(stage.manager, '/invitees', meetingId, sent('coming'))).toMatchObject({
      kind: 'redirect',
    })
    const stale = await post(stage.worker, '/invitees', meetingId, sent('apologies'))
    expect(stale).toMatchObject({ status: 409 })
    expect(contentOf(stale)).toMatch(/apologies[\s\S]*coming/)
    expect((await stage.inviteeOf(meetingId, stage.health)).response).toBe('coming')
  })

  test('takes an invitation back, after which they find nothing', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const health = await stage.inviteeOf(meetingId, stage.health)
    const version = versionIn(await page(stage.manager, '/invitees', meetingId))
    await post(stage.manager, '/invitees', meetingId, {
      version,
      [`withdraw-${health.id}`]: 'A colleague comes',
    })
    for (const part of ['', '/room'])
      expect(await get(stage.health, part, meetingId)).toEqual({ kind: 'not_found' })
  })
})

describe('the room', () => {
  test('shows each agency’s own words, and asks nobody to believe who wrote them', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const police = await stage.inviteeOf(meetingId, stage.police)
    const health = await stage.inviteeOf(meetingId, stage.health)
    const said = { kind: 'information', class: 'B3', said: 'Called twice' }
    await post(stage.police, '/room', meetingId, { ...said, who: health.id }) // whom one writes for is not one's own to say
    await post(stage.manager, '/room', meetingId, { ...said, said: 'Seen in May', who: health.id })
    const room = await page(stage.health, '/room', meetingId)
    expect(room).toMatch(/Police: [^<]*<\/strong>[\s\S]*Called twice/)
    expect(room).toMatch(/Health: [^<]*<\/strong>[\s\S]*Seen in May[\s\S]*Written down by/)
    const live = await get(stage.health, '/room/entries', meetingId)
    if (live.kind !== 'json') throw new Error('No answer for the script')
    const { mark } = live.body as { mark: string }
    expect(await get(stage.health, '/room/entries', meetingId, { mark })).toMatchObject({ shown: 'nothing' })
    expect(police.id).not.toBe(health.id)
  })

  test('says who will read it before it is kept, and offers intelligence to the police alone', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    const police = await page(stage.police, '/room', meetingId)
    expect(police).toContain('Read by Exampleshire Constabulary, and by those you tick')
    expect(await page(stage.health, '/room', meetingId)).not.toContain('value="C4"')
    const forged = await post(stage.health, '/room', meetingId, {
      kind: 'information',
      class: 'C4',
      said: 'x',
    })
    expect(contentOf(forged)).toContain('Select who may read it')
  })

  test('keeps text that was not sent as a draft of its writer', async () => {
    const meetingId = await stage.planned(await stage.siblings(1))
    await post(stage.police, '/room', meetingId, { said: 'Not sent yet', class: '', kind: 'information' })
    expect(await page(stage.police, '/room', meetingId)).toContain('Not sent yet')
    expect(await page(stage.manager, '/room', meetingId)).not.toContain('Not sent yet')
  })
})

describe('the record', () => {
  async function held() {
    const children = await referred(1)
    const meetingId = await stage.planned(children)
    await opened(meetingId, [stage.manager, stage.police, stage.health])
    await post(stage.manager, '/decision', meetingId, await decisions(meetingId, children))
    return { meetingId, personId: children[0] as Uuid }
  }
  const keys = (html: string) =>
    [...html.matchAll(/name="to"[^>]*value="([^"]+)"/g)].flatMap(([, key]) => key ?? [])

  test('goes to each who took part, who says that they read it, and stops its clock', async () => {
    const { meetingId, personId } = await held()
    const to = keys(await page(stage.manager, '/record', meetingId))
    expect(to).toHaveLength(2)
    expect(await post(stage.manager, '/record/sent', meetingId, { to, how: 'kith' })).toMatchObject({
      kind: 'redirect',
    })
    const again = await post(stage.worker, '/record/sent', meetingId, { to, how: 'post' })
    expect(again).toMatchObject({ status: 409 })
    const version = versionIn(await page(stage.police, '/record', meetingId))
    await post(stage.police, '/record/read', meetingId, { version })
    expect((await stage.inviteeOf(meetingId, stage.police)).recordAcknowledgedAt).not.toBeNull()
    const clocks = await record.as(stage.manager, work => storedClocks(work, [personId]))
    expect(clocks.find(({ definitionId }) => definitionId === 'STRAT_RECORD')?.outcome).toBe('on_time')
  })

  test('is a print of those who read it, and of nobody else', async () => {
    const { meetingId } = await held()
    const print = await get(stage.police, '/record/print', meetingId)
    if (print.kind !== 'print') throw new Error('No print')
    expect(
      Buffer.from(await print.make())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(await get(stage.officer, '/record/print', meetingId)).toEqual({ kind: 'not_found' })
  })
})

test('an invited officer finds neither another meeting nor what only the line does', async () => {
  const meetingId = await stage.planned(await stage.siblings(1))
  const other = await stage.planned(await stage.siblings(1), { invitees: [] })
  for (const part of ['', '/room', '/room/entries', '/record', '/decision', '/invitees'])
    expect(await get(stage.police, part, other)).toEqual({ kind: 'not_found' })
  for (const part of ['/decision', '/invitees', '/move', '/cancel', '/attendance'])
    expect(await get(stage.police, part, meetingId)).toEqual({ kind: 'not_found' })
  const health = await stage.inviteeOf(meetingId, stage.health)
  await post(stage.police, '/answer', meetingId, { response: 'coming', version: `${health.version}` })
  expect((await stage.inviteeOf(meetingId, stage.health)).response).toBe('none')
  const list = contentOf(await ask(stage.police, 'GET', '/meetings'))
  expect(list).toContain(meetingId)
  expect(list).not.toContain(other)
})

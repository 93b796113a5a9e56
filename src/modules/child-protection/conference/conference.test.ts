import { beforeAll, describe, expect, test } from 'vitest'
import { whyICanSee } from '#modules/access'
import { storedClocks } from '#modules/casework'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import {
  inviteesOf,
  meetingOf,
  meetingRoutes,
  noteAttendance,
  openMeeting,
  planMeeting,
} from '../meeting/index.ts'
import { type MeetingStage, meetingStage } from '../meeting/testing/meetingStage.ts'
import { categoriesOf, planOutcomes, protectionPlansOf, runningPlan } from '../plan/queries/readPlan.ts'
import { protectionFactsOf } from '../queries/protectionFactsOf.ts'
import { conferenceRoutes } from './index.ts'
import { isOnWeekend } from './rules/conference.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, conferenceRoutes)
const base = '/meetings/:meetingId/conference'
let stage: MeetingStage
let chair: Actor
beforeAll(async () => {
  stage = await meetingStage(record)
  chair = await record.makers.worker()
  await record.makers.post({
    workerId: chair.id,
    role: 'conference_chair',
    teamId: await record.makers.team(),
  })
})

const today = () => londonDate(Temporal.Now.instant())
/** An initial conference is not opened on a weekend, whatever day this test runs on: a transfer-in conference decides alike. */
const first = today().dayOfWeek > 5 ? 'transfer_in' : 'initial'

const weekday = (hours: number): Temporal.Instant => {
  let at = Temporal.Now.instant().add({ hours })
  while (isOnWeekend('initial', at)) at = at.add({ hours: 24 })
  return at
}

async function planned(personIds: readonly Uuid[], kind: 'first' | 'review' = 'first'): Promise<Uuid> {
  return await stage.planned(personIds, {
    kind: kind === 'first' ? first : kind,
    chairId: chair.id,
    plannedAt: weekday(24),
  })
}

/** Sits, with police and health there: opened by the chair. Today may be a Saturday: a review opens on any day. */
async function sitting(
  personIds: readonly Uuid[],
  kind: 'first' | 'review' = 'first',
  there = true,
): Promise<Uuid> {
  const meetingId = await planned(personIds, kind)
  expect(await record.as(chair, work => openMeeting(work, { meetingId, version: 1 }))).toBe('changed')
  if (!there) return meetingId
  const invitees = await record.as(chair, work => inviteesOf(work, meetingId))
  await record.as(chair, work =>
    noteAttendance(
      work,
      meetingId,
      invitees.map(({ id, version }) => ({ inviteeId: id, version, attended: 'in_person' })),
    ),
  )
  return meetingId
}
const versionOf = async (meetingId: Uuid) =>
  `${(await record.as(chair, work => meetingOf(work, meetingId)))?.version}`
const startsPlan = (id: Uuid) => ({
  [`decision-${id}`]: 'plan',
  [`category-${id}`]: 'NEG',
  [`threshold-${id}`]: 'Alone at night and hungry',
  [`reasons-${id}`]: 'All agencies agree',
})
const decide = async (meetingId: Uuid, sent: Record<string, unknown>, actor = chair) =>
  ask(actor, 'POST', `${base}/decide`, {
    params: { meetingId },
    sent: { version: await versionOf(meetingId), ...sent },
  })

describe('a first conference', () => {
  test('decides each child apart, starts the plan with what was built, and its clocks, all in one', async () => {
    const [one, two] = (await stage.siblings(2)) as [Uuid, Uuid]
    const meetingId = await sitting([one, two])
    const line = {
      for: 'every',
      outcome: 'Tea every day',
      baseline: 'None on most days',
      change: 'Cooked at five',
      what: 'Buy a cooker',
      owner: 'name',
      ownerName: 'Grandma',
      'due-day': '1',
      'due-month': '2',
      'due-year': '2027',
    }
    expect(
      await ask(chair, 'POST', `${base}/lines/new`, { params: { meetingId }, sent: line }),
    ).toMatchObject({ kind: 'redirect' })
    const sent = {
      ...startsPlan(one),
      [`decision-${two}`]: 'no_plan',
      [`reasons-${two}`]: 'Lives with her aunt',
    }
    expect(await decide(meetingId, sent)).toMatchObject({ kind: 'redirect' })
    const plan = await record.as(stage.worker, work => runningPlan(work, one))
    expect(plan).toMatchObject({
      initialCategory: 'NEG',
      latestCategory: 'NEG',
      previousPlans: 0,
      startedOn: today(),
    })
    if (plan === null) return
    expect(await record.as(stage.worker, work => planOutcomes(work, plan))).toMatchObject([
      { outcome: 'Tea every day', actions: [{ what: 'Buy a cooker' }] },
    ])
    expect(await record.as(stage.worker, work => categoriesOf(work, plan))).toMatchObject([
      { atConference: true },
    ])
    const sights = await record.as(chair, work => whyICanSee(work, one))
    expect(sights).toMatchObject([{ reason: 'meeting', dataClasses: ['A2', 'B1', 'B2', 'C1', 'C3'] }])
    expect(await record.as(stage.worker, work => runningPlan(work, two))).toBeNull()
    const { conferences } = await record.as(stage.worker, work => protectionFactsOf(work, [one, two]))
    expect(conferences).toHaveLength(2)
    const clocks = await record.as(stage.worker, work => storedClocks(work, [one]))
    const open = clocks.filter(({ outcome }) => outcome === 'open').map(({ definitionId }) => definitionId)
    expect(open).toEqual(
      expect.arrayContaining([
        'CORE_GROUP_FIRST',
        'CP_VISIT',
        'RCPC_1',
        'CONF_RECORD',
        'CONF_DECISION_LETTER',
      ]),
    )
  })

  test('is not closed without a quorum, but with the reason; and adjourned it leaves the clock running', async () => {
    const [child] = (await stage.siblings(1)) as [Uuid]
    const meetingId = await sitting([child], 'first', false)
    expect(contentOf(await decide(meetingId, startsPlan(child)))).toContain('without a quorum')
    const counts = { because: 'No quorum', counts: 'no', version: await versionOf(meetingId) }
    await ask(chair, 'POST', `${base}/adjourn`, { params: { meetingId }, sent: counts })
    const { conferences } = await record.as(stage.worker, work => protectionFactsOf(work, [child]))
    expect(conferences).toEqual([])
    const again = await sitting([child], 'first', false)
    expect(
      await decide(again, { ...startsPlan(child), exception: 'Snow; police gave their view by telephone' }),
    ).toMatchObject({ kind: 'redirect' })
    expect(await record.as(stage.worker, work => runningPlan(work, child))).not.toBeNull()
  })

  test('adjourned counts as held only where the chair decides it', async () => {
    const [child] = (await stage.siblings(1)) as [Uuid]
    const meetingId = await sitting([child], 'first', false)
    await ask(chair, 'POST', `${base}/adjourn`, {
      params: { meetingId },
      sent: { because: 'Fire alarm', counts: 'yes', version: await versionOf(meetingId) },
    })
    const { conferences } = await record.as(stage.worker, work => protectionFactsOf(work, [child]))
    expect(conferences).toHaveLength(1)
  })

  test('is opened and decided by its chair alone', async () => {
    const [child] = (await stage.siblings(1)) as [Uuid]
    const meetingId = await planned([child])
    const open = await askPage(record.as, meetingRoutes)(
      stage.manager,
      'GET',
      '/meetings/:meetingId/attendance',
      {
        params: { meetingId },
      },
    )
    expect(open).toEqual({ kind: 'not_found' })
    const sits = await sitting([child])
    expect(await decide(sits, startsPlan(child), stage.manager)).toEqual({ kind: 'not_found' })
  })

  test('lists to the chair whose words nobody has written down', async () => {
    const [child] = (await stage.siblings(1)) as [Uuid]
    const meetingId = await sitting([child])
    const page = contentOf(await ask(chair, 'GET', `${base}/decide`, { params: { meetingId } }))
    expect(page).toContain('nobody has said why')
    const words = { words: 'I want it to be quiet', how: 'told_worker', version: '1' }
    const query = { child }
    const form = contentOf(await ask(stage.worker, 'GET', `${base}/words`, { params: { meetingId }, query }))
    expect(form).toContain(`action="/meetings/${meetingId}/conference/words?child=${child}"`)
    await ask(stage.worker, 'POST', `${base}/words`, { params: { meetingId }, query, sent: words })
    expect(contentOf(await ask(chair, 'GET', `${base}/decide`, { params: { meetingId } }))).not.toContain(
      'nobody has said why',
    )
    const stale = await ask(stage.manager, 'POST', `${base}/words`, {
      params: { meetingId },
      query,
      sent: words,
    })
    expect(stale).toMatchObject({ status: 409 })
  })

  test('draws how safe each there judges each child', async () => {
    const [child] = (await stage.siblings(1)) as [Uuid]
    const meetingId = await sitting([child])
    const invitee = await stage.inviteeOf(meetingId, stage.police)
    const query = { child, invitee: invitee.id }
    const sent = {
      view: 'plan',
      category: 'NEG',
      safety: '3',
      why: 'Called out twice',
      reasons: 'As said',
      version: '0',
    }
    expect(
      await ask(stage.police, 'POST', `${base}/view`, { params: { meetingId }, query, sent }),
    ).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await ask(chair, 'GET', base, { params: { meetingId } }))).toContain('How safe is')
    const other = await stage.inviteeOf(meetingId, stage.health)
    const asOther = await ask(stage.police, 'POST', `${base}/view`, {
      params: { meetingId },
      query: { child, invitee: other.id },
      sent,
    })
    expect(asOther).toEqual({ kind: 'not_found' })
  })
})

describe('two at once', () => {
  test('a second closing is answered with both texts, and nothing of it is written', async () => {
    const [child] = (await stage.siblings(1)) as [Uuid]
    const meetingId = await sitting([child])
    const version = await versionOf(meetingId)
    const close = (sent: Record<string, unknown>) =>
      ask(chair, 'POST', `${base}/decide`, { params: { meetingId }, sent: { version, ...sent } })
    const other = { [`decision-${child}`]: 'no_plan', [`reasons-${child}`]: 'His aunt has him' }
    const replies = await Promise.all([close(startsPlan(child)), close(other)])
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['page', 'redirect'])
    const refused = replies.find(({ kind }) => kind === 'page')
    expect(refused).toMatchObject({ status: 409 })
    const page = contentOf(refused as NonNullable<typeof refused>)
    expect(page).toContain('All agencies agree')
    expect(page).toContain('His aunt has him')
    const { conferences } = await record.as(stage.worker, work => protectionFactsOf(work, [child]))
    expect(conferences).toHaveLength(1)
  })

  test('an adjournment that comes after the closing says so; to whoever may not close it nothing is told', async () => {
    const [child] = (await stage.siblings(1)) as [Uuid]
    const meetingId = await sitting([child])
    const adjourn = (actor: Actor) =>
      ask(actor, 'POST', `${base}/adjourn`, {
        params: { meetingId },
        sent: { because: 'Fire alarm', counts: 'no', version: '2' },
      })
    expect(await decide(meetingId, startsPlan(child))).toMatchObject({ kind: 'redirect' })
    const late = await adjourn(chair)
    expect(late).toMatchObject({ status: 409 })
    expect(contentOf(late)).toContain('Fire alarm')
    expect(await adjourn(stage.manager)).toEqual({ kind: 'not_found' })
  })
})

describe('a review conference', () => {
  async function withPlan(): Promise<Uuid> {
    const [child] = (await stage.siblings(1)) as [Uuid]
    expect(await decide(await sitting([child]), startsPlan(child))).toMatchObject({ kind: 'redirect' })
    return child
  }

  test('lets the plan go on under another category, or ends it', async () => {
    const child = await withPlan()
    const on = { ...startsPlan(child), [`decision-${child}`]: 'plan_continues', [`category-${child}`]: 'EMO' }
    expect(await decide(await sitting([child], 'review'), on)).toMatchObject({ kind: 'redirect' })
    expect(await record.as(stage.worker, work => runningPlan(work, child))).toMatchObject({
      initialCategory: 'NEG',
      latestCategory: 'EMO',
    })
  })

  test('ends a plan on its day', async () => {
    const child = await withPlan()
    const ends = { [`decision-${child}`]: 'plan_ends', [`reasons-${child}`]: 'Safe for six months' }
    expect(await decide(await sitting([child], 'review'), ends)).toMatchObject({ kind: 'redirect' })
    const [plan] = await record.as(stage.worker, work => protectionPlansOf(work, [child]))
    expect(plan).toMatchObject({ endEvent: 'review_conference', endedOn: today() })
    const clocks = await record.as(stage.worker, work => storedClocks(work, [child]))
    expect(
      clocks.filter(({ definitionId, outcome }) => definitionId === 'CP_VISIT' && outcome === 'open'),
    ).toEqual([])
  })

  test('of a child without a plan is refused with what to do', async () => {
    const [child] = (await stage.siblings(1)) as [Uuid]
    const ends = { [`decision-${child}`]: 'plan_ends', [`reasons-${child}`]: 'Safe' }
    expect(contentOf(await decide(await sitting([child], 'review'), ends))).toContain(
      'hold an initial conference',
    )
  })
})

test('a first conference is not planned on a weekend', async () => {
  const [child] = (await stage.siblings(1)) as [Uuid]
  const saturday = Temporal.ZonedDateTime.from('2027-01-09T10:00[Europe/London]').toInstant()
  expect(isOnWeekend('initial', saturday)).toBe(true)
  expect(isOnWeekend('review', saturday)).toBe(false)
  const plan = record.as(stage.manager, work =>
    planMeeting(work, {
      kind: 'initial',
      personIds: [child],
      reason: 'Bruises',
      plannedAt: saturday,
      minutes: 90,
      how: 'in_person',
      place: null,
      chairId: chair.id,
      administratorId: null,
      invitees: [],
    }),
  )
  expect(await plan).toEqual({ outcome: 'refused', because: 'weekend' })
})

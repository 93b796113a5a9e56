import { expect, test } from 'vitest'
import { type CaseworkTables, decideApproval, recordVisit, storedClocks } from '#modules/casework'
import { peopleModule } from '#modules/people'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { addWorkingDays, londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { protectionBars } from '../record/protectionBars.ts'
import { protectionTimeline } from '../record/protectionTimeline.ts'
import type { ChildProtectionTables } from '../tables.ts'
import { handInOutcome, type OutcomeWanted, stopEnquiry } from './commands/endEnquiry.ts'
import { startEnquiry } from './commands/startEnquiry.ts'
import { enquiryRoutes } from './index.ts'
import { linesOf } from './queries/enquiryParts.ts'
import { enquiriesOf } from './queries/readEnquiry.ts'
import { enquiryPanel } from './record/enquiryPanel.ts'
import {
  decidedNow,
  type EnquiredFamily,
  enquiredFamily,
  registerForEnquiries,
} from './testing/enquiredFamily.ts'

registerForEnquiries()
const record = await testRecord()
const ask = askPage(record.as, enquiryRoutes)
const base = '/people/:personId/enquiries/:enquiryId'

const started = async (at: EnquiredFamily, more = {}) => {
  const answer = await record.as(at.worker, work =>
    startEnquiry(work, decidedNow(at.children, at.worker.id, more)),
  )
  if (answer.outcome !== 'started') throw new Error(`Refused: ${answer.because}`)
  return answer.enquiryIds as [Uuid, Uuid]
}
const readOf = (actor: Actor, personId: Uuid) =>
  record.as(actor, async work => (await enquiriesOf(work, [personId]))[0])
const clockOf = (actor: Actor, personId: Uuid, id: string) =>
  record.as(actor, async work => (await storedClocks(work, [personId])).find(one => one.definitionId === id))
const risk: OutcomeWanted = {
  outcome: 'continuing_risk',
  reasons: 'The burn is not explained',
  isConferenceAsked: true,
  noConferenceReason: null,
  interimSafety: 'The children stay with their aunt',
  notSeenReason: 'Seen tomorrow morning',
}
const handedIn = (at: EnquiredFamily, personId: Uuid, wanted = risk) =>
  record.as(at.worker, async work => {
    const [enquiry] = await enquiriesOf(work, [personId])
    if (!enquiry) throw new Error('There is no enquiry')
    return handInOutcome(work, enquiry, enquiry.version, wanted)
  })
const decide = (at: EnquiredFamily, enquiryId: Uuid, outcome: 'authorised' | 'returned') =>
  record.as(at.manager, async work => {
    const row = await work
      .db<CaseworkTables>()
      .selectFrom('approval')
      .select(['id', 'version'])
      .where('subject_id', '=', enquiryId)
      .where('outcome', 'is', null)
      .executeTakeFirstOrThrow()
    const reason = outcome === 'returned' ? 'Say what the school thinks' : null
    return decideApproval(work, { approvalId: row.id, version: row.version, outcome, reason })
  })

test('begins for brother and sister at once, with the lines of both, and its clocks run', async () => {
  const at = await enquiredFamily(record)
  const ids = await started(at, { lines: [{ question: 'Who was at home?', who: 'Police', dueOn: null }] })
  expect(ids).toHaveLength(2)
  for (const personId of at.children) {
    const enquiry = await readOf(at.worker, personId)
    const today = londonDate(enquiry?.beganAt ?? Temporal.Now.instant())
    expect(enquiry).toMatchObject({ isOpen: true, isJointWithPolice: true, isImmediate: false })
    expect(await record.as(at.worker, work => linesOf(work, enquiry?.id ?? makeUuid()))).toHaveLength(1)
    // Census: N00148 is the day it started, N00109 the fifteenth working day after the discussion.
    expect(enquiry?.startedOn).toEqual(today)
    expect(enquiry?.conferenceTargetOn).toEqual(addWorkingDays(today, 15))
    expect((await clockOf(at.worker, personId, 'ICPC_15'))?.dueOn).toEqual(addWorkingDays(today, 15))
    const seen = await clockOf(at.worker, personId, 'S47_CHILD_SEEN')
    expect(seen?.dueAt.toString().slice(0, 19)).toBe(
      enquiry?.beganAt?.add({ hours: 24 }).toString().slice(0, 19),
    )
  }
})

test('the conference of a discussion on Friday 27 March 2026 is due on Tuesday 21 April 2026', async () => {
  const at = await enquiredFamily(record)
  const heldAt = Temporal.Instant.from('2026-03-27T10:00Z')
  const discussion = {
    heldAt,
    tookPart: ['social_care', 'police', 'health'],
    quorumException: null,
    decided: 'Yes',
  }
  await started(at, { beganAt: heldAt, discussion })
  const due = Temporal.PlainDate.from('2026-04-21')
  expect((await clockOf(at.worker, at.children[0], 'ICPC_15'))?.dueOn).toEqual(due)
  expect((await readOf(at.worker, at.children[0]))?.conferenceTargetOn).toEqual(due)
})

test('refuses a second open enquiry of a child, one without an open referral, and one of somebody else’s child', async () => {
  const at = await enquiredFamily(record)
  await started(at)
  const start = (actor: Actor, personIds: readonly Uuid[]) =>
    record.as(actor, work => startEnquiry(work, decidedNow(personIds, at.worker.id)))
  expect(await start(at.worker, [at.children[1]])).toMatchObject({
    outcome: 'refused',
    because: 'open_enquiry',
  })
  const third = await record.makers.person()
  await record.makers.allocation({ personId: third, teamId: at.teamId, workerId: at.worker.id })
  expect(await start(at.worker, [third])).toMatchObject({ because: 'no_referral' })
  expect(await start(await record.makers.worker(), [at.children[0]])).toMatchObject({
    because: 'may_not_write',
  })
})

test('of two who begin an enquiry of one child at once, one is refused', async () => {
  const at = await enquiredFamily(record)
  const both = await Promise.all(
    [at.worker, at.manager].map(actor =>
      record.as(actor, work => startEnquiry(work, decidedNow(at.children, at.worker.id))),
    ),
  )
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['refused', 'started'])
})

const instantValues = (name: string, at: Temporal.Instant) => {
  const local = at.toZonedDateTimeISO('Europe/London')
  return {
    [`${name}-day`]: `${local.day}`,
    [`${name}-month`]: `${local.month}`,
    [`${name}-year`]: `${local.year}`,
    [`${name}-time`]: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
const startForm = (at: EnquiredFamily) => ({
  child: [...at.children],
  began: 'discussion',
  ...instantValues('held', Temporal.Now.instant().subtract({ minutes: 30 })),
  tookPart: ['social_care', 'police', 'health'],
  decided: 'A joint enquiry: both children to be seen today',
  joint: 'yes',
  lead: at.worker.id,
  'question-0': 'What does the school know?',
  'who-0': 'Head teacher',
})

test('the form begins an enquiry for the children ticked, and keeps what was typed beside its errors', async () => {
  const at = await enquiredFamily(record)
  const url = '/people/:personId/enquiries/new'
  const params = { personId: at.children[0] }
  const page = contentOf(await ask(at.worker, 'GET', url, { params }))
  expect(page).toContain('Ash')
  expect(page).toContain('Bea')
  const lacking = {
    ...startForm(at),
    tookPart: ['social_care', 'police'],
    decided: 'Typed with care',
    joint: '',
  }
  const refused = contentOf(await ask(at.worker, 'POST', url, { params, sent: lacking }))
  expect(refused).toContain('Enter why it was held without: health')
  expect(refused).toContain('Select who makes the enquiry')
  expect(refused).toContain('Typed with care')
  const answer = await ask(at.worker, 'POST', url, { params, sent: startForm(at) })
  expect(answer).toMatchObject({ kind: 'redirect', success: 'Enquiry started for 2 children' })
  const again = contentOf(await ask(at.worker, 'POST', url, { params, sent: startForm(at) }))
  expect(again).toContain('Tick whom the enquiry is about')
})

test('acting first: what was done stands, the discussion is owed by the next working day, and begins the time limits', async () => {
  const at = await enquiredFamily(record)
  const [personId] = at.children
  const doneAt = Temporal.Now.instant().subtract({ hours: 2 })
  const action = {
    done: 'Police took Ash to hospital',
    doneBy: 'PC Madeup',
    doneAt,
    power: 'police_protection',
    powerRemark: null,
  }
  const [enquiryId] = await started(at, { discussion: null, action, beganAt: doneAt })
  const params = { personId, enquiryId }
  expect(await clockOf(at.worker, personId, 'STRAT')).toMatchObject({ outcome: 'open' })
  const page = contentOf(await ask(at.worker, 'GET', base, { params }))
  expect(page).toMatch(/Done at once[\s\S]*Police took Ash to hospital[\s\S]*section 46/)
  expect(await handedIn(at, personId)).toBe('handed_in')
  expect(await decide(at, enquiryId, 'authorised')).toMatchObject({ kind: 'refused' })
  await decide(at, enquiryId, 'returned')
  const sent = {
    ...instantValues('held', Temporal.Now.instant()),
    tookPart: ['social_care', 'police', 'health'],
    decided: 'The enquiry goes on jointly',
  }
  expect(await ask(at.worker, 'POST', `${base}/discussions/new`, { params, sent })).toMatchObject({
    kind: 'redirect',
  })
  expect((await clockOf(at.worker, personId, 'STRAT'))?.outcome).toBe('on_time')
  const target = (await readOf(at.worker, personId))?.conferenceTargetOn
  // A second discussion moves nothing.
  await ask(at.worker, 'POST', `${base}/discussions/new`, { params, sent: { ...sent, decided: 'Once more' } })
  const text = contentOf(await ask(at.worker, 'GET', base, { params }))
  expect(text).toMatch(/Strategy discussion that began it[\s\S]*Further strategy discussion/)
  expect((await readOf(at.worker, personId))?.conferenceTargetOn).toEqual(target)
})

test('the child seen is told by the visit that was written once, alone or why not', async () => {
  const at = await enquiredFamily(record)
  const [personId] = at.children
  const [enquiryId] = await started(at)
  const params = { personId, enquiryId }
  expect(contentOf(await ask(at.worker, 'GET', base, { params }))).toContain(
    'Not seen since the enquiry began',
  )
  const child = {
    wasSeen: true,
    wasSeenAlone: false,
    whyNotAlone: 'Asked for her brother',
    bedroomSeen: null,
    observations: null,
  }
  await record.as(at.worker, work =>
    recordVisit(work, {
      kind: 'visit',
      purpose: 's47_visit',
      happenedAt: Temporal.Now.instant().subtract({ minutes: 2 }),
      place: 'School',
      outcome: 'held',
      body: 'Ash came with his sister',
      children: [{ ...child, personId, ownWords: 'It was hot' }],
      impact: null,
      nextVisitOn: null,
      corrects: null,
      submission: makeUuid(),
    }),
  )
  const page = contentOf(await ask(at.worker, 'GET', base, { params }))
  expect(page).toMatch(/Not seen alone: Asked for her brother[\s\S]*“It was hot”/)
  expect((await clockOf(at.worker, personId, 'S47_CHILD_SEEN'))?.outcome).toBe('on_time')
})

test('an answer is written once for both children, and refused when somebody else answered meanwhile', async () => {
  const at = await enquiredFamily(record)
  const [enquiryId, siblings] = await started(at, {
    lines: [{ question: 'Who was at home?', who: 'Police', dueOn: null }],
  })
  const [line] = await record.as(at.worker, work => linesOf(work, enquiryId))
  const params = { personId: at.children[0], enquiryId, lineId: line?.id ?? '' }
  const sent = {
    version: '1',
    question: 'Who was at home?',
    who: 'Police',
    answer: 'Only the uncle',
    also: siblings,
  }
  expect(await ask(at.worker, 'POST', `${base}/lines/:lineId`, { params, sent })).toMatchObject({
    kind: 'redirect',
  })
  const [twin] = await record.as(at.worker, work => linesOf(work, siblings))
  expect(twin?.answer).toBe('Only the uncle')
  const stale = contentOf(
    await ask(at.manager, 'POST', `${base}/lines/:lineId`, { params, sent: { ...sent, answer: 'Nobody' } }),
  )
  expect(stale).toMatch(/The record changed after you began[\s\S]*Nobody[\s\S]*Only the uncle/)
})

test('a manager authorises continuing risk: the census says a conference is due, and it is to be arranged', async () => {
  const at = await enquiredFamily(record)
  const [personId] = at.children
  const [enquiryId] = await started(at)
  expect(await handedIn(at, personId)).toBe('handed_in')
  expect(await handedIn(at, personId)).toBe('waiting')
  expect(await decide(at, enquiryId, 'authorised')).toMatchObject({ kind: 'decided' })
  const enquiry = await readOf(at.worker, personId)
  expect(enquiry).toMatchObject({ outcome: 'continuing_risk', isConferenceNotRequired: false, isOpen: false }) // N00111
  expect((await clockOf(at.worker, personId, 'S47_OUTCOME'))?.outcome).toBe('on_time')
  expect((await clockOf(at.worker, personId, 'ICPC_15'))?.outcome).toBe('open')
  const tasks = await record.as(at.manager, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('task')
      .select(['title', 'worker_id'])
      .where('person_id', '=', personId)
      .execute(),
  )
  expect(tasks).toMatchObject([
    { title: expect.stringContaining('Initial child protection conference'), worker_id: at.manager.id },
  ])
  const bars = await record.as(at.manager, work => protectionBars(work, [personId], 'case'))
  expect(bars[0]?.sentence).toContain('no conference has been held')
  const lines = await record.as(at.worker, work => protectionTimeline.entries(work, [personId]))
  expect(lines.map(({ title }) => title)).toContain('Section 47 enquiry ended')
})

test('an outcome without continuing risk needs no conference, and the family is to be told', async () => {
  const at = await enquiredFamily(record)
  const [personId] = at.children
  const [enquiryId] = await started(at)
  const none = {
    ...risk,
    outcome: 'not_substantiated',
    isConferenceAsked: false,
    interimSafety: null,
  } as const
  await handedIn(at, personId, none)
  await decide(at, enquiryId, 'authorised')
  expect(await readOf(at.worker, personId)).toMatchObject({
    isConferenceNotRequired: true,
    outcome: 'not_substantiated',
  })
  expect((await clockOf(at.worker, personId, 'ICPC_15'))?.outcome).toBe('not_required')
  const tasks = await record.as(at.worker, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('task')
      .select(['title', 'worker_id'])
      .where('person_id', '=', personId)
      .execute(),
  )
  expect(tasks).toMatchObject([
    { worker_id: at.worker.id, title: expect.stringContaining('tell the family') },
  ])
})

test('what was returned is handed in again, and only what changed is shown', async () => {
  const at = await enquiredFamily(record)
  const [personId] = at.children
  const [enquiryId] = await started(at)
  await handedIn(at, personId)
  await decide(at, enquiryId, 'returned')
  expect(
    await handedIn(at, personId, { ...risk, reasons: 'The burn is not explained; the school agrees' }),
  ).toBe('handed_in')
  const { changesSince } = await import('../../casework/approvals/changesSince.ts')
  const { approvalsOf } = await import('#modules/casework')
  const changes = await record.as(at.manager, async work => {
    const [waiting] = await approvalsOf(work, enquiryId)
    return waiting ? (await changesSince(work, waiting)).changes : []
  })
  expect(changes).toMatchObject([
    {
      label: 'Reasons',
      before: 'The burn is not explained',
      after: 'The burn is not explained; the school agrees',
    },
  ])
})

test('the form of the outcome asks what continuing risk needs, and why the child was not seen', async () => {
  const at = await enquiredFamily(record)
  const [personId] = at.children
  const [enquiryId] = await started(at)
  const params = { personId, enquiryId }
  const sent = { version: '1', outcome: 'continuing_risk', reasons: 'Because' }
  const page = contentOf(await ask(at.worker, 'POST', `${base}/outcome`, { params, sent }))
  expect(page).toContain('Select whether a conference is needed')
  expect(page).toContain('Enter why the child was not seen, or record the visit first')
  const whole = { ...sent, conference: 'yes', interim: 'With the aunt', notSeen: 'In hospital abroad' }
  expect(await ask(at.worker, 'POST', `${base}/outcome`, { params, sent: whole })).toMatchObject({
    kind: 'redirect',
  })
  expect(contentOf(await ask(at.worker, 'GET', base, { params }))).toContain('waits for a manager')
})

test('a manager alone stops an enquiry or ends it; the database refuses the worker', async () => {
  const at = await enquiredFamily(record)
  const [personId] = at.children
  const [enquiryId] = await started(at)
  const params = { personId, enquiryId }
  expect(await ask(at.worker, 'GET', `${base}/stop`, { params })).toEqual({ kind: 'not_found' })
  const set = (values: Partial<Record<string, unknown>>) =>
    record.as(at.worker, work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .updateTable('s47_enquiry')
        .set(values)
        .where('id', '=', enquiryId)
        .execute(),
    )
  await expect(set({ outcome: 'not_substantiated', outcome_on: '2026-01-05' })).rejects.toThrow(
    /row-level security/,
  )
  await expect(
    set({ stopped_on: '2026-01-05', stopped_how: 'begun_in_error', stopped_reason: 'No' }),
  ).rejects.toThrow(/row-level security/)
  const stopped = await record.as(at.manager, async work => {
    const [enquiry] = await enquiriesOf(work, [personId])
    if (!enquiry) throw new Error('There is no enquiry')
    return stopEnquiry(work, enquiry, enquiry.version, {
      how: 'begun_in_error',
      reason: 'The wrong child',
      supersededBy: null,
    })
  })
  expect(stopped).toBe('stopped')
  expect((await clockOf(at.worker, personId, 'ICPC_15'))?.outcome).toBe('superseded')
  const late = await ask(at.worker, 'POST', `${base}/lines/new`, {
    params,
    sent: { question: 'Who?', who: 'Me' },
  })
  expect(contentOf(late)).toContain('This enquiry has ended meanwhile')
  // Another one may begin now.
  const again = await record.as(at.worker, work => startEnquiry(work, decidedNow([personId], at.worker.id)))
  expect(again.outcome).toBe('started')
})

test('a medical keeps consent, doctor and findings, and is changed in the version that was opened', async () => {
  const at = await enquiredFamily(record)
  const [personId] = at.children
  const [enquiryId] = await started(at)
  const params = { personId, enquiryId }
  const today = londonDate(Temporal.Now.instant())
  const asked = {
    'asked-day': `${today.day}`,
    'asked-month': `${today.month}`,
    'asked-year': `${today.year}`,
  }
  const sent = {
    kind: 'child_protection',
    ...asked,
    consent: 'given',
    consentBy: 'The mother',
    doctorName: 'Dr Madeup, Example hospital',
  }
  expect(await ask(at.worker, 'POST', `${base}/medicals/new`, { params, sent })).toMatchObject({
    kind: 'redirect',
  })
  const [row] = await record.as(at.worker, work =>
    work
      .db<ChildProtectionTables>()
      .selectFrom('enquiry_medical')
      .select(['id', 'version'])
      .where('enquiry_id', '=', enquiryId)
      .execute(),
  )
  const held = {
    ...sent,
    version: '1',
    ...instantValues('held', Temporal.Now.instant()),
    findings: 'A burn, not recent',
    outcome: 'consistent',
  }
  const medical = { ...params, medicalId: row?.id ?? '' }
  expect(
    await ask(at.worker, 'POST', `${base}/medicals/:medicalId`, { params: medical, sent: held }),
  ).toMatchObject({ kind: 'redirect' })
  const stale = await ask(at.worker, 'POST', `${base}/medicals/:medicalId`, {
    params: medical,
    sent: { ...held, findings: 'Nothing' },
  })
  expect(stale).toMatchObject({ kind: 'page', status: 409 })
  expect(contentOf(await ask(at.worker, 'GET', base, { params }))).toMatch(
    /consent: given \(The mother\)[\s\S]*A burn, not recent/,
  )
})

test('is shown inside the assessment of the children', async () => {
  const at = await enquiredFamily(record)
  await started(at, { lines: [{ question: 'Who was at home?', who: 'Police', dueOn: null }] })
  const shown = await record.as(at.worker, work => enquiryPanel.show(work, at.children, work.today))
  expect(String(shown)).toMatch(/Ash[\s\S]*0 of 1[\s\S]*Goes on[\s\S]*Bea/)
})

test('is absent for whoever has no access, for the summary alone, and under another child’s address', async () => {
  const at = await enquiredFamily(record)
  const [personId, other] = at.children
  const [enquiryId] = await started(at)
  const visitor = await record.makers.worker()
  const nurse = await record.makers.worker()
  await record.makers.involvement({ personId, workerId: nurse.id })
  for (const actor of [visitor, nurse])
    expect(await ask(actor, 'GET', base, { params: { personId, enquiryId } })).toEqual({ kind: 'not_found' })
  expect(await ask(at.worker, 'GET', base, { params: { personId: other, enquiryId } })).toEqual({
    kind: 'not_found',
  })
  expect(await ask(visitor, 'GET', '/enquiries/:enquiryId', { params: { enquiryId } })).toEqual({
    kind: 'not_found',
  })
})

test('when another day is expected for a birth, the conference before it is due on another day', async () => {
  const at = await enquiredFamily(record)
  const [personId] = at.children
  const expectOn = async (day: Temporal.PlainDate) => {
    const askPeople = askPage(record.as, peopleModule.routes)
    const url = '/people/:personId/details/:part'
    const params = { personId, part: 'life' }
    const page = contentOf(await askPeople(at.worker, 'GET', url, { params }))
    const sent = {
      recorded_from: /name="recorded_from" value="([^"]+)"/.exec(page)?.[1],
      is_unborn: 'yes',
      'expected_delivery_on-day': `${day.day}`,
      'expected_delivery_on-month': `${day.month}`,
      'expected_delivery_on-year': `${day.year}`,
    }
    expect(await askPeople(at.worker, 'POST', url, { params, sent })).toMatchObject({ kind: 'redirect' })
  }
  const due = async () => (await clockOf(at.worker, personId, 'ICPC_PREBIRTH'))?.dueOn
  const day = londonDate(Temporal.Now.instant()).add({ days: 150 })
  await expectOn(day)
  await started(at)
  expect(await due()).toEqual(day.subtract({ weeks: 10 }))
  await expectOn(day.add({ days: 14 }))
  expect(await due()).toEqual(day.add({ days: 14 }).subtract({ weeks: 10 }))
})

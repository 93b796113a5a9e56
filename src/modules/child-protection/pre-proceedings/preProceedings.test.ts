import { beforeAll, describe, expect, test } from 'vitest'
import { storedClocks } from '#modules/casework'
import { type Actor, serviceActor } from '#platform/db'
import type { Reply } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import type { CaseworkTables } from '../../casework/tables.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { preProceedingsRoutes } from './preProceedingsRoutes.ts'
import { readPreProceedings } from './queries/readPreProceedings.ts'
import { preProceedingsBars } from './record/preProceedingsBars.ts'
import { preProceedingsTimeline } from './record/preProceedingsTimeline.ts'
import type { PreProceedings } from './rules/preProceedings.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const ask = askPage(record.as, preProceedingsRoutes)
const base = '/people/:personId/pre-proceedings'
const today = Temporal.Now.plainDateISO('Europe/London')
const dated = (name: string, on = today) => ({
  [`${name}-day`]: `${on.day}`,
  [`${name}-month`]: `${on.month}`,
  [`${name}-year`]: `${on.year}`,
})
let teamId: Uuid
let worker: Actor
let other: Actor

beforeAll(async () => {
  teamId = await makers.team()
  ;[worker, other] = [await makers.worker(), await makers.worker()]
})

type Family = { readonly child: Uuid; readonly sibling: Uuid; readonly mother: Uuid; readonly father: Uuid }

async function family(): Promise<Family> {
  const { children, adults } = await makers.family({ children: 2, adults: 2 })
  const [child, sibling] = children as [Uuid, Uuid]
  const [mother, father] = adults as [Uuid, Uuid]
  for (const personId of children) await makers.allocation({ personId, teamId, workerId: worker.id })
  return { child, sibling, mother, father }
}

const casesOf = (...ids: readonly Uuid[]) => record.as(worker, work => readPreProceedings(work, ids))
async function caseOf(id: Uuid): Promise<PreProceedings> {
  const [newest] = await casesOf(id)
  if (newest === undefined) throw new Error('No pre-proceedings')
  return newest
}

const start = (at: Family, weeksAgo = 2, children = [at.child, at.sibling]) =>
  ask(worker, 'POST', `${base}/new`, {
    params: { personId: at.child },
    sent: { children, ...dated('started', today.subtract({ weeks: weeksAgo })), reasons: 'Harm goes on' },
  })

/** Sends a form of the child's newest case, in the version that stands, for all its children unless it says which. */
async function send(at: Family, rest: string, sent: Record<string, unknown>, by = worker): Promise<Reply> {
  const { id } = await caseOf(at.child)
  const cases = (await casesOf(at.child, at.sibling)).map(one => one.id)
  const [, kind, last] = rest.split('/')
  const known = ['new', undefined].includes(last)
    ? rest
    : `/${kind}/:${kind === 'offers' ? 'offerId' : 'meetingId'}`
  const url = rest.endsWith('/new') && kind !== 'offers' ? `/${kind}/:meetingId` : known
  const params = { personId: at.child, caseId: id, meetingId: last ?? '', offerId: last ?? '' }
  const page = await ask(by, 'GET', `${base}/:caseId${url}`, { params })
  const version =
    page.kind === 'page' ? /name="version" value="([^"]+)"/.exec(contentOf(page))?.[1] : undefined
  return ask(by, 'POST', `${base}/:caseId${url}`, {
    params,
    sent: { children: cases, ...(version === undefined ? {} : { version }), ...sent },
  })
}
const saved = { kind: 'redirect' }
const meeting = { kind: 'initial', came: 'Both parents', lawyer: 'yes', agreed: 'No drink in the home' }
const decided = { decision: 'issue', reasons: 'Nothing changed', outcome: '' }

describe('the decision to start', () => {
  test('is one for brothers and sisters, a row each, with clocks', async () => {
    const at = await family()
    expect(await start(at)).toMatchObject(saved)
    const cases = await casesOf(at.child, at.sibling)
    expect(cases).toHaveLength(2)
    expect(new Set(cases.map(({ togetherId }) => togetherId)).size).toBe(1)
    const clocks = await record.as(worker, work => storedClocks(work, [at.sibling]))
    expect(clocks.map(({ definitionId }) => definitionId)).toEqual(
      expect.arrayContaining(['PLO_PREPROC', 'PLO_MIDWAY']),
    )
  })

  test('is not made twice, and keeps what was typed beside the mistake', async () => {
    const at = await family()
    await start(at, 2, [at.sibling])
    const again = contentOf(await start(at))
    expect(again).toContain('In pre-proceedings already')
    expect(again).toContain('Harm goes on')
    expect(await casesOf(at.child)).toEqual([])
  })

  test('is nobody’s who does not write the record', async () => {
    const at = await family()
    await start(at)
    const { id } = await caseOf(at.child)
    for (const rest of ['', '/new', '/:caseId/step'])
      expect(
        await ask(other, 'GET', `${base}${rest}`, { params: { personId: at.child, caseId: id } }),
      ).toEqual({
        kind: 'not_found',
      })
    const summary = await makers.worker()
    await makers.involvement({ personId: at.child, workerId: summary.id })
    const page = contentOf(await ask(summary, 'GET', base, { params: { personId: at.child } }))
    expect(page).toContain('does not include the record')
    expect(page).not.toContain('Harm goes on')
  })

  test('of one child is not opened by the address of another', async () => {
    const [at, elsewhere] = [await family(), await family()]
    await start(at)
    const { id } = await caseOf(at.child)
    const params = { personId: elsewhere.child, caseId: id }
    expect(await ask(worker, 'GET', `${base}/:caseId/step`, { params })).toEqual({ kind: 'not_found' })
  })
})

describe('letters', () => {
  async function letterTo(at: Family, kind: string, to: Uuid): Promise<Uuid> {
    const begun = await send(at, '/letter', { recipient: `person:${to}`, kind })
    if (begun.kind !== 'redirect') throw new Error(`Not begun: ${JSON.stringify(begun)}`)
    const id = begun.location.split('/').at(-1) ?? ''
    return id as Uuid
  }
  /** As business support sends it: the trigger asks nothing of who does. */
  const post = (id: Uuid) =>
    record.as(serviceActor('storyteller'), work =>
      work
        .db<CaseworkTables>()
        .updateTable('letter')
        .set({ status: 'sent', sent_on: today.subtract({ days: 3 }) })
        .where('id', '=', id)
        .execute(),
    )
  const ready = (id: Uuid) =>
    record.as(serviceActor('storyteller'), work =>
      work.db<CaseworkTables>().updateTable('letter').set({ status: 'ready' }).where('id', '=', id).execute(),
    )

  test('go to an adult of the record, and date all its children’s when sent, with the offer made then', async () => {
    const at = await family()
    await start(at)
    const id = await letterTo(at, 'before_proceedings', at.mother)
    expect((await caseOf(at.child)).letterSentOn).toBeNull()
    await ready(id)
    await post(id)
    for (const one of await casesOf(at.child, at.sibling)) {
      expect(one).toMatchObject({ letterSentOn: today.subtract({ days: 3 }), isOffered: true })
      expect(one.offers).toMatchObject([
        { recipientId: at.mother, how: 'in_letter', letterId: id, answer: null },
      ])
    }
    const lines = await record.as(worker, work => preProceedingsTimeline.entries(work, [at.sibling]))
    expect(lines.map(({ title }) => title)).toContain('Letter before proceedings sent')
  })

  test('without an offer say so to the census; a stranger gets none', async () => {
    const at = await family()
    await start(at)
    const stranger = await makers.person()
    expect(
      contentOf(await send(at, '/letter', { recipient: `person:${stranger}`, kind: 'before_proceedings' })),
    ).toContain('Select who the letter goes to')
    const id = await letterTo(at, 'before_proceedings_only', at.father)
    await ready(id)
    await post(id)
    expect(await caseOf(at.child)).toMatchObject({ isOffered: false, offers: [] })
  })

  test('of intent need the decision to issue', async () => {
    const at = await family()
    await start(at)
    const wanted = { recipient: `person:${at.mother}`, kind: 'intent_to_issue' }
    expect(contentOf(await send(at, '/letter', wanted))).toContain('Record the decision to issue')
    await send(at, '/step', { ...decided, ...dated('step') })
    const id = await letterTo(at, 'intent_to_issue', at.mother)
    await ready(id)
    await post(id)
    expect((await caseOf(at.sibling)).intentLetterOn).toEqual(today.subtract({ days: 3 }))
  })
})

describe('what happens meanwhile', () => {
  test('offers apart, answers by each person, the family’s meeting and plan', async () => {
    const at = await family()
    await start(at)
    const offered = { recipient: `person:${at.father}`, how: 'in_person', ...dated('offered') }
    expect(await send(at, '/offers/new', offered)).toMatchObject(saved)
    expect(contentOf(await send(at, '/offers/new', offered))).toContain('recorded already')
    const [offer] = (await caseOf(at.child)).offers
    const answer = { answer: 'accepted', ...dated('answered'), words: 'We want to try' }
    expect(await send(at, `/offers/${offer?.id}`, answer)).toMatchObject(saved)
    expect((await caseOf(at.sibling)).offers).toMatchObject([{ answer: 'accepted', words: 'We want to try' }])
    const held = {
      ...dated('held'),
      came: 'Both grandmothers',
      child: 'yes',
      plan: 'Gran has them',
      agrees: 'Fares paid',
    }
    expect(await send(at, '/family-meetings/new', held)).toMatchObject(saved)
    expect(await caseOf(at.sibling)).toMatchObject({
      isMeetingHeld: true,
      familyMeetings: [{ familyPlan: 'Gran has them' }],
    })
    const page = contentOf(await ask(worker, 'GET', base, { params: { personId: at.child } }))
    expect(page).toContain('Gran has them')
    expect(page).toContain('We want to try')
  })

  test('meetings are counted for the census, and corrected in one child’s record', async () => {
    const at = await family()
    await start(at, 10)
    const first = today.subtract({ weeks: 8 })
    expect(await send(at, '/meetings/new', { ...meeting, ...dated('held', first) })).toMatchObject(saved)
    expect(contentOf(await send(at, '/meetings/new', { ...meeting, ...dated('held') }))).toContain(
      'A first meeting is recorded',
    )
    const midway = { ...meeting, kind: 'midway', ...dated('held', today.subtract({ weeks: 2 })) }
    expect(await send(at, '/meetings/new', midway)).toMatchObject(saved)
    expect(await caseOf(at.sibling)).toMatchObject({ initialMeetingOn: first, reviewMeetings: 1 })
    const id = (await caseOf(at.child)).meetings[0]?.id
    const corrected = { ...meeting, ...dated('held', first.add({ days: 1 })) }
    expect(await send(at, `/meetings/${id}`, corrected)).toMatchObject(saved)
    expect((await caseOf(at.child)).initialMeetingOn).toEqual(first.add({ days: 1 }))
    expect((await caseOf(at.sibling)).initialMeetingOn).toEqual(first)
  })

  test('an extension moves the end by whole weeks', async () => {
    const at = await family()
    await start(at, 15)
    const extension = { weeks: '3', ...dated('decided'), reasons: 'The assessment of the aunt' }
    expect(contentOf(await send(at, '/extension', { ...extension, weeks: 'some' }))).toContain(
      'whole number of weeks',
    )
    expect(await send(at, '/extension', extension)).toMatchObject(saved)
    const clocks = await record.as(worker, work => storedClocks(work, [at.sibling]))
    const due = clocks.find(({ definitionId }) => definitionId === 'PLO_PREPROC')?.dueOn
    expect(due).toEqual(today.subtract({ weeks: 15 }).add({ weeks: 19 }))
  })

  test('bars the end of the case until it is decided, and until an application is recorded', async () => {
    const at = await family()
    await start(at)
    const bars = () => record.as(worker, work => preProceedingsBars(work, [at.child], 'case'))
    expect(await bars()).toMatchObject([{ sentence: expect.stringContaining('go on') }])
    await send(at, '/step', { ...decided, ...dated('step') })
    expect(await bars()).toMatchObject([{ sentence: expect.stringContaining('no application') }])
    const downAt = await family()
    await start(downAt)
    await send(downAt, '/step', { ...decided, decision: 'step_down', ...dated('step') })
    expect(await record.as(worker, work => preProceedingsBars(work, [downAt.child], 'case'))).toEqual([])
  })

  test('nothing more is recorded once it is decided, and the typed text stays', async () => {
    const at = await family()
    await start(at)
    await send(at, '/step', { ...decided, decision: 'step_down', ...dated('step') })
    const late = contentOf(await send(at, '/meetings/new', { ...meeting, ...dated('held') }))
    expect(late).toContain('have ended')
    expect(late).toContain('No drink in the home')
  })
})

describe('a stale form', () => {
  test('of a decision is refused with both texts', async () => {
    const at = await family()
    await start(at)
    const { id } = await caseOf(at.child)
    const params = { personId: at.child, caseId: id }
    const opened = contentOf(await ask(worker, 'GET', `${base}/:caseId/exemption`, { params }))
    const version = /name="version" value="([^"]+)"/.exec(opened)?.[1]
    const cases = (await casesOf(at.child, at.sibling)).map(one => one.id)
    await send(at, '/exemption', { ...dated('exempt'), because: 'He would find her' })
    const mine = { children: cases, version, ...dated('exempt'), because: 'Nobody to invite' }
    const reply = await ask(worker, 'POST', `${base}/:caseId/exemption`, { params, sent: mine })
    expect(reply).toMatchObject({ kind: 'page', status: 409 })
    expect(contentOf(reply)).toContain('He would find her')
    expect(contentOf(reply)).toContain('Nobody to invite')
    expect((await caseOf(at.child)).exemptBecause).toBe('He would find her')
  })
})

describe('an application to the court (SQ2)', () => {
  const applied = (at: Family, reasons = '') => send(at, '/application', { ...dated('applied'), reasons })
  async function commence(...clocks: readonly string[]): Promise<void> {
    await record.as(serviceActor('storyteller'), async work => {
      const value = JSON.stringify({
        commencements: clocks.map(clock => ({ clock, on: today.toString() })),
        localValues: [],
      })
      await work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('setting')
        .values({ id: makeUuid(), key: 'clocks', value })
        .onConflict(conflict => conflict.column('key').doUpdateSet({ value }))
        .execute()
    })
  }
  async function issued(): Promise<Family> {
    const at = await family()
    await start(at)
    await send(at, '/step', { ...decided, ...dated('step') })
    return at
  }

  test('without an offer goes with a reason before the day of the law', async () => {
    await commence()
    const at = await issued()
    const warned = contentOf(await applied(at))
    expect(warned).toContain('No family group decision making meeting was offered')
    expect(await applied(at, 'He was hurt last night')).toMatchObject(saved)
    expect(await caseOf(at.sibling)).toMatchObject({
      appliedOn: today,
      applicationReasons: 'He was hurt last night',
    })
  })

  test('is refused from its day on, whatever the reason; an exemption frees it from a day of its own', async () => {
    const at = await family()
    await start(at)
    await send(at, '/exemption', { ...dated('exempt'), because: 'He would find her' })
    await send(at, '/step', { ...decided, ...dated('step') })
    await commence('FGDM_OFFER')
    expect(contentOf(await applied(at, 'He was hurt last night'))).toContain('has no force yet')
    expect((await caseOf(at.child)).appliedOn).toBeNull()
    await commence('FGDM_OFFER', 'FGDM_EXEMPT')
    expect(await applied(at)).toMatchObject(saved)
    const without = await issued()
    expect(contentOf(await applied(without, 'He was hurt last night'))).toContain('Record the offer')
    expect((await caseOf(without.child)).appliedOn).toBeNull()
    await commence()
  })

  test('needs the decision to issue', async () => {
    const at = await family()
    await start(at)
    expect(contentOf(await applied(at, 'Now'))).toContain('decide to issue first')
  })
})

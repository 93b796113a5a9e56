import { beforeAll, describe, expect, test } from 'vitest'
import { approvalsOf, decideApproval, registries, storedClocks, syncClocks } from '#modules/casework'
import { episodesOf, referralClockSource } from '#modules/front-door'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { lendRegistries } from '../casework/testing/lendRegistries.ts'
import { assessmentApproval } from './approval/assessmentApproval.ts'
import { assessmentClockSource } from './clocks/assessmentClockSource.ts'
import { assessmentsModule } from './module.ts'
import { readJoint } from './queries/readJoint.ts'
import {
  type AssessedFamily,
  askRoute,
  assessedFamily,
  contentOf,
  hiddenField,
  tellRow,
} from './testing/assessedFamily.ts'

const record = await testRecord()
const ask = askRoute(record.as, assessmentsModule.routes)
lendRegistries()
beforeAll(() => {
  registries.episodeSource = episodesOf
  registries.clockSources.push(referralClockSource, assessmentClockSource)
  registries.approvalKinds.push(assessmentApproval)
})

const today = Temporal.Now.plainDateISO('Europe/London')
const dated = (name: string, on: Temporal.PlainDate) => ({
  [`${name}-day`]: String(on.day),
  [`${name}-month`]: String(on.month),
  [`${name}-year`]: String(on.year),
})

async function started(family: AssessedFamily, children = family.children): Promise<Uuid> {
  const [first] = family.children
  const reply = await ask(family.worker, 'POST', '/people/:personId/assessments/new', {
    params: { personId: first ?? '' },
    sent: { child: [...children], purpose: 'Are they safe at home?', ...dated('started', today) },
  })
  if (reply.kind !== 'redirect') throw new Error(JSON.stringify(reply))
  return reply.location.split('/').at(-1) as Uuid // /assessments/:jointId
}

/** Sends a form as it was shown, with these fields in it. */
async function send(
  family: AssessedFamily,
  url: string,
  params: Record<string, string>,
  sent: Record<string, unknown>,
) {
  return ask(family.worker, 'POST', url, { params, sent })
}

const partUrl = '/assessments/:jointId/parts/:part'
const childUrl = '/assessments/:jointId/children/:personId'

async function savePart(
  family: AssessedFamily,
  jointId: Uuid,
  part: string,
  fields: Record<string, unknown>,
) {
  const params = { jointId, part }
  const version = hiddenField(await ask(family.worker, 'GET', partUrl, { params }), 'version')
  return send(family, partUrl, params, { version, ...fields })
}

/** Writes all that is needed before handing in. */
async function written(family: AssessedFamily, outcome: string): Promise<Uuid> {
  const jointId = await started(family)
  await savePart(family, jointId, 'analysis', { analysis: 'They are safer than in May.', safety_now: '6' })
  for (const personId of family.children) {
    const params = { jointId, personId }
    const version = hiddenField(await ask(family.worker, 'GET', childUrl, { params }), 'version')
    await send(family, childUrl, params, { version, child_view: 'I like it when it is quiet.' })
  }
  await send(
    family,
    '/assessments/:jointId/views/:personId',
    { jointId, personId: family.adult },
    {
      version: '0',
      words: 'I want help with the mornings.',
    },
  )
  await send(family, '/assessments/:jointId/factors', { jointId }, { all: ['3B', '16A'] })
  const page = await ask(family.worker, 'GET', '/assessments/:jointId/outcomes', { params: { jointId } })
  const versions = [...contentOf(page).matchAll(/name="(version-[^"]+)" value="(\d+)"/g)]
  await send(
    family,
    '/assessments/:jointId/outcomes',
    { jointId },
    {
      ...Object.fromEntries(versions.map(([, name, value]) => [name, value])),
      all: outcome,
      'all-reason': 'The family asks for help and needs a plan.',
    },
  )
  return jointId
}

async function handedIn(family: AssessedFamily, outcome = 'child_in_need') {
  const jointId = await written(family, outcome)
  const reply = await send(family, '/assessments/:jointId/check', { jointId }, { remark: 'Ready' })
  expect(reply).toMatchObject({
    kind: 'redirect',
    success: 'Handed in. The managers of the team have been told',
  })
  return jointId
}

const waiting = (family: AssessedFamily, jointId: Uuid) =>
  record.as(family.manager, async work => {
    const [approval] = await approvalsOf(work, jointId)
    if (approval === undefined) throw new Error('Nothing was handed in')
    return approval
  })

async function decide(family: AssessedFamily, jointId: Uuid, outcome: 'authorised' | 'returned') {
  const { id: approvalId, version } = await waiting(family, jointId)
  const reason = outcome === 'returned' ? 'Say what the school says' : null
  return record.as(family.manager, work => decideApproval(work, { approvalId, outcome, reason, version }))
}

const rows = (table: 'assessment' | 'cin_plan' | 'task', personId: Uuid) =>
  record.as(serviceActor('verifier'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .selectFrom<string>(table)
      .selectAll()
      .where('person_id', '=', personId)
      .execute(),
  )

describe('an assessment', () => {
  test('starts for several children within their referrals, with their clocks', async () => {
    const family = await assessedFamily(record)
    const jointId = await started(family)
    const page = contentOf(await ask(family.worker, 'GET', '/assessments/:jointId', { params: { jointId } }))
    expect(page).toContain('Being written')
    expect(page).toContain('Purpose and history')
    const clocks = await record.as(family.worker, work => storedClocks(work, family.children))
    expect(
      clocks
        .map(({ definitionId }) => definitionId)
        .filter(id => id.startsWith('ASSESS_'))
        .toSorted(),
    ).toEqual(
      [
        'ASSESS_45',
        'ASSESS_45',
        'ASSESS_CHECKPOINT',
        'ASSESS_CHECKPOINT',
        'ASSESS_CHILD_SEEN',
        'ASSESS_CHILD_SEEN',
      ].toSorted(),
    )
  })

  test('is refused for a child without an open referral, and started twice for none', async () => {
    const family = await assessedFamily(record)
    await started(family)
    const [first] = family.children
    const again = await ask(family.worker, 'POST', '/people/:personId/assessments/new', {
      params: { personId: first ?? '' },
      sent: { child: [...family.children], ...dated('started', today) },
    })
    expect(contentOf(again)).toContain('Tick whom the assessment is about')
    expect(contentOf(again)).toContain('an assessment is under way')
  })

  test('takes a later sibling in and a wrong one out, whose texts stay in the history alone', async () => {
    const family = await assessedFamily(record, { children: 3 })
    const [one = '' as Uuid, two = '' as Uuid, three = '' as Uuid] = family.children
    const jointId = await started(family, [one, two])
    await send(family, '/assessments/:jointId/children', { jointId }, { child: three })
    const params = { jointId, personId: three }
    const version = hiddenField(await ask(family.worker, 'GET', childUrl, { params }), 'version')
    await send(family, childUrl, params, { version, worries: 'Written of the wrong child' })
    const url = '/assessments/:jointId/children/:personId/take-out'
    expect(contentOf(await send(family, url, params, {}))).toContain(
      'Enter why this child was added in error',
    )
    expect(await send(family, url, params, { reason: 'Lives with another family' })).toMatchObject({
      kind: 'redirect',
    })
    expect(await ask(family.worker, 'GET', childUrl, { params })).toEqual({ kind: 'not_found' })
    const [left] = await rows('assessment', three)
    expect(left).toMatchObject({ worries: null, left_out_reason: 'Lives with another family' })
    const joint = await record.as(family.worker, work => readJoint(work, jointId))
    expect(joint?.personIds).toEqual([one, two])
    const past = await record.as(family.worker, work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .selectFrom('history.assessment')
        .select('worries')
        .where('person_id', '=', three)
        .where('worries', 'is not', null)
        .execute(),
    )
    expect(past).toEqual([{ worries: 'Written of the wrong child' }])
  })

  test('brings words of the visits and lines of the past in by a tick, each once', async () => {
    const family = await assessedFamily(record)
    const [first = '' as Uuid] = family.children
    const jointId = await started(family)
    const noteId = await tellRow(record, 'note', {
      kind: 'visit',
      outcome: 'held',
      happened_at: `${today.subtract({ days: 1 })}T10:00:00Z`,
      author_id: family.worker.id,
      body: 'Home visit',
      person_ids: [first],
    })
    await tellRow(record, 'note_person', {
      note_id: noteId,
      person_id: first,
      kind: 'visit',
      outcome: 'held',
      happened_at: `${today.subtract({ days: 1 })}T10:00:00Z`,
      was_seen: true,
      was_seen_alone: true,
      own_words: 'My bed is warm now',
    })
    const params = { jointId, personId: first }
    const page = await ask(family.worker, 'GET', childUrl, { params })
    expect(contentOf(page)).toContain('“My bed is warm now”')
    const words = /value="(“My bed is warm now”[^"]*)"/.exec(contentOf(page))?.[1] ?? ''
    const [, second = '' as Uuid] = family.children
    await send(family, childUrl, params, {
      version: hiddenField(page, 'version'),
      strengths: 'Sleeps well',
      words,
      copy: second,
    })
    const joint = await record.as(family.worker, work => readJoint(work, jointId))
    const texts = joint?.children.map(child => [child.texts.strengths, child.texts.child_view])
    expect(texts).toContainEqual(['Sleeps well', words])
    expect(texts).toContainEqual(['Sleeps well', null])
    expect(
      contentOf(await ask(family.worker, 'GET', '/assessments/:jointId/seen', { params: { jointId } })),
    ).toContain('seen alone')
  })

  test('shows both texts where two people wrote the same, and merges what they wrote apart', async () => {
    const family = await assessedFamily(record)
    const jointId = await started(family)
    const params = { jointId, part: 'family' }
    const version = hiddenField(await ask(family.worker, 'GET', partUrl, { params }), 'version')
    await send(family, partUrl, params, { version, parenting: 'Warm', family_and_environment: '' })
    const apart = await send(family, partUrl, params, {
      version,
      parenting: '',
      family_and_environment: 'A flat',
    })
    expect(apart).toMatchObject({ kind: 'redirect' })
    const clash = await send(family, partUrl, params, {
      version,
      parenting: 'Cold',
      family_and_environment: 'A flat',
    })
    expect(clash).toMatchObject({ kind: 'page', status: 409 })
    expect(contentOf(clash)).toContain('Warm')
    expect(contentOf(clash)).toContain('Cold')
    const joint = await record.as(family.worker, work => readJoint(work, jointId))
    expect(joint?.texts).toMatchObject({ parenting: 'Warm', family_and_environment: 'A flat' })
  })

  test('is handed in only with what the law and the census need', async () => {
    const family = await assessedFamily(record)
    const jointId = await started(family)
    const refused = await send(family, '/assessments/:jointId/check', { jointId }, {})
    expect(refused).toMatchObject({ status: 422 })
    for (const part of [
      'neither what the child says',
      'no factor is ticked',
      'no outcome',
      'The analysis is not written',
    ])
      expect(contentOf(refused)).toContain(part)
    await handedIn(await assessedFamily(record))
  })
})

describe('a manager', () => {
  test('authorises: each child’s plan starts, the census date stands and nothing changes any more', async () => {
    const family = await assessedFamily(record)
    const jointId = await handedIn(family)
    expect(await decide(family, jointId, 'authorised')).toMatchObject({ kind: 'decided' })
    for (const personId of family.children) {
      expect(await rows('assessment', personId)).toMatchObject([{ authorised_on: today }])
      expect(await rows('cin_plan', personId)).toHaveLength(1)
    }
    const late = await savePartAnyhow(family, jointId, 'Written a moment too late')
    expect(late).toMatchObject({ kind: 'page', status: 409 })
    expect(contentOf(late)).toContain('Written a moment too late')
    const kept = await ask(family.worker, 'GET', partUrl, { params: { jointId, part: 'analysis' } })
    expect(contentOf(kept)).toContain('Written a moment too late')
    expect(
      contentOf(await ask(family.worker, 'GET', '/assessments/:jointId', { params: { jointId } })),
    ).toContain('It does not change any more')
    expect(await record.as(family.worker, work => syncClocks(work, family.children))).toBe(0)
  })

  test('decides about the version that was shown: an edit meanwhile is asked about again', async () => {
    const family = await assessedFamily(record)
    const jointId = await handedIn(family)
    const shown = await waiting(family, jointId)
    await savePart(family, jointId, 'analysis', { analysis: 'Changed after it was read', safety_now: '6' })
    const { id: approvalId, version } = shown
    const stale = await record.as(family.manager, work =>
      decideApproval(work, { approvalId, outcome: 'authorised', reason: null, version }),
    )
    expect(stale.kind).toBe('stale')
    expect(await rows('cin_plan', family.children[0] ?? ('' as Uuid))).toEqual([])
    expect(await decide(family, jointId, 'authorised')).toMatchObject({ kind: 'decided' })
  })

  test('returns with reasons; handed in again, only what changed since is shown', async () => {
    const family = await assessedFamily(record)
    const jointId = await handedIn(family)
    expect(await decide(family, jointId, 'returned')).toMatchObject({ kind: 'decided' })
    const page = contentOf(await ask(family.worker, 'GET', '/assessments/:jointId', { params: { jointId } }))
    expect(page).toContain('Say what the school says')
    const since = (await waiting(family, jointId)).decidedAt
    await savePart(family, jointId, 'analysis', {
      analysis: 'The school sees them every day.',
      safety_now: '6',
    })
    await send(family, '/assessments/:jointId/check', { jointId }, {})
    const changes = await record.as(family.manager, async work => {
      const { id, subjectId, personIds, submittedBy, submittedAt } = await waiting(family, jointId)
      return assessmentApproval.changes(work, { id, subjectId, personIds, submittedBy, submittedAt }, since)
    })
    expect(changes).toEqual([
      {
        personId: null,
        label: 'Analysis',
        before: 'They are safer than in May.',
        after: 'The school sees them every day.',
      },
    ])
  })

  test('is asked why when it is past the 45th working day', async () => {
    const family = await assessedFamily(record, { receivedOn: today.subtract({ days: 80 }) })
    const jointId = await written(family, 'no_further_action')
    const url = '/assessments/:jointId/check'
    expect(contentOf(await send(family, url, { jointId }, {}))).toContain('later than the 45th working day')
    const version = hiddenField(
      await ask(family.worker, 'GET', '/assessments/:jointId/late', { params: { jointId } }),
      'version',
    )
    await send(
      family,
      '/assessments/:jointId/late',
      { jointId },
      { version, late_reason: 'The family was away' },
    )
    expect(await send(family, url, { jointId }, {})).toMatchObject({ kind: 'redirect' })
    expect(await decide(family, jointId, 'authorised')).toMatchObject({ kind: 'decided' })
    expect(await rows('task', family.children[0] ?? ('' as Uuid))).toMatchObject([
      {
        worker_id: family.worker.id,
        title: 'Assessment done, no further action: tell the family, then ask the manager to close the case',
      },
    ])
  })

  test('holds a checkpoint once, which stops its clock; a worker does not', async () => {
    const family = await assessedFamily(record)
    const jointId = await started(family)
    const url = '/assessments/:jointId/checkpoints'
    const sent = { day: '10', decision: 'continue', remark: 'On course' }
    expect(await ask(family.worker, 'POST', url, { params: { jointId }, sent })).toMatchObject({
      kind: 'forbidden',
    })
    expect(await ask(family.manager, 'POST', url, { params: { jointId }, sent })).toMatchObject({
      kind: 'redirect',
    })
    expect(await ask(family.manager, 'POST', url, { params: { jointId }, sent })).toMatchObject({
      status: 422,
    })
    const clocks = await record.as(family.worker, work => storedClocks(work, family.children))
    const own = clocks.filter(({ definitionId }) => definitionId === 'ASSESS_CHECKPOINT')
    expect(own.map(({ outcome }) => outcome).toSorted()).toEqual(['on_time', 'on_time', 'open', 'open'])
  })
})

/** A form that was opened before the decision and is sent after it. */
async function savePartAnyhow(family: AssessedFamily, jointId: Uuid, analysis: string) {
  return send(family, partUrl, { jointId, part: 'analysis' }, { version: '1', analysis, safety_now: '6' })
}

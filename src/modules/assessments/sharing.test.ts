import { beforeAll, expect, test } from 'vitest'
import { registries, storedClocks } from '#modules/casework'
import { episodesOf } from '#modules/front-door'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { lendRegistries } from '../casework/testing/lendRegistries.ts'
import { assessmentClockSource } from './clocks/assessmentClockSource.ts'
import { assessmentsModule } from './module.ts'
import { withoutAddresses } from './rules/withoutAddresses.ts'
import type { AssessmentsTables } from './tables.ts'
import {
  type AssessedFamily,
  askRoute,
  assessedFamily,
  contentOf,
  tellRow,
} from './testing/assessedFamily.ts'

const record = await testRecord()
const ask = askRoute(record.as, assessmentsModule.routes)
lendRegistries()
beforeAll(() => {
  registries.episodeSource = episodesOf
  registries.clockSources.push(assessmentClockSource)
})
const today = Temporal.Now.plainDateISO('Europe/London')
const shared = {
  'shared-day': String(today.day),
  'shared-month': String(today.month),
  'shared-year': String(today.year),
}
const copyUrl = '/assessments/:jointId/copies/:personId'

/** An assessment of two children with texts that tell whose they are, and two parents. */
async function assessed(): Promise<{ family: AssessedFamily; jointId: Uuid; father: Uuid }> {
  const family = await assessedFamily(record)
  const [one, two] = family.children
  const father = await record.makers.person({ born: '1985-01-01' })
  await record.makers.member({ familyId: family.familyId, personId: father, role: 'adult' })
  await tellRow(record, 'relationship', { person_id: father, other_id: one, kind: 'father' })
  await tellRow(record, 'person_address', {
    person_id: family.adult,
    kind: 'refuge',
    lines: '7 Quiet Row\nElsewhere',
    postcode: 'ZZ99 9QR',
    is_confidential: true,
    started_on: '2026-01-01',
  })
  const jointId = await tellRow(record, 'joint_assessment', {
    family_id: family.familyId,
    person_ids: [...family.children],
    purpose: 'Is home safe?',
    history: 'The school rang in May',
    parenting: 'They moved to 7 Quiet Row, zz999qr, in June',
    status: 'open',
  })
  for (const [personId, text] of [
    [one, 'About the first'],
    [two, 'About the second'],
  ] as const) {
    const referral = await record.as(
      family.worker,
      async work => (await episodesOf(work, [personId ?? ('' as Uuid)]))[0]?.id,
    )
    await tellRow(record, 'assessment', {
      person_id: personId,
      referral_id: referral,
      joint_id: jointId,
      started_on: today.toString(),
      worries: text,
      child_view: `Words: ${text}`,
    })
  }
  for (const [adult, words] of [
    [family.adult, 'Mother says so'],
    [father, 'Father says so'],
  ] as const)
    await tellRow(record, 'assessment_view', { joint_id: jointId, adult_id: adult, words })
  return { family, jointId, father }
}

test('a father’s copy holds his own child and words, and nothing of others or of where they live', async () => {
  const { family, jointId, father } = await assessed()
  const params = { jointId, personId: father }
  const page = contentOf(await ask(family.worker, 'GET', copyUrl, { params }))
  expect(page).toContain('About the first')
  expect(page).toContain('Father says so')
  for (const text of [
    'About the second',
    'Mother says so',
    'Quiet Row',
    'zz999qr',
    'The school rang',
    'Words: About',
  ])
    expect(page).not.toContain(text)
  const query = { include: 'history' }
  expect(contentOf(await ask(family.worker, 'GET', copyUrl, { params, query }))).toContain('The school rang')
})

test('a child’s copy is that child’s alone', async () => {
  const { family, jointId } = await assessed()
  const params = { jointId, personId: family.children[1] ?? '' }
  const page = contentOf(await ask(family.worker, 'GET', copyUrl, { params }))
  expect(page).toContain('Words: About the second')
  for (const text of ['About the first', 'Mother says so', 'Father says so', 'They moved'])
    expect(page).not.toContain(text)
})

test('a copy that tells where a relation lives who must not be found is neither printed nor given', async () => {
  const { family, jointId, father } = await assessed()
  const aunt = await record.makers.person()
  await tellRow(record, 'relationship', {
    person_id: aunt,
    other_id: family.children[0],
    kind: 'aunt_or_uncle',
  })
  await tellRow(record, 'person_address', {
    person_id: aunt,
    lines: '3 Hiddenmere Row',
    is_confidential: true,
    started_on: '2026-01-01',
  })
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<AssessmentsTables>()
      .updateTable('joint_assessment')
      .set({ purpose: 'The children stay at 3 Hiddenmere Row' })
      .where('id', '=', jointId)
      .execute(),
  )
  const asked = { params: { jointId, personId: father } }
  const page = contentOf(await ask(family.worker, 'GET', copyUrl, asked))
  expect(page).toContain('This copy tells a protected address')
  expect(page).not.toContain('Record that it was given')
  expect(page).toContain('What is to change stands under:')
  expect((await ask(family.worker, 'GET', `${copyUrl}/print`, asked)).kind).toBe('redirect')
  const refused = await ask(family.worker, 'POST', copyUrl, { ...asked, sent: { how: 'by_hand', ...shared } })
  expect(contentOf(refused)).toContain('change the words of the assessment')
})

test('a copy printed by whoever only reads the assessment is looked through like any other', async () => {
  const { family, jointId, father } = await assessed()
  const director = await record.makers.worker({ class: 'director' })
  for (const subjectId of family.children)
    await record.makers.opening({ actorId: director.id, subjectId, kind: 'director' })
  const asked = { params: { jointId, personId: father } }
  const print = () => ask(director, 'GET', `${copyUrl}/print`, asked)
  // The director reads no confidential address, so nothing took it out of the words.
  const page = contentOf(await ask(director, 'GET', copyUrl, asked))
  expect(page).toContain('This copy tells a protected address')
  expect(page).toContain('What is to change stands under:')
  expect(page).toContain('Ask the worker who holds the case to change it')
  expect(page).not.toContain('Print this copy')
  expect(await print()).toMatchObject({ kind: 'redirect' })
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<AssessmentsTables>()
      .updateTable('joint_assessment')
      .set({ parenting: 'They moved in June' })
      .where('id', '=', jointId)
      .execute(),
  )
  const after = contentOf(await ask(director, 'GET', copyUrl, asked))
  expect(after).toContain('Print this copy')
  expect(after).not.toContain('Record that it was given')
  const reply = await print()
  if (reply.kind !== 'file') throw new Error(JSON.stringify(reply))
  expectTagged(reply.bytes, { title: 'Our assessment', says: ['For reading only'], tags: ['H2', 'P'] })
})

test('copies and the file are tagged PDF', async () => {
  const { family, jointId, father } = await assessed()
  for (const url of [`${copyUrl}/print`, '/assessments/:jointId/print']) {
    const reply = await ask(family.worker, 'GET', url, { params: { jointId, personId: father } })
    if (reply.kind !== 'file') throw new Error(JSON.stringify(reply))
    expectTagged(reply.bytes, {
      title: 'ssessment',
      says: ['ssessment', 'About the first'],
      tags: ['H2', 'P'],
    })
  }
})

test('giving a copy is recorded once and counts for the time limit of each child', async () => {
  const { family, jointId, father } = await assessed()
  const params = { jointId, personId: father }
  expect(await ask(family.worker, 'POST', copyUrl, { params, sent: {} })).toMatchObject({ status: 422 })
  const sent = { how: 'read_together', ...shared }
  for (const _ of [1, 2])
    expect(await ask(family.worker, 'POST', copyUrl, { params, sent })).toMatchObject({ kind: 'redirect' })
  const events = await record.as(family.worker, work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .selectFrom('assessment_event')
      .select(['kind'])
      .execute(),
  )
  expect(events).toEqual([{ kind: 'shared' }, { kind: 'shared' }])
  const clocks = await record.as(family.worker, work => storedClocks(work, family.children))
  expect(
    clocks.filter(({ definitionId }) => definitionId === 'ASSESS_45').map(({ outcome }) => outcome),
  ).toEqual(['open', 'open'])
})

test('an address is found however it is spaced or written', () => {
  const secrets = [{ lines: '7 Quiet Row\nElsewhere', postcode: 'ZZ99 9QR' }]
  expect(withoutAddresses('at 7, quiet row (ZZ999qr) now', secrets)).toBe('at [left out] ([left out]) now')
  expect(withoutAddresses('17 Quiet Rowing', secrets)).toBe('17 Quiet Rowing')
  expect(withoutAddresses('Nothing', [])).toBe('Nothing')
})

test('nobody but those who hold every child is answered: stranger, partner, restricted and barred sibling', async () => {
  const { family, jointId, father } = await assessed()
  const [one, two = '' as Uuid] = family.children
  const stranger = await record.makers.worker()
  const partner = await record.makers.worker()
  await record.makers.involvement({ personId: one ?? two, workerId: partner.id })
  const pages = assessmentsModule.routes.filter(
    ({ url, method }) => method === 'GET' && url.startsWith('/assessments'),
  )
  const params = { jointId, personId: one ?? '', part: 'purpose' }
  const views = { jointId, personId: father, part: 'purpose' }
  const paramsOf = (url: string) => (url.includes('/views/') || url.includes('/copies/') ? views : params)
  for (const { url } of pages)
    for (const actor of [stranger, partner])
      expect(await ask(actor, 'GET', url, { params: paramsOf(url) }), url).toEqual({ kind: 'not_found' })
  for (const { url } of pages)
    expect((await ask(family.worker, 'GET', url, { params: paramsOf(url) })).kind, url).not.toBe('not_found')
  await record.makers.restriction({ subjectId: two })
  const posts = assessmentsModule.routes.filter(({ url }) => url.startsWith('/assessments'))
  for (const { url, method } of posts)
    expect(await ask(family.worker, method, url, { params: paramsOf(url) }), url).toEqual({
      kind: 'not_found',
    })
})

test('somebody of another family is no recipient, and no child of it', async () => {
  const { family, jointId } = await assessed()
  const other = await assessedFamily(record)
  for (const personId of [other.adult, other.children[0] ?? ''])
    for (const url of [
      copyUrl,
      `${copyUrl}/print`,
      '/assessments/:jointId/views/:personId',
      '/assessments/:jointId/children/:personId',
    ])
      expect(await ask(family.worker, 'GET', url, { params: { jointId, personId } }), url).toEqual({
        kind: 'not_found',
      })
})

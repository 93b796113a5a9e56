import { expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import type { ChildProtectionTables } from '../tables.ts'
import { startEnquiry } from './commands/startEnquiry.ts'
import { enquiryRoutes } from './index.ts'
import { marksOf } from './queries/marksOf.ts'
import {
  decidedNow,
  type EnquiredFamily,
  enquiredFamily,
  registerForEnquiries,
} from './testing/enquiredFamily.ts'

registerForEnquiries()
const record = await testRecord()
const ask = askPage(record.as, enquiryRoutes)
const url = '/people/:personId/body-map'
const today = londonDate(Temporal.Now.instant())
const seen = {
  'seen-day': `${today.day}`,
  'seen-month': `${today.month}`,
  'seen-year': `${today.year}`,
  'seen-time': '00:01',
}
const bruise = {
  view: 'front',
  region: 'left_upper_arm',
  kind: 'bruise',
  length: '2.5',
  width: '1',
  colour: 'Yellow and purple',
  noticed: ['swollen', 'painful'],
  seenBy: 'me',
  ...seen,
  childWords: 'The door did it',
}
const add = (at: EnquiredFamily, sent: Record<string, unknown> = bruise) =>
  ask(at.worker, 'POST', `${url}/new`, { params: { personId: at.children[0] }, sent })
const marks = (actor: Actor, personId: Uuid) => record.as(actor, work => marksOf(work, personId))
const page = async (at: EnquiredFamily) =>
  contentOf(await ask(at.worker, 'GET', url, { params: { personId: at.children[0] } }))

test('a mark is a numbered row on the drawing and in words', async () => {
  const at = await enquiredFamily(record)
  expect(await add(at)).toMatchObject({ kind: 'redirect', success: 'Mark recorded' })
  const text = await page(at)
  expect(text).toMatch(
    /Left upper arm \(child, front\)[\s\S]*Bruise; 2\.5 cm by 1 cm; colour: Yellow and purple; swollen/,
  )
  expect(text).toContain('“The door did it”')
  expect(text).toContain('with the marks numbered 1.')
})

test('pressing a place on the outline chooses its part and keeps what was typed', async () => {
  const at = await enquiredFamily(record)
  const params = { personId: at.children[0] }
  const sent = { ...bruise, region: '', 'at.x': '190', 'at.y': '150' }
  const again = contentOf(await ask(at.worker, 'POST', `${url}/new`, { params, sent }))
  expect(again).toMatch(/<option value="left_upper_arm" selected>/)
  expect(again).toContain('The door did it')
  expect(await marks(at.worker, params.personId)).toHaveLength(0)
  await add(at, { ...bruise, x: '190', y: '150' })
  expect(await marks(at.worker, params.personId)).toMatchObject([
    { region: 'left_upper_arm', x: 190, y: 150 },
  ])
  const beside = contentOf(
    await ask(at.worker, 'POST', `${url}/new`, { params, sent: { ...sent, 'at.x': '3', 'at.y': '500' } }),
  )
  expect(beside).toContain('There is no part of the body there')
  const head = contentOf(
    await ask(at.worker, 'POST', `${url}/new`, {
      params,
      sent: { ...bruise, show: 'yes', otherView: 'head_left' },
    }),
  )
  expect(head).toMatch(/outlines\/head_left[\s\S]*Ear and behind it/)
  expect(head).toContain('The door did it')
})

test('refuses a mark without its part, its kind or who saw it, a size that is none, and one seen tomorrow', async () => {
  const at = await enquiredFamily(record)
  const tomorrow = today.add({ days: 1 })
  const sent = {
    view: 'front',
    region: 'nose',
    length: 'big',
    'seen-day': `${tomorrow.day}`,
    'seen-month': `${tomorrow.month}`,
    'seen-year': `${tomorrow.year}`,
    'seen-time': '9am',
    explanation: 'A fall',
  }
  const text = contentOf(await add(at, sent))
  for (const problem of [
    'Select the part of the body',
    'Select what it looks like',
    'Select who saw it',
    'Enter centimetres',
    'must be now or in the past',
    'Enter who gave the explanation',
  ])
    expect(text).toContain(problem)
})

test('a correction stands beside what it corrects, which is struck through and never changed', async () => {
  const at = await enquiredFamily(record)
  await add(at)
  const [first] = await marks(at.worker, at.children[0])
  const params = { personId: at.children[0], markId: first?.id ?? '' }
  const form = contentOf(await ask(at.worker, 'GET', `${url}/:markId/correct`, { params }))
  expect(form).toMatch(/<option value="left_upper_arm" selected>/)
  const corrected = { ...bruise, region: 'right_upper_arm' }
  expect(
    contentOf(await ask(at.worker, 'POST', `${url}/:markId/correct`, { params, sent: corrected })),
  ).toContain('Enter why it is corrected')
  const sent = { ...corrected, reason: 'I mixed up the sides' }
  expect(await ask(at.worker, 'POST', `${url}/:markId/correct`, { params, sent })).toMatchObject({
    kind: 'redirect',
  })
  const text = await page(at)
  expect(text).toMatch(
    /<del>Left upper arm[\s\S]*Corrected below[\s\S]*Right upper arm[\s\S]*Corrected: I mixed up the sides/,
  )
  expect((await marks(at.worker, at.children[0])).map(({ number }) => number)).toEqual([1, 1])
  // Somebody else had the form open too.
  const late = await ask(at.manager, 'POST', `${url}/:markId/correct`, {
    params,
    sent: { ...sent, reason: 'Mine' },
  })
  expect(late).toMatchObject({ kind: 'page', status: 409 })
  expect(contentOf(late)).toContain('Somebody has corrected this mark meanwhile')
})

test('the database lets nobody change or remove a mark', async () => {
  const at = await enquiredFamily(record)
  await add(at)
  const change = record.as(at.worker, work =>
    work
      .db<ChildProtectionTables>()
      .updateTable('body_map_mark')
      .set({ colour: 'None' })
      .where('person_id', '=', at.children[0])
      .execute(),
  )
  await expect(change).rejects.toThrow(/permission denied/)
  const remove = record.as(at.worker, work =>
    work
      .db<ChildProtectionTables>()
      .deleteFrom('body_map_mark')
      .where('person_id', '=', at.children[0])
      .execute(),
  )
  await expect(remove).rejects.toThrow(/permission denied/)
})

test('a bruise on a baby who does not move about asks for a doctor until one is asked', async () => {
  const at = await enquiredFamily(record, {
    born: today.subtract({ months: 3 }).toString(),
    referredOn: today.subtract({ days: 2 }).toString(),
  })
  const [personId] = at.children
  const baby = { ...bruise, view: 'infant_front', region: 'face' }
  expect(contentOf(await add(at, baby))).toContain('Select whether the baby moves about on their own')
  await add(at, { ...baby, isMobile: 'no' })
  const prompt = 'needs a paediatrician today'
  expect(await page(at)).toContain(prompt)
  const begun = await record.as(at.worker, work => startEnquiry(work, decidedNow([personId], at.worker.id)))
  const enquiryId = begun.outcome === 'started' ? begun.enquiryIds[0] : undefined
  expect(await page(at)).toContain(`/enquiries/${enquiryId}/medicals/new`)
  const sent = {
    kind: 'child_protection',
    'asked-day': `${today.day}`,
    'asked-month': `${today.month}`,
    'asked-year': `${today.year}`,
  }
  const medicals = '/people/:personId/enquiries/:enquiryId/medicals/new'
  await ask(at.worker, 'POST', medicals, { params: { personId, enquiryId: enquiryId ?? '' }, sent })
  expect(await page(at)).not.toContain(prompt)
})

test('a child of eight is not asked whether they move about', async () => {
  const at = await enquiredFamily(record)
  const form = contentOf(await ask(at.worker, 'GET', `${url}/new`, { params: { personId: at.children[0] } }))
  expect(form).not.toContain('move about on their own')
  expect(form).toContain('/body-map/outlines/front/outline.svg')
})

test('prints as a tagged PDF that says every mark in words, corrected ones too', async () => {
  const at = await enquiredFamily(record)
  await add(at)
  await add(at, { ...bruise, view: 'left_palm', region: 'left_palm_thumb', kind: 'cut' })
  const reply = await ask(at.worker, 'GET', url, {
    params: { personId: at.children[0] },
    query: { format: 'pdf' },
  })
  if (reply.kind !== 'print') throw new Error('Not a print')
  const { tags } = expectTagged(await reply.make(), {
    title: 'Body map',
    says: ['Child, front', 'Left palm', 'The marks in words', 'Left upper arm', 'The door did it'],
    tags: ['H2', 'Figure', 'Table', 'TH'],
  })
  expect(
    tags
      .filter(({ tag }) => tag === 'Figure')
      .map(({ alt }) => alt)
      .join(' '),
  ).toContain('marks numbered 1.')
})

test('an outline is a picture of nobody; one that is not there answers as absent', async () => {
  const worker = await record.makers.worker()
  const outline = (view: string) =>
    ask(worker, 'GET', '/body-map/outlines/:view/outline.svg', { params: { view } })
  expect(await outline('left_sole')).toMatchObject({
    kind: 'file',
    mediaType: 'image/svg+xml',
    shown: 'nothing',
  })
  expect(await outline('nobody')).toEqual({ kind: 'not_found' })
})

test('is absent for the summary alone and for whoever has no access', async () => {
  const at = await enquiredFamily(record)
  const params = { personId: at.children[0] }
  const nurse = await record.makers.worker()
  await record.makers.involvement({ personId: params.personId, workerId: nurse.id })
  for (const actor of [nurse, await record.makers.worker()]) {
    expect(await ask(actor, 'GET', url, { params })).toEqual({ kind: 'not_found' })
    expect(await ask(actor, 'POST', `${url}/new`, { params, sent: bruise })).toEqual({ kind: 'not_found' })
  }
  const mixed = { params: { ...params, markId: makeUuid() } }
  expect(await ask(at.worker, 'GET', `${url}/:markId/correct`, mixed)).toEqual({ kind: 'not_found' })
})

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { makeUuid } from '#platform/ids'
import { born, doorStage } from '../../testing/doorStage.ts'

const stage = await doorStage()
const { social, makers, record } = stage
const child = (given: string, family: string) => ({
  'person-0-role': 'child',
  'person-0-given': given,
  'person-0-family': family,
})
const pageOf = async (id: Uuid, by = social.visitor) => (await by.get(`/front-door/contacts/${id}`)).body
const firstNamed = async (id: Uuid) => (await stage.read(id))?.people[0]?.id
const match = (id: Uuid, named: Uuid | undefined, fields: Record<string, string>) =>
  social.visitor.post(`/front-door/contacts/${id}/people/${named}`, fields)

test('a mother and child of one name and one birthday are told apart by role and never matched by themselves', async () => {
  const family = { family: 'Samewright', given: 'Rosalind' }
  const mother = await makers.person({ ...family, born: '1990-04-04' })
  const girl = await makers.person({ ...family, born: '2014-04-04' })
  for (const personId of [mother, girl]) await makers.allocation({ personId, teamId: stage.team })
  const id = await stage.contact({ ...child('Rosalind', 'Samewright'), ...born(0, '2014', '4', '4') })
  const body = await pageOf(id)
  expect(body).toContain('Recorded as an adult, named as a child.')
  expect((await stage.read(id))?.people[0]?.person_id).toBeNull()
  await match(id, await firstNamed(id), { act: `same:${girl}` })
  expect((await stage.read(id))?.people[0]?.person_id).toBe(girl)
})

test('no record is reached by typing its id', async () => {
  const other = await makers.person({ given: 'Quite', family: 'Different' })
  const id = await stage.contact(child('Hattie', 'Nowhereby'))
  const answer = await match(id, await firstNamed(id), { act: `same:${other}` })
  expect(answer.statusCode).toBe(422)
  expect((await stage.read(id))?.people[0]?.person_id).toBeNull()
})

test('a restricted person gives no sign', async () => {
  const hidden = await makers.person({ given: 'Silas', family: 'Quietmoor', born: '2015-05-15' })
  const member = await makers.worker()
  await makers.restriction({ subjectId: hidden, members: [member.id] })
  const id = await stage.contact({ ...child('Silas', 'Quietmoor'), ...born(0, '2015', '5', '15') })
  expect(await pageOf(id)).toContain('Nobody like this was found in the record.')
  const refused = await match(id, await firstNamed(id), { act: `same:${hidden}` })
  const absent = await match(id, await firstNamed(id), { act: `same:${makeUuid()}` })
  expect([refused.statusCode, absent.statusCode]).toEqual([422, 422])
})

test('a wrong sibling is added and removed with the reason, and stays struck through', async () => {
  const id = await stage.contact(child('Ivo', 'Marlstone'))
  await social.visitor.post(`/front-door/contacts/${id}/people`, child('Wrong', 'Sibling'))
  const named = (await stage.read(id))?.people.find(({ given }) => given === 'Wrong')?.id
  await match(id, named, { act: 'new_after_looking' })
  expect((await match(id, named, { act: 'remove' })).body).toContain(
    'Enter why this person does not belong here',
  )
  await match(id, named, { act: 'remove', [`reason-${named}`]: 'A cousin, who lives elsewhere' })
  const read = await stage.read(id)
  expect(read?.people.find(one => one.id === named)?.person_id).toBeNull()
  expect(read?.contact.person_ids).toEqual([])
  expect(await pageOf(id)).toContain('<s>Wrong Sibling</s>')
})

test('a form with one person more goes on saving the draft of the form before', async () => {
  const typed = { worries: 'Half written', 'person-0-role': 'child', 'person-0-given': 'Nobody' }
  const page = await social.visitor.post('/front-door/contacts/new', { ...typed, rows: 'add-adult' })
  expect(page.body).toContain('name="person-1-role" value="adult"')
  const [, version] = /name="_draft_version" value="(\d+)"/.exec(page.body) ?? []
  expect(version).toBe('1')
  const again = await social.visitor.post('/front-door/contacts/new', {
    ...typed,
    _draft_version: '1',
    save_draft: 'yes',
  })
  expect(again.statusCode).toBe(303) // and not "changed in another tab"
})

test('an unborn child is added with its mother', async () => {
  const due = Temporal.Now.plainDateISO().add({ days: 70 })
  const id = await stage.contact({
    'person-0-role': 'adult',
    'person-0-given': 'Nora',
    'person-0-family': 'Bellweather',
    'person-0-relation': 'mother',
    'person-1-role': 'unborn_child',
    'person-1-expected-day': String(due.day),
    'person-1-expected-month': String(due.month),
    'person-1-expected-year': String(due.year),
  })
  for (const { id: named } of (await stage.read(id))?.people ?? []) await match(id, named, { act: 'new' })
  const people = (await stage.read(id))?.people ?? []
  expect(people.every(({ person_id }) => person_id !== null)).toBe(true)
})

test('an agency adds in its own name, sees no decision, and nobody else reads the contact', async () => {
  const police = await stage.member('mash_partner')
  const { visitor: stranger } = await stage.outsider()
  const agency = makeUuid()
  await record.as(serviceActor('storyteller'), async work => {
    await sql`insert into organisation (id, name, kind) values (${agency}, 'Madeupshire Police', 'police')`.execute(
      work.db(),
    )
    await sql`update worker set organisation_id = ${agency} where id = ${police.worker.id}`.execute(work.db())
  })
  const id = await stage.contact({ ...child('Fay', 'Underwell'), worries: 'x'.repeat(100_000) })
  await police.visitor.post(`/front-door/contacts/${id}/contributions`, {
    body: 'Two calls to the address <this year>',
    contribution_rag: 'amber',
  })
  const body = await pageOf(id)
  expect(body).toContain('Two calls to the address &lt;this year&gt;')
  expect(body).toMatch(/Worker [^<]*, Madeupshire Police/)
  expect((await stranger.get(`/front-door/contacts/${id}`)).statusCode).toBe(404)
  expect((await police.visitor.get('/front-door')).body).toContain('Fay Underwell')
  expect((await stranger.get('/front-door')).body).not.toContain('Fay Underwell')
  const decide = await police.visitor.get(`/front-door/contacts/${id}/decide`)
  expect(decide.statusCode).toBe(403)
})

test('danger is acted on by one form, and of two at once the second is told', async () => {
  const id = await stage.contact({
    ...child('Tamsin', 'Hollowbrook'),
    danger_now: 'yes',
    danger: 'Locked in',
  })
  const version = String((await stage.read(id))?.contact.version)
  const act = (action: string) =>
    social.visitor.post(`/front-door/contacts/${id}/danger`, { version, action })
  expect((await act('Police are there')).statusCode).toBe(303)
  const second = await act('I rang as well')
  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('I rang as well')
  expect((await stage.read(id))?.contact).toMatchObject({ action_taken: 'Police are there', rag: 'red' })
})

test('a partner sends in their own name and reads the answer, never the reasons', async () => {
  const { worker, visitor } = await stage.outsider()
  await record.as({ id: worker.id, class: 'practitioner' }, async () => undefined)
  const sent = await visitor.post('/front-door/contacts/new', {
    channel: 'email',
    worries: 'He is thin',
    ...child('Alby', 'Thornwick'),
  })
  expect(sent.statusCode).toBe(303)
  const list = await visitor.get('/front-door/sent')
  expect(list.body).toContain('KF-')
  expect(list.body).toContain('Received')
})

import { expect, test } from 'vitest'
import type { AccessTables } from '#modules/access'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { familyMembers } from '../../queries/familyOf.ts'
import { personDetails } from '../../queries/personDetails.ts'
import { type Asked, askRoute, pageOf } from '../../testing/askRoute.ts'

const record = await testRecord()
const { makers } = record
const worker = await makers.worker()
const ask = (asked: Asked) => record.as(worker, work => askRoute(work, asked))
const add = (sent: Asked['sent'] = {}, path = '/people/new') => ask({ method: 'POST', path, sent })
const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const idIn = (reply: Awaited<ReturnType<typeof add>>): string =>
  reply.kind === 'redirect' ? (reply.location.split('/')[2] ?? '') : ''

test('adds a person with several names and numbers, who is the adder’s at once', async () => {
  const reply = await add({
    given: 'Marigold',
    family: 'Fernsby',
    known_as: 'Goldie',
    former: 'Oldsby',
    ...date('date_of_birth', '', '', '2011'),
    sex: 'F',
    nhs_number: '9990000018',
  })
  expect(reply).toMatchObject({ kind: 'redirect', success: 'Person added' })
  const found = await record.as(worker, work => personDetails(work, idIn(reply) as never))
  expect(found?.names.map(({ kind, given, family }) => [kind, given, family])).toEqual([
    ['legal', 'Marigold', 'Fernsby'],
    ['known_as', 'Goldie', 'Fernsby'],
    ['former', 'Marigold', 'Oldsby'],
  ])
  expect(found?.summary).toMatchObject({ sex: 'F', dateOfBirthPrecision: 'year' })
  expect(found?.identifiers[0]?.value).toBe('999 000 0018')
})

test('shows who may be the same before adding, and adds when none is', async () => {
  const person = { given: 'Marigold', family: 'Fernsby', ...date('date_of_birth', '', '', '2011') }
  const page = pageOf(await add(person))
  expect(page).toContain('People who may be the same')
  expect(page).toContain('Marigold Fernsby')
  expect(await add({ ...person, none_is_same: 'yes' })).toMatchObject({ kind: 'redirect' })
})

test('answers the check while typing by JSON', async () => {
  const reply = await ask({
    method: 'POST',
    path: '/people/possible-duplicates',
    sent: { given: 'Goldie', family: 'Fernsby', born: '2011' },
  })
  expect(reply).toMatchObject({
    kind: 'json',
    body: { people: [{ held: true, name: 'Marigold Fernsby' }, {}] },
  })
})

test('refuses a person of whom nothing is known', async () => {
  expect(pageOf(await add())).toContain(
    'Enter a name, a number, or the expected date of birth of an unborn child',
  )
})

test('adds an unborn child to the family with its mother', async () => {
  const due = Temporal.Now.plainDateISO().add({ days: 60 })
  const first = await add({ given: 'Hester', family: 'Larkspur', ...date('date_of_birth', '1', '2', '1995') })
  const made = await ask({
    method: 'POST',
    path: `/families/new?person=${idIn(first)}`,
    sent: { role: 'adult' },
  })
  const familyId = idIn(made)
  const unborn = await add(
    {
      is_unborn: 'yes',
      ...date('expected_delivery_on', `${due.day}`, `${due.month}`, `${due.year}`),
      role: 'child',
      mother_id: idIn(first),
    },
    `/people/new?family=${familyId}`,
  )
  expect(unborn).toMatchObject({ kind: 'redirect', location: `/families/${familyId}` })
  const members = await record.as(worker, work => familyMembers(work, familyId as never))
  expect(members.map(({ role, person }) => [role, person.displayName.slice(0, 17)])).toEqual([
    ['adult', 'Hester Larkspur'],
    ['child', 'Unborn child, due'],
  ])
  const page = pageOf(await ask({ path: `/families/${familyId}` }))
  expect(page).toContain('data-shape="triangle"')
  expect(page).toContain('Mother of')
})

test('one who matches a restricted person is added as any other, and the list is told', async () => {
  const hidden = await makers.person({ given: 'Sabine', family: 'Coverdale', born: '2014-02-02' })
  const member = await makers.worker()
  await makers.restriction({ subjectId: hidden, members: [member.id] })
  const reply = await add({
    given: 'Sabine',
    family: 'Coverdale',
    ...date('date_of_birth', '2', '2', '2014'),
  })
  expect(reply).toMatchObject({ kind: 'redirect', success: 'Person added' })
  const matches = await record.as(serviceActor('verifier'), work =>
    work.db<AccessTables>().selectFrom('access.restricted_match').select(['subject_id', 'how']).execute(),
  )
  expect(matches).toContainEqual({ subject_id: hidden, how: 'new_person' })
})

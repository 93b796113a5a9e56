import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { personBar } from '../../queries/personBar.ts'
import { personDetails } from '../../queries/personDetails.ts'
import { type Asked, askRoute, pageOf } from '../../testing/askRoute.ts'

const record = await testRecord()
const { makers } = record
let worker: Actor
let child: Uuid

beforeAll(async () => {
  worker = await makers.worker()
  const teamId = await makers.team()
  const { children } = await makers.family({ children: 1, adults: 1 })
  child = children[0] as Uuid
  await makers.allocation({ personId: child, teamId, workerId: worker.id })
})

const ask = (asked: Asked, actor = worker) => record.as(actor, work => askRoute(work, asked))
const post = (part: string, sent: Asked['sent'] = {}, actor = worker) =>
  ask({ method: 'POST', path: `/people/${child}/details/${part}`, sent }, actor)
const details = async () => {
  const found = await record.as(worker, work => personDetails(work, child))
  if (!found) throw new Error('The worker holds the child')
  return found
}
const saved = { kind: 'redirect', success: 'Saved' }
const recordedFrom = async (part: string): Promise<string> => {
  const page = pageOf(await ask({ path: `/people/${child}/details/${part}` }))
  return /name="recorded_from" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

describe('adding a fact', () => {
  test('keeps an identifier whose check digit fails, and says so', async () => {
    expect(await post('identifier', { kind: 'nhs_number', value: '9990000011' })).toMatchObject(saved)
    expect(await post('identifier', { kind: 'nhs_number', value: '999 0000 018' })).toMatchObject(saved)
    const { identifiers } = await details()
    expect(identifiers.map(({ value, remark }) => [value, remark === null])).toEqual([
      ['9990000011', false],
      ['999 000 0018', true],
    ])
    expect(pageOf(await ask({ path: `/people/${child}/details` }))).toContain(
      'The last digit does not fit the others',
    )
  })

  test('makes a new main name, and keeps the former one', async () => {
    expect(
      await post('name', { kind: 'legal', given: 'Saffron', family: 'Newname', is_main: 'yes' }),
    ).toMatchObject(saved)
    expect((await details()).names.map(name => name.is_main)).toEqual([true, false])
    expect((await details()).summary.displayName).toBe('Saffron Newname')
  })

  test('refuses in the words of GOV.UK and shows again what was typed', async () => {
    const reply = await post('address', {
      kind: 'refuge',
      lines: '9 Nowhere Walk',
      'started_on-day': '31',
      'started_on-month': '6',
      'started_on-year': '2020',
    })
    expect(reply).toMatchObject({ kind: 'page', status: 422, hasErrors: true })
    const page = pageOf(reply)
    expect(page).toContain('First day must be a real date')
    expect(page).toContain('9 Nowhere Walk')
    expect(pageOf(await post('address', { kind: 'refuge', lines: '9 Nowhere Walk' }))).toContain(
      'The address of a refuge is confidential',
    )
    expect(pageOf(await post('contact', {}))).toContain('Enter the number or email address')
    expect((await details()).addresses).toEqual([])
  })

  test('writes the postcode as people write it', async () => {
    await post('address', { kind: 'home', lines: '9 Nowhere Walk', postcode: 'zz993wz' })
    expect((await details()).addresses[0]?.postcode).toBe('ZZ99 3WZ')
    expect(await record.as(worker, work => personBar(work, child))).toMatchObject({
      displayName: 'Saffron Newname',
      address: { outcome: 'known', area: 'ZZ99' },
    })
  })
})

describe('birth and death', () => {
  const life = async (fields: Record<string, string>) =>
    post('life', { recorded_from: await recordedFrom('life'), ...fields })
  const born = (year: string, month = '', day = '') => ({
    'date_of_birth-day': day,
    'date_of_birth-month': month,
    'date_of_birth-year': year,
  })

  test.each([
    [born('2099', '1', '1'), 'Date of birth must be today or in the past'],
    [born('1899', '1', '1'), 'Date of birth must be after 1899'],
    [
      { ...born('2015', '3', '1'), 'died_on-day': '1', 'died_on-month': '2', 'died_on-year': '2015' },
      'Date of death must be the same as or after',
    ],
    [{ ...born('2015', '3', '1'), is_unborn: 'yes' }, 'Untick &quot;not born yet&quot;'],
    [born('', '3', '1'), 'Date of birth must include a year'],
  ])('refuses %#', async (fields, message) => expect(pageOf(await life(fields))).toContain(message))

  test('keeps how exactly the date is known', async () => {
    expect(await life(born('2015', '3'))).toMatchObject(saved)
    const { summary } = await details()
    expect([summary.dateOfBirth?.toString(), summary.dateOfBirthPrecision]).toEqual(['2015-03-01', 'month'])
  })
})

test('shows both texts when somebody else was quicker, and then takes the second saving', async () => {
  const opened = await recordedFrom('facts')
  expect(await post('facts', { recorded_from: opened, religion: 'First answer' })).toMatchObject(saved)
  const reply = await post('facts', { recorded_from: opened, religion: 'Second answer' })
  expect(reply).toMatchObject({ kind: 'page', status: 409 })
  const page = pageOf(reply)
  expect(page).toContain('<strong>Second answer</strong>')
  expect(page).toContain('<strong>First answer</strong>')
  expect((await details()).facts.religion).toBe('First answer')
  const now = /name="recorded_from" value="([^"]+)"/.exec(page)?.[1]
  expect(await post('facts', { recorded_from: now, religion: 'Second answer' })).toMatchObject(saved)
  expect((await details()).facts.religion).toBe('Second answer')
})

test('offers nothing to those who may not change, and nobody hidden exists', async () => {
  const stranger = await makers.worker()
  expect(await ask({ path: `/people/${child}/details` }, stranger)).toEqual({ kind: 'not_found' })
  expect(await post('facts', { religion: 'X' }, stranger)).toEqual({ kind: 'not_found' })
  const nurse = await makers.worker()
  await makers.involvement({ personId: child, workerId: nurse.id })
  expect(await ask({ path: `/people/${child}/details/facts` }, nurse)).toMatchObject({ kind: 'forbidden' })
  expect(pageOf(await ask({ path: `/people/${child}/details` }, nurse))).not.toContain('Change')
})

test('a row of somebody else is not found under this person', async () => {
  const other = await makers.person()
  expect(await ask({ path: `/people/${child}/details/name/${other}` })).toEqual({ kind: 'not_found' })
  expect(await ask({ path: `/people/${child}/details/secrets` })).toEqual({ kind: 'not_found' })
})

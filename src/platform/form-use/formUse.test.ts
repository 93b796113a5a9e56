import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { route } from '../http/index.ts'
import { FormCounts } from './formCounts.ts'
import { formFigures } from './formFigures.ts'
import { formNames } from './formNames.ts'
import { fieldsShown, fieldsUsed, formOf } from './formShape.ts'
import { keepFormCounts } from './keepFormCounts.ts'

const record = await testRecord()
const someone = makeUuid()
const now = Temporal.Instant.from('2026-11-22T10:00:00Z')
const month = Temporal.PlainDate.from('2026-11-01')
const path = `/people/${someone}/visits/new?x=1`
const sent = {
  _key: 'k',
  body: 'Secret words',
  'on-day': '1',
  'on-month': '',
  [`child-${someone}`]: ['about'],
  place: '',
}

const after = (minutes: number) => ({
  path,
  key: makeUuid(now.subtract({ minutes }).epochMilliseconds),
  sent,
  now,
})

describe('what is counted', () => {
  test('is a form without ids and names of fields without values', () => {
    expect(formOf(path)).toBe('/people/:id/visits/new')
    const { offered, filled } = fieldsUsed(sent)
    expect([...offered]).toEqual(['body', 'on', 'child', 'place'])
    expect([...filled]).toEqual(['body', 'on', 'child'])
  })

  test('knows ticks that nobody makes from the page that showed them', () => {
    const page = `<form method="post" action="/a/${someone}"><input type="hidden" name="_key"><input name="alone" type="checkbox" value="yes"><textarea name="body"></textarea></form>
      <form method="get" action="/b"><input name="find"></form>`
    expect([...fieldsShown(page)]).toEqual([['/a/:id', new Set(['alone', 'body'])]])
  })
})

test('a form has the words of its route, and one that no route takes has none', () => {
  const handle = () => Promise.reject(new Error('not asked'))
  const routes = [
    { url: '/people/:personId/visits/new', summary: 'Records a visit' },
    { url: '/people/:personId/details/:part', summary: 'Adds a fact about a person' },
    { url: '/people/:personId/details/name', summary: 'Adds a name' },
  ].map(one => route({ ...one, method: 'POST', admits: 'signed_in', purpose: 'casework', handle }))
  const names = formNames(routes)
  expect(names('/people/:id/visits/new')).toBe('Records a visit')
  expect(names('/people/:id/details/contact')).toBe('Adds a fact about a person: contact')
  expect(names('/people/:id/details/name')).toBe('Adds a name')
  expect(names('/wp-login')).toBeNull()
})

test('sums savings of a month; fewer than ten are not shown, a field that nobody fills is', async () => {
  const counts = new FormCounts()
  counts.noteShown(new Map([['/people/:id/visits/new', new Set(['body', 'on', 'child', 'place', 'alone'])]]))
  for (let minutes = 1; minutes <= 9; minutes += 1) counts.noteSaved(after(minutes))
  counts.noteSaved({ ...after(3), sent: { ...sent, save_draft: 'yes' } }) // kept as a draft: nothing is saved yet
  await keepFormCounts(record.database, counts)
  const worker = await record.makers.worker()
  const shown = () => record.as(worker, work => formFigures(work, month))
  expect(await shown()).toEqual([])
  counts.noteSaved(after(55))
  await keepFormCounts(record.database, counts)
  await keepFormCounts(record.database, counts) // nothing new: nothing is counted twice
  expect(await shown()).toMatchObject([
    { form: '/people/:id/visits/new', savings: 10, median: 5, ninetieth: 12, unfilled: ['alone', 'place'] },
  ])
})

test('no column could hold a worker, a person, a key or a moment, and no entry of the audit tells of it', async () => {
  const worker = await record.makers.worker({ class: 'administrator' })
  const { rows } = await record.as(worker, work =>
    sql<{ name: string; type: string }>`select table_name || '.' || column_name as name, data_type as type
      from information_schema.columns where table_schema = 'app' and table_name in ('form_minutes', 'form_field')
      order by 1`.execute(work.db()),
  )
  expect(rows.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'form_field.field text',
    'form_field.filled integer',
    'form_field.form text',
    'form_field.month date',
    'form_field.offered integer',
    'form_minutes.form text',
    'form_minutes.minutes integer',
    'form_minutes.month date',
    'form_minutes.savings integer',
  ])
  await expect(
    record.as(worker, work => sql`update app.form_minutes set savings = 99`.execute(work.db())),
  ).rejects.toThrow('permission denied')
})

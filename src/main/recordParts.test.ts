import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../modules/casework/testing/askPage.ts'
import { registerModules, serviceModules } from './modules.ts'

registerModules()
const record = await testRecord()
const { makers } = record
const routes = serviceModules.flatMap(module => module.routes)
let worker: Actor
let child: Uuid

beforeAll(async () => {
  worker = await makers.worker()
  child = await makers.person({ given: 'Wren', family: 'Inventley', born: '2018-05-05' })
  await makers.allocation({ personId: child, teamId: await makers.team(), workerId: worker.id })
})

/** The navigation of the record's parts: lists have one of their own below. */
const partsOf = (page: string) =>
  /<nav[^>]*aria-label="Parts of this record"[\s\S]*?<\/nav>/.exec(page)?.[0] ?? ''
const tabsOf = (page: string) =>
  [...partsOf(page).matchAll(/<a[^>]*>([^<]*)</g)].map(([, text]) => text?.trim())
const currentOf = (page: string) =>
  [...partsOf(page).matchAll(/<a[^>]*aria-current="page"[^>]*>([^<]*)</g)].map(([, text]) => text?.trim())

test.each([
  ['/people/:personId', 'Overview'],
  ['/people/:personId/chronology', 'Chronology'],
  ['/people/:personId/notes', 'Visits and notes'],
  ['/people/:personId/details', 'Family'],
  ['/people/:personId/plans', 'Plans'],
  ['/people/:personId/documents', 'Documents'],
  ['/people/:personId/looks', 'Who has looked'],
])('%s says whose record it is and which part of it', async (url, part) => {
  const page = contentOf(
    await askPage(record.as, routes)(worker, 'GET', url, { params: { personId: child } }),
  )
  expect(page).toMatch(/aria-label="Whose record this is">[\s\S]*Wren Inventley, \d+ years[\s\S]*<\/section>/)
  expect(currentOf(page)).toEqual([part])
  expect(tabsOf(page)).toEqual([
    'Overview',
    'Chronology',
    'Visits and notes',
    'Family',
    'Plans',
    'Documents',
    'Who has looked',
  ])
  expect(page.match(/<h1/g)).toHaveLength(1)
})

test.each(['/people/:personId/details', '/people/:personId/looks'])(
  '%s of a past moment says what was known of them then',
  async url => {
    const other = await makers.person({ given: 'Wilmot', family: 'Oldenshaw' })
    await makers.allocation({ personId: other, teamId: await makers.team(), workerId: worker.id })
    const knownAt = await record.settled()
    await record.as(worker, work =>
      work
        .db<{ person_name: { person_id: Uuid; family: string } }>()
        .updateTable('person_name')
        .set({ family: 'Newbyrne' })
        .where('person_id', '=', other)
        .execute(),
    )
    const params = { personId: other }
    const then = askPage((actor, fn) => record.as(actor, fn, { knownAt }), routes)
    expect(contentOf(await then(worker, 'GET', url, { params }))).toContain('Wilmot Oldenshaw, ')
    expect(contentOf(await askPage(record.as, routes)(worker, 'GET', url, { params }))).toContain(
      'Wilmot Newbyrne, ',
    )
  },
)

test('a hidden person is answered as an absent one there too', async () => {
  const stranger = await makers.worker()
  for (const url of ['/people/:personId/details', '/people/:personId/looks'])
    expect(await askPage(record.as, routes)(stranger, 'GET', url, { params: { personId: child } })).toEqual({
      kind: 'not_found',
    })
})

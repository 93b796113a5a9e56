import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { type Asked, askRoute, pageOf } from '../../testing/askRoute.ts'

const record = await testRecord()
const { makers } = record
const worker = await makers.worker()
const teamId = await makers.team()
const child = await makers.person({ given: 'Ottoline', family: 'Quillfeather', born: '2016-05-05' })
await makers.family({ children: [child], adults: 0 })
await makers.allocation({ personId: child, teamId, workerId: worker.id })
const outside = await makers.person({ given: 'Barnaby', family: 'Elsewherely', born: '2012-12-12' })
const ask = (asked: Asked, actor = worker) => record.as(actor, work => askRoute(work, asked))
const results = async (text: string) => {
  const reply = await ask({ method: 'POST', path: '/people', sent: { text } })
  return reply.kind === 'redirect' ? reply.location : ''
}

test('the address of the results holds an id and no name', async () => {
  const location = await results('quillfether')
  expect(location).toMatch(/^\/people\?search=[0-9a-f-]{36}$/)
  const reply = await ask({ path: location })
  expect(reply).toMatchObject({ title: 'People', shown: { action: 'search', subjectIds: [child] } })
  expect(pageOf(reply)).toContain(`href="/people/${child}"`)
})

test('what one person searched for is nobody else’s to see', async () => {
  const location = await results('quillfether')
  expect(pageOf(await ask({ path: location }, await makers.worker()))).not.toContain('uillf')
})

test('somebody outside one’s work shows by initials with the way to ask, and never in the download', async () => {
  const location = await results('Barnaby Elsewherely 12/12/2012')
  const page = pageOf(await ask({ path: location }))
  expect(page).toContain(`/people/${outside}/open`)
  expect(page).toContain('Born 2012')
  const text = page.slice(page.indexOf('</search>'))
  expect(text).not.toContain('Elsewherely')
  const csv = await ask({ path: `${location}&format=csv` })
  expect(csv.kind === 'csv' && [...csv.rows]).toEqual([])
})

test('filters stay in the address and the download keeps them', async () => {
  const location = await results('Quillfeather')
  expect(pageOf(await ask({ path: `${location}&show=adults` }))).toContain('Nobody found')
  const csv = await ask({ path: `${location}&show=children&age=5-10&format=csv` })
  expect(csv.kind === 'csv' && [...csv.rows].length).toBe(1)
  expect(pageOf(await ask({ path: `${location}&age=5-10` }))).toContain('age=5-10&amp;format=csv')
})

test('an empty or foreign state of the address shows the box alone', async () => {
  for (const path of ['/people', '/people?search=nonsense&page=x&show=everyone'])
    expect(pageOf(await ask({ path }))).not.toContain('found')
})

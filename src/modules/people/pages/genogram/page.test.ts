import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { type Asked, askRoute, pageOf } from '../../testing/askRoute.ts'

const record = await testRecord()
const { makers } = record
let worker: Actor
let mother: Uuid
let child: Uuid
let hidden: Uuid
let path: string

const ask = (asked: Asked, actor = worker) => record.as(actor, work => askRoute(work, asked))
const relate = (part: string, sent: Record<string, string>) =>
  ask({ method: 'POST', path: `/people/${mother}/details/${part}`, sent })

beforeAll(async () => {
  worker = await makers.worker()
  const teamId = await makers.team()
  mother = await makers.person({ given: 'Ottilie', family: 'Drawnfield', born: '1990-01-01' })
  child = await makers.person({ given: 'Linus', family: 'Drawnfield', born: '2018-01-01' })
  hidden = await makers.person({ given: 'Secretia', family: 'Drawnfield', born: '2016-01-01' })
  const { familyId } = await makers.family({ children: [child, hidden], adults: [mother] })
  path = `/families/${familyId}/genogram`
  for (const personId of [child, mother]) await makers.allocation({ personId, teamId, workerId: worker.id })
  for (const other_id of [child, hidden])
    expect(await relate('relationship', { kind: 'mother', other_id })).toMatchObject({ kind: 'redirect' })
  await makers.restriction({ subjectId: hidden })
})

test('draws the family as at a day of the past, with ages of that day', async () => {
  const then = pageOf(await ask({ path: `${path}?on=2020-06-01` }))
  expect(then).toContain('Family drawing as at 1 June 2020')
  expect(then).toMatch(/Linus Drawnfield, 2 years/)
  expect(then).not.toContain('Secretia')
  const before = pageOf(await ask({ path: `${path}?on=2016-01-01` }))
  expect(before).not.toContain(`data-person="${child}"`)
})

test('a day to come shows today and says why', async () => {
  const reply = await ask({ path: `${path}?on-day=1&on-month=1&on-year=2999` })
  expect(reply).toMatchObject({ kind: 'page', status: 422 })
  expect(pageOf(reply)).toContain('Day must be today or in the past')
})

test('an opinion has its author and day, and is drawn only when asked for', async () => {
  const sent = {
    other_id: child,
    quality: 'conflict',
    remark: 'Seen at two visits',
    'noted_on-day': '1',
    'noted_on-month': '2',
    'noted_on-year': '2024',
  }
  expect(pageOf(await relate('quality', { ...sent, quality: '' }))).toContain('Select how they stand')
  expect(await relate('quality', sent)).toMatchObject({ kind: 'redirect' })
  const plain = pageOf(await ask({ path }))
  expect(plain).not.toContain('data-quality')
  expect(plain).not.toContain('Seen at two visits')
  const drawn = pageOf(await ask({ path: `${path}?opinions=yes` }))
  expect(drawn).toContain('data-quality="conflict"')
  expect(drawn).toMatch(/in conflict\. Seen at two visits[\s\S]*Worker Madeup\d+, 1 February 2024/)
  expect(pageOf(await ask({ path: `${path}?opinions=yes&on=2023-01-01` }))).not.toContain('data-quality')
})

test('downloads as SVG and as a tagged PDF', async () => {
  const svg = await ask({ path: `${path}?format=svg` })
  expect(svg.kind === 'file' && new TextDecoder().decode(svg.bytes)).toMatch(
    /^<\?xml[\s\S]*<style>[\s\S]*Linus/,
  )
  const pdf = await ask({ path: `${path}?format=pdf&opinions=yes` })
  if (pdf.kind !== 'print') throw new Error(pdf.kind)
  const { tags } = expectTagged(await pdf.make(), {
    title: 'Family drawing as at',
    says: ['Family drawing as at', 'Who is who', 'Linus', 'How they stand with one another'],
    tags: ['H2', 'H3', 'Figure'],
  })
  expect(tags.find(({ tag }) => tag === 'Figure')?.alt).not.toBe('')
})

test('is not there for a stranger', async () => {
  expect(await ask({ path }, await makers.worker())).toEqual({ kind: 'not_found' })
})

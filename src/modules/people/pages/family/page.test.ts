import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { type Asked, askRoute, pageOf } from '../../testing/askRoute.ts'

const record = await testRecord()
const { makers } = record
let worker: Actor
let familyId: Uuid
let mother: Uuid
let child: Uuid
let hidden: Uuid

beforeAll(async () => {
  worker = await makers.worker()
  const teamId = await makers.team()
  mother = await makers.person({ given: 'Ursula', family: 'Kinfield', born: '1990-01-01' })
  child = await makers.person({ given: 'Jory', family: 'Kinfield', born: '2018-01-01' })
  hidden = await makers.person({ given: 'Secretia', family: 'Kinfield', born: '2016-01-01' })
  familyId = (await makers.family({ children: [child, hidden], adults: [mother] })).familyId
  await makers.allocation({ personId: child, teamId, workerId: worker.id })
  const relate = (sent: Record<string, string>) =>
    ask({ method: 'POST', path: `/people/${mother}/details/relationship`, sent })
  for (const other_id of [child, hidden])
    expect(await relate({ kind: 'mother', other_id, has_parental_responsibility: 'yes' })).toMatchObject({
      kind: 'redirect',
    })
  await makers.restriction({ subjectId: hidden })
})

const ask = (asked: Asked, actor = worker) => record.as(actor, work => askRoute(work, asked))
const family = async (actor = worker) => pageOf(await ask({ path: `/families/${familyId}` }, actor))

describe('the page', () => {
  test('says who is in the family, who has parental responsibility, and draws it', async () => {
    const page = await family()
    expect(page).toMatch(/Jory Kinfield[\s\S]*years[\s\S]*Child[\s\S]*Ursula Kinfield/)
    expect(page).toContain('Mother of')
    expect(page).toContain('(has parental responsibility)')
    expect(page).toContain(`data-person="${child}"`)
    expect(page).not.toMatch(/\sstyle=/)
  })

  test('holds nothing of somebody hidden', async () => {
    const page = await family()
    expect(page).not.toContain('Secretia')
    expect(page).not.toContain(hidden)
    expect(page).toContain('2 people, of whom 1 under 18')
  })

  test('is not there for a stranger', async () => {
    expect(await ask({ path: `/families/${familyId}` }, await makers.worker())).toEqual({ kind: 'not_found' })
  })
})

test('adds a household, which then encloses its people', async () => {
  const path = `/families/${familyId}/households`
  expect(pageOf(await ask({ method: 'POST', path, sent: { label: ' ' } }))).toContain(
    'Enter a name for the household',
  )
  expect(
    await ask({ method: 'POST', path, sent: { label: 'Ursula’s home', person: [mother, child] } }),
  ).toMatchObject({
    kind: 'redirect',
  })
  const page = await family()
  expect(page).toContain('data-mark="household"')
  expect(page).toContain('Household: Ursula’s home')
  expect(await ask({ method: 'POST', path, sent: { label: 'X', person: [hidden] } })).toMatchObject({
    kind: 'forbidden',
  })
})

test('adds somebody already recorded in two steps', async () => {
  const path = `/families/${familyId}/members/new`
  const aunt = await makers.person({ given: 'Philippa', family: 'Auntly', born: '1985-01-01' })
  await makers.family({ children: 0, adults: [aunt] })
  await makers.opening({ actorId: worker.id, subjectId: aunt })
  const found = pageOf(await ask({ method: 'POST', path, sent: { text: 'Pippa Auntly' } }))
  expect(found).toContain(`value="${aunt}"`)
  const choose = { text: 'Pippa Auntly', step: 'choose', person: aunt }
  expect(pageOf(await ask({ method: 'POST', path, sent: choose }))).toContain('Select child or adult')
  const asAdult = { method: 'POST', path, sent: { ...choose, role: 'adult' } } as const
  // A record opened with a reason is not one's own to put into a family.
  expect(await ask(asAdult)).toMatchObject({ kind: 'forbidden' })
  await makers.allocation({ personId: aunt, teamId: await makers.team(), workerId: worker.id })
  expect(await ask(asAdult)).toMatchObject({ kind: 'redirect' })
  expect(await family()).toContain('Philippa Auntly')
})

test('ends somebody’s place in the family from their own form', async () => {
  const page = await family()
  const href = new RegExp(`/people/${mother}/details/family/[0-9a-f-]{36}`).exec(page)?.[0] ?? ''
  const form = pageOf(await ask({ path: href }))
  const recorded_from = /name="recorded_from" value="([^"]+)"/.exec(form)?.[1]
  const ended = { 'ended_on-day': '1', 'ended_on-month': '2', 'ended_on-year': '2021' }
  const sent = { recorded_from, family_id: familyId, role: 'adult', ...ended }
  expect(await ask({ method: 'POST', path: href, sent })).toMatchObject({ kind: 'redirect' })
  expect(await family()).not.toContain(`${href}"`)
})

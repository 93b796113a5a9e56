import { beforeAll, expect, test } from 'vitest'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { type MeetingStage, meetingStage } from '../meeting/testing/meetingStage.ts'
import { myChildrenRoutes } from './index.ts'
import { readMyChildren } from './readMyChildren.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, myChildrenRoutes)
let stage: MeetingStage
beforeAll(async () => {
  stage = await meetingStage(record)
})

const insert = (table: string, values: object) =>
  stage.tell(work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id: makeUuid(), ...values })
      .execute(),
  )
const involve = (personId: Uuid, more: object = {}) =>
  insert('involvement', {
    person_id: personId,
    worker_id: stage.health.id,
    role: 'health_visitor',
    started_on: '2026-01-05',
    ...more,
  })
const mine = () => record.as(stage.health, readMyChildren)
const of = async (personId: Uuid) => (await mine()).find(one => one.personId === personId)

test('a child on a plan stands there with its category, and nobody else of the family', async () => {
  const [child, sibling] = (await stage.siblings(2)) as [Uuid, Uuid]
  await involve(child)
  await insert('cp_plan', { person_id: child, started_on: '2026-01-05', initial_category: 'NEG' })
  expect((await of(child))?.plan).toMatchObject({ category: 'NEG' })
  expect(await of(sibling)).toBeUndefined()
  const content = contentOf(await ask(stage.health, 'GET', '/my-children'))
  expect(content).toContain('Neglect')
  expect(content).toContain('Whatever else is recorded is withheld')
  expect(content).not.toContain(sibling)
})

test('an involvement that has ended gives nothing', async () => {
  const [child] = (await stage.siblings(1)) as [Uuid]
  await involve(child, { ended_on: '2026-01-09' })
  expect(await of(child)).toBeUndefined()
})

test('a restricted child is not there', async () => {
  const [child] = (await stage.siblings(1)) as [Uuid]
  await involve(child)
  expect(await of(child)).toBeDefined()
  await record.makers.restriction({ subjectId: child })
  expect(await of(child)).toBeUndefined()
})

test('the next conference is there for whoever is asked, with the report expected', async () => {
  const [child] = (await stage.siblings(1)) as [Uuid]
  await involve(child)
  const chair = await record.makers.worker()
  await record.makers.post({
    workerId: chair.id,
    role: 'conference_chair',
    teamId: await record.makers.team(),
  })
  const meetingId = await stage.planned([child], {
    kind: 'review',
    chairId: chair.id,
    plannedAt: Temporal.Now.instant().add({ hours: 24 * 20 }),
    invitees: [
      stage.asked(stage.manager, 'social_care', true),
      { side: 'professional', agency: 'health', workerId: stage.health.id, reportExpected: true },
    ],
  })
  expect((await of(child))?.meeting).toMatchObject({ id: meetingId, report: 'asked' })
  const content = contentOf(await ask(stage.health, 'GET', '/my-children'))
  expect(content).toContain(`/meetings/${meetingId}/yours`)
})

test('a meeting to which others alone are asked is not there', async () => {
  const [child] = (await stage.siblings(1)) as [Uuid]
  await involve(child)
  await stage.planned([child], {
    invitees: [stage.asked(stage.manager, 'social_care', true), stage.asked(stage.police, 'police')],
  })
  expect((await of(child))?.meeting).toBeNull()
})

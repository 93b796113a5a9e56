import { beforeAll, expect, test } from 'vitest'
import { type PracticeItem, registries } from '#modules/casework'
import type { Actor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { caseworkModule } from '../../casework/index.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { noteNeed, type TeamFamily, teamFamily, tellRow } from '../testing/teamFamily.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'
import { teamWorkSource } from './workSource.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, caseworkModule.routes)
const today = Temporal.Now.plainDateISO('Europe/London')
let family: TeamFamily

const items = (reader: Actor, of: Actor = reader): Promise<readonly PracticeItem[]> =>
  record.as(reader, work => teamWorkSource.items(work, of.id))
const lines = async (reader: Actor) =>
  (await items(reader)).map(({ code, as, dueOn }) => `${code}, ${as}, ${dueOn ?? 'no day'}`)

beforeAll(async () => {
  family = await teamFamily(record)
  await noteNeed(record, family, { adultId: family.mother, kind: 'mental_health' })
})

test('whoever is to meet somebody for the first time has that, and the chapter within a month, on their list', async () => {
  const monthOn = today.add({ months: 1 })
  expect(await lines(family.mentalHealth)).toEqual([
    'first_contact, Mental health, no day',
    `chapter, Mental health, ${monthOn}`,
  ])
  expect(await lines(family.lead)).toEqual([`chapter, Social work, ${monthOn}`])
  expect(await lines(family.recovery)).toEqual([])
  const shown = contentOf(await ask(family.mentalHealth, 'GET', '/my-work'))
  expect(shown).toContain('First contact about mental health')
  expect(shown).toContain('Record a session')
  expect(shown).toContain('Chapters of the workbook')
})

test('what group supervision gave to somebody stands there until it is checked', async () => {
  const [strand] = await record.as(family.lead, work => strandsOf(work, family.familyId))
  const supervisionId = '01990000-0000-7000-8000-00000000aa01'
  await tellRow(record, 'group_supervision', {
    id: supervisionId,
    family_id: family.familyId,
    held_on: today.toString(),
    facilitator_id: family.manager.id,
  })
  const given = {
    supervision_id: supervisionId,
    family_id: family.familyId,
    person_ids: [strand?.personId],
    author_id: family.manager.id,
    kind: 'decision',
    words: 'She asks for a sponsor',
    task: 'Telephone the sponsor',
    owner_worker_id: family.recovery.id,
    due_on: today.add({ days: 3 }).toString(),
  }
  await tellRow(record, 'supervision_part', given)
  await tellRow(record, 'supervision_part', {
    ...given,
    task: 'Write to the landlord',
    checked_as: 'done',
    checked_on: today.toString(),
  })
  expect(await items(family.manager, family.recovery)).toMatchObject([
    { title: 'Telephone the sponsor', dueOn: today.add({ days: 3 }) },
  ])
})

test('nobody is told what others have to do in a workbook that they may not read', async () => {
  const stranger = await record.makers.worker()
  expect(await items(stranger, family.mentalHealth)).toEqual([])
  expect(registries.workSources).toContain(teamWorkSource)
})

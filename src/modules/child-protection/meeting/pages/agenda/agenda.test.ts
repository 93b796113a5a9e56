import { beforeAll, expect, test } from 'vitest'
import { writeSetting } from '#modules/agencies'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../../../main/modules.ts'
import { hiddenField } from '../../../../assessments/testing/assessedFamily.ts'
import { askPage, contentOf } from '../../../../casework/testing/askPage.ts'
import { meetingOf } from '../../queries/meetingOf.ts'
import { agendaFrom, minutesOf } from '../../rules/agenda.ts'
import { type MeetingStage, meetingStage } from '../../testing/meetingStage.ts'
import { agendaRoutes } from './agendaRoutes.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, agendaRoutes)
const url = '/meetings/:meetingId/agenda'
let stage: MeetingStage
let chair: Actor
let clerk: Actor
beforeAll(async () => {
  stage = await meetingStage(record)
  ;[chair, clerk] = [await record.makers.worker(), await record.makers.worker()]
  await record.makers.post({
    workerId: chair.id,
    role: 'conference_chair',
    teamId: await record.makers.team(),
  })
})

async function planned(): Promise<Uuid> {
  const [child] = (await stage.siblings(1)) as [Uuid]
  return await stage.planned([child], { kind: 'review', chairId: chair.id, administratorId: clerk.id })
}
const agendaOf = async (meetingId: Uuid) =>
  (await record.as(chair, work => meetingOf(work, meetingId)))?.agenda ?? []

test('an agenda is read from lines of minutes, what and who leads', () => {
  const items = agendaFrom('5 | Who is here | Chair\n\n10 | What each child says |\n | The plan')
  expect(items).toEqual([
    { title: 'Who is here', minutes: 5, lead: 'Chair' },
    { title: 'What each child says', minutes: 10, lead: null },
    { title: 'The plan', minutes: null, lead: null },
  ])
  expect(minutesOf(items)).toBe(15)
})

test('a conference begins with the authority’s own agenda for its kind, a discussion with none', async () => {
  expect(minutesOf(await agendaOf(await planned()))).toBe(90)
  const administrator = await record.makers.worker({ class: 'administrator' })
  const own = { initial: '', review: '20 | What has changed | Social worker', transfer_in: '', pre_birth: '' }
  expect(await record.as(administrator, work => writeSetting(work, 'conference.agenda', own))).toMatchObject({
    outcome: 'saved',
  })
  expect(await agendaOf(await planned())).toEqual([
    { title: 'What has changed', minutes: 20, lead: 'Social worker' },
  ])
  const wrong = await record.as(administrator, work =>
    writeSetting(work, 'conference.agenda', { ...own, review: 'What has changed, twenty minutes' }),
  )
  expect(wrong).toMatchObject({ outcome: 'refused', message: expect.stringContaining('one item a line') })
  const [child] = (await stage.siblings(1)) as [Uuid]
  const discussion = await stage.planned([child])
  expect(await record.as(stage.manager, work => meetingOf(work, discussion))).toMatchObject({ agenda: [] })
})

test('its chair and its administrator change it, in any order; whoever is asked does not', async () => {
  const meetingId = await planned()
  const version = hiddenField(await ask(clerk, 'GET', url, { params: { meetingId } }), 'version')
  const sent = {
    version,
    'title-1': 'What we decide',
    'minutes-1': '10',
    'lead-1': 'Chair',
    'place-1': '3',
    'title-2': 'What the children say',
    'minutes-2': '',
    'place-2': '1',
  }
  expect(await ask(clerk, 'POST', url, { params: { meetingId }, sent })).toMatchObject({ kind: 'redirect' })
  expect((await agendaOf(meetingId)).map(({ title }) => title)).toEqual([
    'What the children say',
    'What we decide',
  ])
  const late = await ask(chair, 'POST', url, { params: { meetingId }, sent })
  expect(late).toMatchObject({ status: 409 })
  expect(contentOf(late)).toContain('What the children say')
  expect(await ask(stage.police, 'GET', url, { params: { meetingId } })).toEqual({ kind: 'not_found' })
  const wrong = { ...sent, version: hiddenField(late, 'version'), 'minutes-1': 'ten' }
  expect(contentOf(await ask(chair, 'POST', url, { params: { meetingId }, sent: wrong }))).toContain(
    'Enter minutes as a whole number',
  )
})

import { beforeAll, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { oversightQuality } from '../../oversight/oversightQuality.ts'
import { oversightSection } from '../../oversight/oversightSection.ts'
import { caseworkTimeline } from '../../queries/caseworkTimeline.ts'
import { openTasks } from '../../queries/openTasks.ts'
import { qualityIssues } from '../../queries/qualityIssues.ts'
import type { CaseworkTables } from '../../tables.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { recordPages } from '../recordPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, recordPages)
const url = '/people/:personId/oversight/new'
const today = Temporal.Now.plainDateISO('Europe/London')
let manager: Actor
let lead: Actor
let child: Uuid
let sibling: Uuid

beforeAll(async () => {
  const teamId = await makers.team()
  ;[manager, lead] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const { children } = await makers.family({ children: 2 })
  ;[child, sibling] = children as [Uuid, Uuid] // two were asked for
  for (const personId of children)
    await makers.allocation({
      personId,
      teamId,
      workerId: lead.id,
      startedOn: today.subtract({ weeks: 20 }).toString(),
    })
})

const overlooked = (actor: Actor = manager) =>
  record.as(actor, async work => (await qualityIssues(work, [oversightQuality])).map(issue => issue.personId))

test('children nobody has looked at within eight weeks are found, until somebody does', async () => {
  expect((await overlooked()).toSorted()).toEqual([child, sibling].toSorted())
  const params = { personId: child }
  const page = contentOf(await ask(manager, 'GET', url, { params }))
  expect(page).toContain('Record management oversight')
  const sent = {
    about: [child],
    looked_at: 'The last three visits',
    view: 'She is settled.',
    direction: 'See her at school',
    tasks: 'yes',
    'by-day': String(today.day),
    'by-month': String(today.month),
    'by-year': String(today.year + 1),
    _key: makeUuid(),
  }
  const wrong = await ask(manager, 'POST', url, { params, sent: { ...sent, view: '' } })
  expect(contentOf(wrong)).toContain('Enter your view')
  expect(contentOf(wrong)).toContain('The last three visits')
  expect(await ask(manager, 'POST', url, { params, sent })).toMatchObject({
    kind: 'redirect',
    success: 'Saved for 1 child, with 1 task',
  })
  expect(await overlooked()).toEqual([sibling])
  const lines = await record.as(lead, work => caseworkTimeline.entries(work, [child]))
  expect(lines.map(line => line.title)).toContain('Management oversight')
  const [task] = await record.as(lead, work => openTasks(work, child))
  expect(task).toMatchObject({ title: 'See her at school' })
  const section = await record.as(lead, work => oversightSection.show(work, child))
  expect(String(section)).toContain('Last on')
  expect(String(section)).not.toContain('Overdue')
  expect(String(section)).not.toContain('/oversight/new')
  expect(String(await record.as(manager, work => oversightSection.show(work, sibling)))).toContain(
    'No manager has recorded oversight. Overdue: the authority’s limit is 8 weeks.',
  )
})

test('an entry older than the limit counts no more', async () => {
  const noteId = makeUuid()
  const at = Temporal.Now.instant().subtract({ hours: 24 * 7 * 9 })
  await record.as(serviceActor('storyteller'), async work => {
    const db = work.db<CaseworkTables>()
    const told = { happened_at: at, kind: 'oversight', outcome: 'held' } as const
    await db
      .insertInto('note')
      .values({ ...told, id: noteId, author_id: manager.id, body: 'Seen', person_ids: [sibling] })
      .execute()
    await db
      .insertInto('note_person')
      .values({ ...told, note_id: noteId, person_id: sibling })
      .execute()
  })
  expect(await overlooked()).toEqual([sibling])
  expect(await overlooked(lead)).toEqual([sibling])
})

test('is the manager’s to write, and a hidden child’s form is nobody’s', async () => {
  expect(await ask(lead, 'GET', url, { params: { personId: child } })).toMatchObject({ kind: 'forbidden' })
  const stranger = await makers.worker()
  expect(await ask(stranger, 'GET', url, { params: { personId: child } })).toEqual({ kind: 'not_found' })
})

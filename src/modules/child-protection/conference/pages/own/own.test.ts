import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import type { Actor } from '#platform/db'
import type { Reply } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { testFiles } from '#test/server.ts'
import { registerModules } from '../../../../../main/modules.ts'
import { contentOf } from '../../../../casework/testing/askPage.ts'
import { invite, inviteesOf, openMeeting, viewsOf, withdrawInvitation } from '../../../meeting/index.ts'
import { type MeetingStage, meetingStage } from '../../../meeting/testing/meetingStage.ts'
import { sharingRoutes } from '../../../sharing/index.ts'
import type { ChildProtectionTables } from '../../../tables.ts'
import { conferenceRoutes } from '../../index.ts'
import { conferenceFacts } from '../../queries/conferenceFacts.ts'
import { reportsOf } from '../../queries/conferenceOf.ts'
import { pdfWith } from '../../testing/pdfWith.ts'

const record = await testRecord()
registerModules()
const files = testFiles({ scannerName: 'ClamAV' })
const routes = [...conferenceRoutes, ...sharingRoutes]
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

type Asked = {
  readonly sent?: Record<string, unknown>
  readonly file?: { fileName: string; bytes: Uint8Array }
}

/** Calls a page as the server does, with files. */
function ask(
  actor: Actor,
  method: 'GET' | 'POST',
  url: string,
  params: Record<string, string>,
  { sent = {}, file }: Asked = {},
): Promise<Reply> {
  const route = routes.find(one => one.method === method && one.url === url)
  if (route === undefined) throw new Error(`No route ${method} ${url}`)
  return record.as(actor, work =>
    route.handle({
      work,
      me: { id: actor.id, class: 'practitioner', name: 'Worker Madeup' },
      params: route.params?.parse(params),
      query: {},
      body: undefined,
      sent,
      path: url,
      form: { csrf: 'token', submission: makeUuid() },
      files,
      uploads: file === undefined ? [] : [{ field: 'file', isTooLarge: false, ...file }],
    }),
  )
}
const yours = '/meetings/:meetingId/yours'
const show = (actor: Actor, meetingId: Uuid) => ask(actor, 'GET', yours, { meetingId })
const bring = (actor: Actor, meetingId: Uuid, bytes: Uint8Array, fileName = 'Report.pdf') =>
  ask(actor, 'POST', `${yours}/report`, { meetingId }, { file: { fileName, bytes } })

/** A review conference of two with police and health, of whom the chair expects a report. */
async function planned() {
  const children = (await stage.siblings(2)) as [Uuid, Uuid]
  const meetingId = await stage.planned(children, {
    kind: 'review',
    chairId: chair.id,
    administratorId: clerk.id,
    plannedAt: Temporal.Now.instant().add({ hours: 24 * 20 }),
    invitees: [
      stage.asked(stage.manager, 'social_care', true),
      { side: 'professional', agency: 'police', workerId: stage.police.id, reportExpected: true },
      { side: 'professional', agency: 'health', workerId: stage.health.id },
    ],
  })
  return { children, meetingId, police: await stage.inviteeOf(meetingId, stage.police) }
}

describe('an agency’s report', () => {
  test('brought as a file arrives with its words, sealed in the record of each child and waiting for the scanner', async () => {
    const { meetingId, children, police } = await planned()
    expect(contentOf(await show(stage.police, meetingId))).toContain('The chair expects a report from you')
    const reply = await bring(stage.police, meetingId, pdfWith('(Two calls in March) Tj'))
    expect(reply).toMatchObject({ kind: 'redirect', success: 'Your report has arrived' })
    const page = contentOf(await show(stage.police, meetingId))
    expect(page).toContain('Arrived')
    expect(page).toContain('Not scanned yet')
    expect(page).not.toContain('Write it here instead')
    const documents = await record.as(stage.worker, work =>
      work
        .db<CaseworkTables>()
        .selectFrom('document')
        .selectAll()
        .where('brought_to', '=', meetingId)
        .execute(),
    )
    expect(documents).toMatchObject([
      { kind: 'report', scan: 'not_scanned', direction: 'in', made_by: stage.police.id },
    ])
    expect(documents[0]?.person_ids.toSorted()).toEqual([...children].toSorted())
    const [report] = await record.as(stage.manager, work => reportsOf(work, meetingId))
    expect(report).toMatchObject({ inviteeId: police.id, finishedAt: expect.anything() })
    const paper = await ask(stage.manager, 'GET', '/papers/:paperId', { paperId: `${report?.paperId}` })
    expect(contentOf(paper)).toContain('Two calls in March')
  })

  test('is seen to have arrived by whoever chases it, who does not read it', async () => {
    const { meetingId, police } = await planned()
    const before = await record.as(clerk, work => reportsOf(work, meetingId))
    expect(before).toEqual([])
    await bring(stage.police, meetingId, pdfWith('(Two calls in March) Tj'))
    const after = await record.as(clerk, work => reportsOf(work, meetingId))
    expect(after).toMatchObject([{ inviteeId: police.id, paperId: null, finishedAt: expect.anything() }])
    const other = await record.as(stage.health, work => reportsOf(work, meetingId))
    expect(other).toMatchObject([{ paperId: null }])
  })

  test('meets the clock of the chair’s reports when it is the last that was expected', async () => {
    const { meetingId, children } = await planned()
    await writeSocialReport(meetingId)
    const clocks = () =>
      record.as(stage.worker, work =>
        work
          .db<CaseworkTables>()
          .selectFrom('clock')
          .select(['person_id', 'outcome', 'satisfied_on'])
          .where('definition_id', '=', 'CONF_REPORT_CHAIR')
          .where('person_id', 'in', [...children])
          .execute(),
      )
    expect((await clocks()).map(({ outcome }) => outcome)).toEqual(['open', 'open'])
    await bring(stage.police, meetingId, pdfWith('(Two calls in March) Tj'))
    const today = londonDate(Temporal.Now.instant())
    expect(await clocks()).toMatchObject([
      { outcome: 'on_time', satisfied_on: today },
      { outcome: 'on_time', satisfied_on: today },
    ])
    const facts = await record.as(stage.manager, work => conferenceFacts(work, children))
    expect(facts.find(({ id }) => id === meetingId)?.reportsIn).not.toBeNull()
  })

  test('with text that its pages do not show is not shared until whoever brought it says what becomes of that', async () => {
    const { meetingId } = await planned()
    const pdf = pdfWith('(Seen words) Tj ET q 3 Tr BT (Her new address is Hidden Yard) Tj ET Q BT () Tj')
    const reply = await bring(stage.police, meetingId, pdf)
    if (reply.kind !== 'redirect') throw new Error(contentOf(reply))
    expect(reply.location).toMatch(/^\/papers\//)
    const paperId = reply.location.split('/').at(-1) as Uuid
    expect(contentOf(await show(stage.police, meetingId))).toContain(
      'Your file holds text that its pages do not show',
    )
    const finish = () =>
      ask(stage.police, 'POST', '/papers/:paperId/finish', { paperId }, { sent: { version: `${version}` } })
    let version = 1
    expect(contentOf(await finish())).toContain('decide first what becomes of it')
    expect(await record.as(clerk, work => reportsOf(work, meetingId))).toEqual([])
    await ask(
      stage.police,
      'POST',
      '/papers/:paperId/file',
      { paperId },
      { sent: { version: '1', act: 'left_out' } },
    )
    version = 2
    expect(await finish()).toMatchObject({ kind: 'redirect' })
    const read = contentOf(await ask(stage.manager, 'GET', '/papers/:paperId', { paperId }))
    expect(read).toContain('Seen words')
    expect(contentOf(await show(stage.police, meetingId))).toContain('Arrived')
  })

  test('corrected by another file replaces the first, and whoever was given a copy of that is told', async () => {
    const { meetingId } = await planned()
    await bring(stage.police, meetingId, pdfWith('(Two calls in March) Tj'))
    const [first] = await record.as(stage.manager, work => reportsOf(work, meetingId))
    const copyId = await given(meetingId, `${first?.paperId}` as Uuid)
    const again = { fileName: 'Report.pdf', bytes: pdfWith('(Three calls in March) Tj') }
    const refused = await ask(stage.police, 'POST', `${yours}/report`, { meetingId }, { file: again })
    expect(contentOf(refused)).toContain('Enter what is corrected')
    const sent = { reason: 'There were three calls' }
    expect(
      await ask(stage.police, 'POST', `${yours}/report`, { meetingId }, { file: again, sent }),
    ).toMatchObject({ success: 'Your report has arrived' })
    const [now] = await record.as(stage.manager, work => reportsOf(work, meetingId))
    expect(now?.paperId).not.toBe(first?.paperId)
    const copy = await record.as(stage.manager, work =>
      work
        .db<ChildProtectionTables>()
        .selectFrom('paper_copy')
        .select(['status', 'ended_because'])
        .where('id', '=', copyId)
        .executeTakeFirstOrThrow(),
    )
    expect(copy).toEqual({ status: 'replaced', ended_because: 'There were three calls' })
  })

  test('that is a program by what it holds is refused at its field, and nothing is kept', async () => {
    const { meetingId } = await planned()
    const bytes = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)])
    const reply = await bring(stage.police, meetingId, bytes)
    expect(reply).toMatchObject({ status: 422 })
    expect(contentOf(reply)).toContain('is a program')
    expect(contentOf(await ask(stage.police, 'POST', `${yours}/report`, { meetingId }))).toContain(
      'Choose a file',
    )
    const kept = await record.as(stage.worker, work =>
      work
        .db<CaseworkTables>()
        .selectFrom('document')
        .select('id')
        .where('brought_to', '=', meetingId)
        .execute(),
    )
    expect(kept).toEqual([])
  })
})

describe('the file of a report', () => {
  const brought = (actor: Actor, meetingId: Uuid) =>
    record.as(actor, work =>
      work
        .db<CaseworkTables>()
        .selectFrom('document')
        .select('id')
        .where('brought_to', '=', meetingId)
        .execute(),
    )

  test('is read by whoever brought it and by the record, by nobody else who is asked, and no longer once the invitation is taken back', async () => {
    const { meetingId, police } = await planned()
    await bring(stage.police, meetingId, pdfWith('(Two calls in March) Tj'))
    expect(await brought(stage.police, meetingId)).toHaveLength(1)
    expect(await brought(stage.worker, meetingId)).toHaveLength(1)
    expect(await brought(stage.health, meetingId)).toEqual([])
    expect(await brought(stage.officer, meetingId)).toEqual([])
    expect(await brought(clerk, meetingId)).toEqual([])
    await record.as(stage.manager, work =>
      withdrawInvitation(work, { inviteeId: police.id, version: police.version }, 'Asked in error'),
    )
    expect(await brought(stage.police, meetingId)).toEqual([])
    expect(await show(stage.police, meetingId)).toEqual({ kind: 'not_found' })
  })

  test('is kept of nobody but the children of a meeting that its bringer is asked to', async () => {
    const { meetingId } = await planned()
    const [other] = (await stage.siblings(1)) as [Uuid]
    const insert = (actor: Actor, personIds: readonly Uuid[]) =>
      record.as(actor, work =>
        work
          .db<CaseworkTables>()
          .insertInto('document')
          .values({
            id: makeUuid(),
            person_ids: [...personIds],
            kind: 'report',
            title: 'A report',
            direction: 'in',
            media_type: 'application/pdf',
            file_name: 'report.pdf',
            size_bytes: 10,
            sha256: Buffer.alloc(32),
            original_sha256: Buffer.alloc(32),
            stored_key: 'nowhere',
            brought_to: meetingId,
          })
          .execute(),
      )
    await expect(insert(stage.police, [other])).rejects.toMatchObject({ code: '42501' })
    const { children } = await planned()
    await expect(insert(stage.officer, children)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('one’s own view', () => {
  test('of each sibling is given on one page, before the conference, in one’s own name', async () => {
    const { meetingId, children, police } = await planned()
    const [one, two] = children
    const form = `${yours}/views`
    const version = /name="version" value="([^"]+)"/.exec(
      contentOf(await ask(stage.police, 'GET', form, { meetingId })),
    )?.[1]
    const sent = {
      version,
      [`view-${one}`]: 'plan_continues',
      [`category-${one}`]: 'NEG',
      [`safety-${one}`]: '3',
      [`why-${one}`]: 'Called out twice',
      [`view-${two}`]: 'plan_ends',
      [`dissents-${two}`]: 'yes',
    }
    const refused = await ask(stage.police, 'POST', form, { meetingId }, { sent })
    expect(contentOf(refused)).toContain('Enter why you do not agree')
    const whole = { ...sent, [`reasons-${two}`]: 'He lives with his aunt' }
    expect(await ask(stage.police, 'POST', form, { meetingId }, { sent: whole })).toMatchObject({
      kind: 'redirect',
    })
    const views = await record.as(chair, work => viewsOf(work, meetingId))
    expect(views.map(view => [view.inviteeId, view.personId, view.view, view.safety, view.dissents])).toEqual(
      expect.arrayContaining([
        [police.id, one, 'plan_continues', 3, false],
        [police.id, two, 'plan_ends', null, true],
      ]),
    )
    const stale = await ask(stage.police, 'POST', form, { meetingId }, { sent: whole })
    expect(stale).toMatchObject({ status: 409 })
  })

  test('is nobody’s who is not asked to that conference, and changes in the room too', async () => {
    const { meetingId } = await planned()
    const form = `${yours}/views`
    expect(await ask(stage.officer, 'GET', form, { meetingId })).toEqual({ kind: 'not_found' })
    expect(await ask(chair, 'GET', form, { meetingId })).toEqual({ kind: 'not_found' })
    await record.as(stage.manager, work =>
      invite(work, meetingId, [{ side: 'professional', agency: 'police', workerId: stage.officer.id }]),
    )
    await record.as(chair, work => openMeeting(work, { meetingId, version: 1 }))
    expect(contentOf(await ask(stage.officer, 'GET', form, { meetingId }))).toContain('Save your view')
    const invitees = await record.as(stage.manager, work => inviteesOf(work, meetingId))
    expect(invitees.filter(({ agency }) => agency === 'police')).toHaveLength(2)
  })
})

/** The social worker's report, finished by the line. */
async function writeSocialReport(meetingId: Uuid): Promise<void> {
  const begun = await ask(
    stage.manager,
    'POST',
    '/meetings/:meetingId/papers',
    { meetingId },
    {
      sent: { kind: 'social_work_report' },
    },
  )
  if (begun.kind !== 'redirect') throw new Error(contentOf(begun))
  const paperId = begun.location.split('/').at(-1) as Uuid
  const part = { heading: 'At home', words: 'Calm', source: 'own_work' }
  await ask(stage.manager, 'POST', '/papers/:paperId/parts/new', { paperId }, { sent: part })
  expect(
    await ask(stage.manager, 'POST', '/papers/:paperId/finish', { paperId }, { sent: { version: '1' } }),
  ).toMatchObject({
    kind: 'redirect',
  })
}

/** A copy of a paper that was given to somebody invited. */
async function given(meetingId: Uuid, paperId: Uuid): Promise<Uuid> {
  const id = makeUuid()
  const nurse = await stage.inviteeOf(meetingId, stage.health)
  await stage.tell(work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto('paper_copy')
      .values({
        id,
        paper_id: paperId,
        meeting_id: meetingId,
        person_ids: sql`(select person_ids from meeting where id = ${meetingId}::uuid)`,
        invitee_id: nurse.id,
        content: '{}',
        content_hash: Buffer.alloc(32),
        part_ids: [],
        status: 'released',
        approved_by: [stage.manager.id],
        approved_at: work.now,
        released_at: work.now,
        released_by: stage.manager.id,
        composed_by: stage.manager.id,
      })
      .execute(),
  )
  return id
}

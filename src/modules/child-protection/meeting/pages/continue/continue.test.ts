import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../../../main/modules.ts'
import { hiddenField } from '../../../../assessments/testing/assessedFamily.ts'
import { askPage, contentOf } from '../../../../casework/testing/askPage.ts'
import { conferenceFacts } from '../../../conference/queries/conferenceFacts.ts'
import { reportsOf } from '../../../conference/queries/conferenceOf.ts'
import { finishPaper } from '../../../sharing/commands/finishPaper.ts'
import { addParts, beginPaper } from '../../../sharing/commands/writePaper.ts'
import { paperOf } from '../../../sharing/queries/readPapers.ts'
import { adjournMeeting, openMeeting } from '../../commands/changeMeeting.ts'
import { excludeInvitee } from '../../commands/invitations.ts'
import { meetingRoutes } from '../../meetingRoutes.ts'
import { inviteesOf } from '../../queries/inviteesOf.ts'
import { meetingOf } from '../../queries/meetingOf.ts'
import { type MeetingStage, meetingStage } from '../../testing/meetingStage.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, meetingRoutes)
const url = '/meetings/:meetingId/continue'
let stage: MeetingStage
let chair: Actor
beforeAll(async () => {
  stage = await meetingStage(record)
  chair = await record.makers.worker()
  await record.makers.post({
    workerId: chair.id,
    role: 'conference_chair',
    teamId: await record.makers.team(),
  })
})

/** A review conference of two, to which police brought a report and from which a chair kept the father; adjourned. */
async function adjourned() {
  const { children, adults } = await record.makers.family({
    children: 2,
    adults: [await record.makers.person({})],
  })
  const [father] = adults as [Uuid]
  for (const personId of children)
    await record.makers.allocation({ personId, teamId: stage.teamId, workerId: stage.worker.id })
  const meetingId = await stage.planned(children, {
    kind: 'review',
    chairId: chair.id,
    agenda: [{ title: 'What the children say', minutes: 20, lead: 'Social worker' }],
    invitees: [
      stage.asked(stage.manager, 'social_care', true),
      { ...stage.asked(stage.police, 'police'), reportExpected: true } as never,
      { side: 'family', personId: father, standing: 'father', needs: 'A ramp' },
    ],
  })
  const police = await stage.inviteeOf(meetingId, stage.police)
  const paperId = await report(meetingId, stage.police, police.id)
  const invitees = await record.as(chair, work => inviteesOf(work, meetingId))
  const kept = invitees.find(({ personId }) => personId === father)
  if (kept)
    await record.as(chair, work =>
      excludeInvitee(work, { inviteeId: kept.id, version: kept.version }, 'He threatened her'),
    )
  await record.as(chair, work => openMeeting(work, { meetingId, version: 1 }))
  await record.as(chair, work => adjournMeeting(work, { meetingId, version: 2 }, 'No quorum'))
  return { meetingId, children, father, paperId }
}

/** A finished report of somebody, with one part. */
async function report(meetingId: Uuid, actor: Actor, inviteeId: Uuid): Promise<Uuid> {
  const id = crypto.randomUUID() as Uuid
  await record.as(actor, async work => {
    const meeting = await meetingOf(work, meetingId)
    await beginPaper(work, {
      id,
      kind: 'agency_report',
      meetingId,
      personIds: meeting?.personIds ?? [],
      inviteeId,
    })
    await addParts(work, id, [
      {
        heading: 'What we know',
        words: 'Two calls in March',
        personIds: [],
        source: 'police',
        sourceWords: null,
        isThirdParty: false,
        offeredTo: [],
        dataClass: 'B3',
        line: null,
        origin: null,
        pairs: [],
      },
    ])
    const paper = await paperOf(work, id)
    if (paper === null || !(await finishPaper(work, paper))) throw new Error('Not finished')
  })
  return id
}

const idIn = (location: string): Uuid => location.split('/').at(-1) as Uuid

test('the meeting after an adjourned one has its children, its people, its agenda and the reports that were brought', async () => {
  const { meetingId, children, father, paperId } = await adjourned()
  const page = await ask(stage.manager, 'GET', url, { params: { meetingId } })
  const content = contentOf(page)
  expect(content.match(/name="children"[^>]*checked/g)).toHaveLength(2)
  expect(content).toContain('Kept out of it by the chair')
  const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(content)?.[1] ?? ''
  const sent = {
    version: hiddenField(page, 'version'),
    children: [...children],
    reason: 'The plan is reviewed',
    ...Object.fromEntries(
      ['planned-day', 'planned-month', 'planned-year', 'planned-time', 'minutes'].map(name => [
        name,
        value(name),
      ]),
    ),
    how: 'online',
    chair: chair.id,
    ask: [`w:${stage.manager.id}`, `w:${stage.police.id}`, `p:${father}`],
  }
  const reply = await ask(stage.manager, 'POST', url, { params: { meetingId }, sent })
  if (reply.kind !== 'redirect') throw new Error(contentOf(reply))
  const next = idIn(reply.location)
  const meeting = await record.as(stage.manager, work => meetingOf(work, next))
  expect(meeting).toMatchObject({ previousId: meetingId, kind: 'review', agenda: [{ minutes: 20 }] })
  expect(meeting?.personIds.toSorted()).toEqual([...children].toSorted())
  const invitees = await record.as(stage.manager, work => inviteesOf(work, next))
  expect(invitees.find(({ personId }) => personId === father)).toMatchObject({
    excludedBecause: 'He threatened her',
    needs: 'A ramp',
    response: 'none',
  })
  const police = invitees.find(({ workerId }) => workerId === stage.police.id)
  expect(police).toMatchObject({ reportExpected: true })
  const reports = await record.as(stage.manager, work => reportsOf(work, next))
  expect(reports).toMatchObject([{ inviteeId: police?.id, paperId }])
  const seen = await record.as(stage.police, work => reportsOf(work, next))
  expect(seen).toMatchObject([{ inviteeId: police?.id, finishedAt: expect.anything() }])
  const facts = await record.as(stage.manager, work => conferenceFacts(work, children))
  expect(facts.find(({ id }) => id === next)?.reportsIn).toBeNull() // the social worker's is still to come
  const again = await ask(stage.manager, 'POST', url, { params: { meetingId }, sent })
  expect(again).toMatchObject({ status: 409 })
  expect(contentOf(again)).toContain('It is planned already')
})

test('is planned by whoever writes the record of every child, and of an adjourned meeting alone', async () => {
  const { meetingId } = await adjourned()
  expect(await ask(stage.police, 'GET', url, { params: { meetingId } })).toEqual({ kind: 'not_found' })
  const [child] = (await stage.siblings(1)) as [Uuid]
  const other = await stage.planned([child])
  expect(await ask(stage.manager, 'GET', url, { params: { meetingId: other } })).toEqual({
    kind: 'not_found',
  })
})

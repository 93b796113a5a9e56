import type { AgenciesTables } from '#modules/agencies'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { invite } from '../../meeting/index.ts'
import { finishPaper } from '../commands/finishPaper.ts'
import { addParts, beginPaper, type PartWanted } from '../commands/writePaper.ts'
import { copiesOf } from '../queries/readCopies.ts'
import { paperOf, partsOfPaper } from '../queries/readPapers.ts'
import { madeUpConference, madeUpFamily } from './madeUpFamily.ts'

/** A part as tests write it. */
export const testPart = (heading: string, words: string, more: Partial<PartWanted> = {}): PartWanted => ({
  heading,
  words,
  personIds: [],
  source: 'own_work',
  sourceWords: null,
  isThirdParty: false,
  offeredTo: [],
  dataClass: 'B3',
  line: null,
  origin: null,
  pairs: [],
  ...more,
})

/** A conference with a finished report, for a mother, a father, children of 15 and 9, and a grandmother. */
export async function shareStage(record: TestRecord) {
  const { makers } = record
  const teamId = await makers.team()
  const [worker, manager, clerk] = [
    await makers.worker(),
    await makers.worker(),
    await makers.worker(),
  ] as const
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: clerk.id, teamId, role: 'business_support' })
  const cast = await madeUpFamily(record, { worker, teamId })
  const { mother, father, carer, girl, boy } = cast
  const meetingId = await madeUpConference(record, {
    worker,
    clerk,
    children: [girl, boy],
    asked: [
      { personId: mother, standing: 'mother' },
      { personId: father, standing: 'father' },
      { personId: girl, standing: 'child' },
      { personId: boy, standing: 'child' },
      { personId: carer, standing: 'carer' },
    ],
  })
  const paperId = makeUuid()
  await record.as(worker, async work => {
    await beginPaper(work, {
      id: paperId,
      kind: 'social_work_report',
      meetingId,
      personIds: [girl, boy],
      inviteeId: null,
    })
    await addParts(work, paperId, [
      testPart('Why we meet', 'We came to see you. We want to keep the children safe.', {
        offeredTo: ['mother', 'father', 'carer'],
      }),
      testPart('For the girl', 'You told us that you want to sit your exams.', {
        personIds: [girl],
        source: 'child',
        offeredTo: ['child', 'mother'],
      }),
      testPart('For the boy', 'You like to draw.', {
        personIds: [boy],
        source: 'child',
        offeredTo: ['child', 'mother'],
      }),
      testPart('What was told', 'Somebody heard shouting.', {
        source: 'member_of_public',
        isThirdParty: true,
      }),
    ])
    const paper = await paperOf(work, paperId)
    if (paper) await finishPaper(work, paper)
  })
  const copies = async () =>
    (await record.as(worker, work => copiesOf(work, { paperId }))).map(({ id }) => id)
  return { worker, manager, clerk, ...cast, meetingId, paperId, copies }
}

/** A plan of one part that is still written at. @returns ids of the paper and its part */
export async function draftPaper(
  record: TestRecord,
  { worker, meetingId, girl, boy }: Awaited<ReturnType<typeof shareStage>>,
): Promise<{ readonly paperId: Uuid; readonly partId: Uuid }> {
  const paperId = makeUuid()
  return await record.as(worker, async work => {
    const of = { kind: 'outline_plan' as const, meetingId, personIds: [girl, boy] }
    await beginPaper(work, { id: paperId, ...of, inviteeId: null })
    await addParts(work, paperId, [testPart('What we do next', 'We come to see you on Monday.')])
    const [part] = await partsOfPaper(work, paperId)
    if (part === undefined) throw new Error('No part')
    return { paperId, partId: part.id }
  })
}

/** Asks so many organisations to a meeting. */
export async function inviteAgencies(
  record: TestRecord,
  worker: Actor,
  meetingId: Uuid,
  count: number,
): Promise<void> {
  const ids = Array.from({ length: count }, () => makeUuid())
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<AgenciesTables>()
      .insertInto('organisation')
      .values(
        ids.map((id, at) => ({ id, name: `Invented agency ${at} ${id.slice(-4)}`, kind: 'nhs' as const })),
      )
      .execute(),
  )
  await record.as(worker, async work => {
    await invite(
      work,
      meetingId,
      ids.map(organisationId => ({ side: 'professional', agency: 'health', organisationId })),
    )
  })
}

import type { AgenciesTables } from '#modules/agencies'
import type { PeopleTables } from '#modules/people'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import type { TestRecord } from '#test/record.ts'
import { invite, planMeeting } from '../../meeting/index.ts'
import { finishPaper } from '../commands/finishPaper.ts'
import { addParts, beginPaper, type PartWanted } from '../commands/writePaper.ts'
import { copiesOf } from '../queries/readCopies.ts'
import { paperOf } from '../queries/readPapers.ts'

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
  const year = Temporal.Now.plainDateISO().year
  const mother = await makers.person({ given: 'Ebba', family: 'Madeup', born: '1990-01-01' })
  const father = await makers.person({ given: 'Rolf', family: 'Madeup', born: '1988-01-01' })
  const carer = await makers.person({ given: 'Gunvor', family: 'Madeup', born: '1960-01-01' })
  const girl = await makers.person({ given: 'Signe', family: 'Madeup', born: `${year - 16}-06-01` })
  const boy = await makers.person({ given: 'Torvald', family: 'Madeup', born: `${year - 10}-06-01` })
  await makers.family({ children: [girl, boy], adults: [mother, father, carer] })
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<PeopleTables>()
      .insertInto('relationship')
      .values(
        [mother, father].flatMap(adult =>
          [girl, boy].map(child => ({
            id: makeUuid(),
            person_id: adult,
            other_id: child,
            kind: 'parent' as const,
            has_parental_responsibility: true,
          })),
        ),
      )
      .execute(),
  )
  for (const personId of [girl, boy]) await makers.allocation({ personId, teamId, workerId: worker.id })
  const meetingId = await plan(record, worker, { clerk, mother, father, carer, girl, boy })
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
  return { worker, manager, clerk, mother, father, carer, girl, boy, meetingId, paperId, copies }
}

type Cast = { readonly clerk: Actor } & Readonly<Record<'mother' | 'father' | 'carer' | 'girl' | 'boy', Uuid>>

async function plan(record: TestRecord, worker: Actor, cast: Cast): Promise<Uuid> {
  const planned = await record.as(worker, work =>
    planMeeting(work, {
      kind: 'initial',
      personIds: [cast.girl, cast.boy],
      reason: 'An invented reason',
      plannedAt: addWorkingDays(work.today, 14)
        .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' })
        .toInstant(),
      minutes: 90,
      how: 'in_person',
      place: 'Invented Hall',
      chairId: null,
      administratorId: cast.clerk.id,
      invitees: [
        { side: 'family', personId: cast.mother, standing: 'mother' },
        { side: 'family', personId: cast.father, standing: 'father' },
        { side: 'family', personId: cast.girl, standing: 'child' },
        { side: 'family', personId: cast.boy, standing: 'child' },
        { side: 'family', personId: cast.carer, standing: 'carer' },
      ],
    }),
  )
  if (planned.outcome !== 'planned') throw new Error(planned.because)
  return planned.meetingId
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

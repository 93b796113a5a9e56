import type { PeopleTables } from '#modules/people'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import type { TestRecord } from '#test/record.ts'
import { planMeeting } from '../../meeting/index.ts'

/** A mother and a father with parental responsibility, a girl of 15, a boy of 9 and a grandmother, held by a worker. */
export async function madeUpFamily(
  record: TestRecord,
  { worker, teamId }: { readonly worker: Actor; readonly teamId: Uuid },
) {
  const { makers } = record
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
  return { mother, father, carer, girl, boy }
}

type Asked = { readonly personId: Uuid; readonly standing: 'mother' | 'father' | 'child' | 'carer' }

/** A first conference about two children, so many working days ahead: it is never on a weekend. */
export async function madeUpConference(
  record: TestRecord,
  of: {
    readonly worker: Actor
    readonly clerk: Actor
    readonly children: readonly Uuid[]
    readonly asked: readonly Asked[]
    readonly workingDays?: number
  },
): Promise<Uuid> {
  const planned = await record.as(of.worker, work =>
    planMeeting(work, {
      kind: 'initial',
      personIds: of.children,
      reason: 'An invented reason',
      plannedAt: addWorkingDays(work.today, of.workingDays ?? 14)
        .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' })
        .toInstant(),
      minutes: 90,
      how: 'in_person',
      place: 'Invented Hall',
      chairId: null,
      administratorId: of.clerk.id,
      invitees: of.asked.map(one => ({ side: 'family' as const, ...one })),
    }),
  )
  if (planned.outcome !== 'planned') throw new Error(planned.because)
  return planned.meetingId
}

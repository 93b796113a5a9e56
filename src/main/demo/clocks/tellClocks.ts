import { type DerivedClock, derivedClocks } from '#modules/casework'
import { type Database, serviceActor, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { openChronicle } from '../chronicle/chronicle.ts'
import { openLanes } from '../chronicle/lanes.ts'
import { at } from '../chronicle/moments.ts'
import { writeChronicle } from '../chronicle/writeChronicle.ts'
import type { Teller } from '../teller.ts'

type Step = (done: number, total: number, label: string) => void

const AT_ONCE = 1_000
const LANES = 2

/**
 * Derives every clock from the facts that were told and records each when its trigger was, and again when it stopped: the
 * known-at mode then shows the clocks of a past day.
 * @returns how many clocks there are
 */
export async function tellClocks(database: Database, teller: Teller, step: Step): Promise<number> {
  const people = await database.as(serviceActor('storyteller'), 'demo', referredPeople, {
    statementSeconds: 120,
  })
  const lanes = openLanes(LANES)
  let [count, done] = [0, 0]
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const batch = people.slice(from, from + AT_ONCE)
    const own = { ...teller, dice: teller.dice.fork(`clocks from ${from}`) } // lanes end in any order
    await lanes.start(async () => {
      const told = await database.as(
        serviceActor('storyteller'),
        'demo',
        work => tellBatch(work, own, batch),
        {
          deferAccess: true,
          statementSeconds: 600,
        },
      )
      count += told
      done += batch.length
      step(done, people.length, 'clocks')
    })
  }
  await lanes.finish()
  return count
}

async function referredPeople(work: Work): Promise<readonly Uuid[]> {
  const rows = await work
    .db<{ referral: { person_id: Uuid } }>()
    .selectFrom('referral')
    .select('person_id')
    .distinct()
    .orderBy('person_id')
    .execute()
  return rows.map(row => row.person_id)
}

async function tellBatch(work: Work, teller: Teller, people: readonly Uuid[]): Promise<number> {
  const chronicle = openChronicle(teller.chronicle.now)
  const clocks = await derivedClocks(work, people)
  const written = await writtenAt(work, people)
  const runs = new Map<string, Temporal.Instant>()
  for (const clock of clocks.toSorted((a, b) => a.sequence - b.sequence))
    runs.set(runOf(clock, clock.sequence), tellClock({ ...teller, chronicle }, clock, written, runs))
  await writeChronicle(work, chronicle.take())
  return clocks.length
}

type Written = { id: Uuid; person_id: Uuid; recorded_from: Temporal.Instant }

/** When each visit of these people was written down, some days after it now and then; when each meeting was set and enquiry begun. */
async function writtenAt(work: Work, people: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Temporal.Instant>> {
  const db = work.db<{ note_person: Written; meeting_child: Written; s47_enquiry: Written }>()
  const rows = await db
    .selectFrom('note_person')
    .select(['id', 'recorded_from'])
    .where('person_id', 'in', people)
    .unionAll(db.selectFrom('meeting_child').select(['id', 'recorded_from']).where('person_id', 'in', people))
    .unionAll(db.selectFrom('s47_enquiry').select(['id', 'recorded_from']).where('person_id', 'in', people))
    .execute()
  return new Map(rows.map(row => [row.id, row.recorded_from]))
}

const runOf = (clock: DerivedClock, sequence: number) =>
  `${clock.definitionId} ${clock.triggerId} ${sequence}`

const later = (a: Temporal.Instant, b: Temporal.Instant | undefined) =>
  b !== undefined && Temporal.Instant.compare(a, b) < 0 ? b : a

/**
 * Started when its trigger was recorded that evening, or when the run before stopped; one that counts back from a meeting or a
 * birth to come, when the meeting was set or the enquiry begun. Stopped on the evening of what stopped it, or when that was written down.
 * @returns when it stopped
 */
function tellClock(
  { chronicle, dice }: Teller,
  clock: DerivedClock,
  written: ReadonlyMap<Uuid, Temporal.Instant>,
  runs: ReadonlyMap<string, Temporal.Instant>,
): Temporal.Instant {
  const evening = at(clock.triggerOn, '18:30')
  const countsBack = Temporal.PlainDate.compare(clock.dueOn, clock.triggerOn) < 0
  const begun = (countsBack ? written.get(clock.triggerId) : undefined) ?? evening
  const started = later(begun, runs.get(runOf(clock, clock.sequence - 1)))
  const hasEnded = clock.outcome !== 'open'
  const stoppedOn = clock.satisfiedOn ?? clock.triggerOn
  const writtenDown = clock.satisfiedId === null ? undefined : written.get(clock.satisfiedId)
  const stopped = later(later(at(stoppedOn, '18:35'), started), writtenDown)
  chronicle.tell(
    'clock',
    started,
    {
      id: dice.id(),
      person_id: clock.personId,
      definition_id: clock.definitionId,
      definition_version: clock.definitionVersion,
      trigger_kind: clock.triggerKind,
      trigger_id: clock.triggerId,
      sequence: clock.sequence,
      trigger_on: clock.triggerOn,
      trigger_at: clock.triggerAt,
      due_on: clock.dueOn,
      due_at: clock.dueAt,
      limit_value: clock.limitValue,
      limit_unit: clock.limitUnit,
      outcome: 'open',
    },
    ...(hasEnded
      ? [
          [
            stopped,
            {
              outcome: clock.outcome,
              outcome_reason: clock.outcomeReason,
              satisfied_on: clock.satisfiedOn,
              satisfied_id: clock.satisfiedId,
            },
          ] as const,
        ]
      : []),
  )
  return stopped
}

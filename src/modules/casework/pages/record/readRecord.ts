import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { clockDefinition } from '#reference'
import type { Html } from '#ui'
import { openClocks, type StoredClock } from '../../clocks/storedClocks.ts'
import { familyAround, type Relative } from '../../queries/familyAround.ts'
import { type NoteAbout, notesAbout } from '../../queries/notesAbout.ts'
import { type InvolvedOnce, oncePerWorker } from '../../queries/oncePerWorker.ts'
import { type OpenTask, openTasks } from '../../queries/openTasks.ts'
import { storyOf } from '../../queries/storyOf.ts'
import { whoIsInvolved } from '../../queries/whoIsInvolved.ts'
import { registries } from '../../registry/registries.ts'
import type { RecordFrame } from '../frame/recordFrame.ts'

/** Everything that the overview of a record shows. */
export type RecordView = {
  readonly frame: RecordFrame
  readonly today: Temporal.PlainDate
  readonly story: readonly string[]
  readonly clocks: readonly StoredClock[]
  readonly involved: readonly InvolvedOnce[]
  readonly family: readonly Relative[]
  readonly tasks: readonly OpenTask[]
  readonly notes: readonly NoteAbout[]
  readonly sections: readonly Html[]
  /** What the reader may begin. */
  readonly offers: readonly Html[]
  /** Whether the reader keeps the named list of a restricted record, or may begin one. */
  readonly mayRestrict: boolean
  /** Whether a past moment is shown. */
  readonly isPast: boolean
}

const LATEST = 5

/** Reads the overview of a record whose frame is there already. */
export async function readRecord(work: Work, frame: RecordFrame): Promise<RecordView> {
  const personId = frame.identity.id
  const clocks = await openClocks(work, [personId])
  const involved = await whoIsInvolved(work, personId)
  const story = await storyOf(work, {
    person: frame.identity,
    alerts: frame.alerts,
    involved,
    clocks,
    nameOfClock: clock => clockDefinition(clock.definitionId).name,
  })
  return {
    frame,
    today: work.today,
    story,
    clocks,
    involved: oncePerWorker(involved),
    family: await familyAround(work, personId),
    tasks: await openTasks(work, personId),
    notes: await notesAbout(work, personId, { offset: 0, limit: LATEST }),
    sections: await practiceSections(work, personId),
    offers: await practiceOffers(work, personId),
    mayRestrict:
      work.actor.class === 'director' || frame.sights.some(({ reason }) => reason === 'named_list'),
    isPast: work.knownAt !== null,
  }
}

/** What the practice modules say of the person, in their order. */
export async function practiceSections(work: Work, personId: Uuid): Promise<readonly Html[]> {
  const sections: Html[] = []
  for (const section of registries.recordSections.toSorted((one, other) => one.order - other.order)) {
    const shown = await section.show(work, personId)
    if (shown !== null) sections.push(shown)
  }
  return sections
}

/** What the practice modules let the reader begin, in their order; nothing in the past. */
export async function practiceOffers(work: Work, personId: Uuid): Promise<readonly Html[]> {
  if (work.knownAt !== null) return []
  const offers: Html[] = []
  for (const section of registries.recordSections.toSorted((one, other) => one.order - other.order)) {
    const offered = await section.offer?.(work, personId)
    if (offered) offers.push(offered)
  }
  return offers
}

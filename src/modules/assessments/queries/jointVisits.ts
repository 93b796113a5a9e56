import type { AgenciesTables } from '#modules/agencies'
import { type CaseworkTables, readEpisodes } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { formatDate } from '#ui'
import type { Joint } from './readJoint.ts'

/** What one visit or note says of one child. */
export type VisitPart = {
  readonly personId: Uuid
  readonly wasSeen: boolean | null
  readonly wasSeenAlone: boolean | null
  readonly whyNotAlone: string | null
  readonly ownWords: string | null
}

/** A visit or note about the children of an assessment, since their referral. */
export type JointVisit = {
  readonly noteId: Uuid
  readonly on: Temporal.PlainDate
  readonly kind: string
  readonly outcome: string
  readonly authorName: string | null
  readonly parts: readonly VisitPart[]
}

/** The day of the earliest referral that the assessment answers; its own start when no referral is to be seen. */
export async function referredOn(
  work: Work,
  joint: Pick<Joint, 'children' | 'personIds'>,
): Promise<Temporal.PlainDate> {
  const wanted = new Set(joint.children.map(({ referralId }) => referralId))
  const days = (await readEpisodes(work, joint.personIds))
    .filter(({ id }) => wanted.has(id))
    .map(({ receivedOn }) => receivedOn)
  const starts = joint.children.map(({ startedOn }) => startedOn)
  return [...days, ...starts].toSorted(Temporal.PlainDate.compare)[0] ?? work.today
}

/** Visits and notes about the children since a day, newest first; one that a later note corrects is left out. */
export async function jointVisits(
  work: Work,
  personIds: readonly Uuid[],
  since: Temporal.PlainDate,
): Promise<readonly JointVisit[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('note_person as part')
    .leftJoin('note', 'note.id', 'part.note_id')
    .leftJoin('worker', 'worker.id', 'note.author_id')
    .select([
      'part.note_id',
      'part.person_id',
      'part.happened_at',
      'part.kind',
      'part.outcome',
      'part.was_seen',
      'part.was_seen_alone',
      'part.why_not_alone',
      'part.own_words',
      'worker.display_name',
    ])
    .where('part.person_id', 'in', personIds)
    .where('part.outcome', '<>', 'withdrawn')
    .where('part.happened_at', '>=', since.toZonedDateTime('Europe/London').toInstant())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('note_person as later')
            .select('later.id')
            .whereRef('later.person_id', '=', 'part.person_id')
            .whereRef('later.corrects_note_id', '=', 'part.note_id'),
        ),
      ),
    )
    .orderBy('part.happened_at', 'desc')
    .orderBy('part.note_id')
    .execute()
  return [...Map.groupBy(rows, row => row.note_id)].flatMap(([noteId, parts]) => {
    const [first] = parts
    if (first === undefined || !(first.happened_at instanceof Temporal.Instant)) return []
    return [
      {
        noteId,
        on: londonDate(first.happened_at),
        kind: first.kind,
        outcome: first.outcome,
        authorName: first.display_name,
        parts: parts.map(part => ({
          personId: part.person_id,
          wasSeen: part.was_seen,
          wasSeenAlone: part.was_seen_alone,
          whyNotAlone: part.why_not_alone,
          ownWords: part.own_words,
        })),
      },
    ]
  })
}

/** How a child has been seen in the assessment: when last, when last alone, or why not. */
export type Seeing = {
  readonly seenOn: Temporal.PlainDate | null
  readonly aloneOn: Temporal.PlainDate | null
  readonly whyNotAlone: string | null
}

/** @param visits newest first */
export function seeingOf(visits: readonly JointVisit[], personId: Uuid): Seeing {
  const held = visits.filter(visit => visit.kind === 'visit' && visit.outcome === 'held')
  const parts = held.flatMap(visit =>
    visit.parts.filter(part => part.personId === personId).map(part => ({ ...part, on: visit.on })),
  )
  return {
    seenOn: parts.find(part => part.wasSeen)?.on ?? null,
    aloneOn: parts.find(part => part.wasSeenAlone)?.on ?? null,
    whyNotAlone: parts.find(part => part.whyNotAlone)?.whyNotAlone ?? null,
  }
}

/** What a child said, each with its day, as it is brought into the findings. */
export function wordsOf(visits: readonly JointVisit[], personId: Uuid): readonly string[] {
  return visits.flatMap(visit =>
    visit.parts
      .filter(part => part.personId === personId && part.ownWords)
      .map(part => `“${(part.ownWords ?? '').trim()}” (${formatDate(visit.on)})`),
  )
}

import type { AgenciesTables } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A visit to the child since the enquiry began: written once, as a note, and only shown here. */
export type EnquiryVisit = {
  readonly noteId: Uuid
  readonly happenedAt: Temporal.Instant
  readonly author: string | null
  readonly outcome: string
  readonly wasSeen: boolean
  readonly wasSeenAlone: boolean
  readonly whyNotAlone: string | null
  readonly ownWords: string | null
}

/** Visits since the decision, or since the day where its moment is not known; one that a later note corrects is left out. */
export async function seenInEnquiry(
  work: Work,
  enquiry: {
    readonly personId: Uuid
    readonly startedOn: Temporal.PlainDate
    readonly beganAt: Temporal.Instant | null
    readonly outcomeOn: Temporal.PlainDate | null
    readonly stoppedOn: Temporal.PlainDate | null
  },
): Promise<readonly EnquiryVisit[]> {
  const from = enquiry.beganAt ?? startOf(enquiry.startedOn)
  const ended = enquiry.outcomeOn ?? enquiry.stoppedOn
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('note_person as seen')
    .leftJoin('note', 'note.id', 'seen.note_id')
    .leftJoin('worker', 'worker.id', 'note.author_id')
    .select([
      'seen.note_id',
      'seen.happened_at',
      'seen.outcome',
      'seen.was_seen',
      'seen.was_seen_alone',
      'seen.why_not_alone',
      'seen.own_words',
      'worker.display_name',
    ])
    .where('seen.person_id', '=', enquiry.personId)
    .where('seen.kind', '=', 'visit')
    .where('seen.outcome', '<>', 'withdrawn')
    .where('seen.happened_at', '>=', from)
    .$if(ended !== null, query =>
      query.where('seen.happened_at', '<', startOf((ended as Temporal.PlainDate).add({ days: 1 }))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('note_person as later')
            .select('later.id')
            .whereRef('later.person_id', '=', 'seen.person_id')
            .whereRef('later.corrects_note_id', '=', 'seen.note_id'),
        ),
      ),
    )
    .orderBy('seen.happened_at')
    .orderBy('seen.id')
    .execute()
  return rows.map(row => ({
    noteId: row.note_id,
    happenedAt: row.happened_at,
    author: row.display_name,
    outcome: row.outcome,
    wasSeen: row.outcome === 'held' && row.was_seen === true,
    wasSeenAlone: row.outcome === 'held' && row.was_seen_alone === true,
    whyNotAlone: row.why_not_alone,
    ownWords: row.own_words,
  }))
}

const startOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime('Europe/London').toInstant()

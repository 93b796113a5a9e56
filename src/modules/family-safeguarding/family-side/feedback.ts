import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../tables.ts'

type Columns = FamilySafeguardingTables['family_feedback']
export type Occasion = Columns['occasion']
export type CameBy = NonNullable<Columns['came_by']>
export type FeedbackOutcome = Columns['outcome']

/** What somebody of the family said of the help, or that they said nothing. */
export type Feedback = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly occasion: Occasion
  readonly outcome: FeedbackOutcome
  readonly cameBy: CameBy | null
  readonly score: number | null
  readonly words: string | null
  readonly whyNot: string | null
  readonly onDay: Temporal.PlainDate
}

export const occasionWords: Readonly<Record<Occasion, string>> = {
  plan: 'When the plan was made',
  review: 'At a review',
  closure: 'When the case closed',
}
export const cameByWords: Readonly<Record<CameBy, string>> = {
  portal: 'In the portal',
  paper: 'On paper',
  spoken: 'Spoken',
}
export const outcomeWords: Readonly<Record<FeedbackOutcome, string>> = {
  asked: 'Asked in the portal: no answer yet',
  closed: 'Asked in the portal: said another way',
  given: 'They said something',
  declined: 'They would rather not say',
  not_given: 'They were asked and said nothing',
  not_asked: 'They were not asked',
}
/** What a worker writes down: what comes by the portal is said there. */
export const heardWords = { paper: cameByWords.paper, spoken: cameByWords.spoken }
export const noted = ['given', 'declined', 'not_given', 'not_asked'] as const
export const scoreWords: Readonly<Record<string, string>> = {
  '1': '1, did not help at all',
  '2': '2',
  '3': '3',
  '4': '4',
  '5': '5, helped a lot',
}

/** Everything that the family was asked and said, newest first. */
export async function feedbackOf(work: Work, familyId: Uuid): Promise<readonly Feedback[]> {
  const rows = await work
    .db<FamilySafeguardingTables>()
    .selectFrom('family_feedback')
    .selectAll()
    .where('family_id', '=', familyId)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap(row => {
    const [personId] = row.person_ids
    if (personId === undefined) return []
    const { id, occasion, outcome, came_by: cameBy, score, words, why_not: whyNot, on_day: onDay } = row
    return [{ id, personId, occasion, outcome, cameBy, score, words, whyNot, onDay }]
  })
}

export type NewFeedback = Omit<Feedback, 'id'> & { readonly submission: Uuid }

/** Keeps what somebody said of the help, or that they were silent or not asked: silence is no satisfaction. */
export async function keepFeedback(
  work: Work,
  familyId: Uuid,
  teamId: Uuid,
  said: NewFeedback,
): Promise<void> {
  await work
    .db<FamilySafeguardingTables>()
    .insertInto('family_feedback')
    .values({
      id: makeUuid(),
      family_id: familyId,
      team_id: teamId,
      person_ids: [said.personId],
      author_id: work.actor.id,
      occasion: said.occasion,
      outcome: said.outcome,
      came_by: said.cameBy,
      score: said.score,
      words: said.words,
      why_not: said.whyNot,
      on_day: said.onDay,
      submission: said.submission,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

import { sql } from 'kysely'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ContactRow } from '../queries/readContact.ts'
import type { ChildDecision } from '../rules/checkDecision.ts'
import type { FeedbackChannel, Outcome } from '../rules/contactWords.ts'
import { feedbackWords } from '../rules/feedbackWords.ts'
import { isPublicSource } from '../rules/sources.ts'
import { furthest, thresholdWords } from '../rules/thresholdWords.ts'
import type { FrontDoorTables } from '../tables.ts'

/** What the referrer is told. */
export type Feedback = {
  readonly body: string
  readonly channel: FeedbackChannel
  readonly sentOn: Temporal.PlainDate
  readonly submission: Uuid | null
  /** Why it was decided so, in words that name nobody; the usual words of the outcome when left out. */
  readonly thresholdReason: string | null
}

/** What is told of the decision beside the words: nothing to a member of the public. */
function decisionTold(contact: ContactRow, decided: readonly Outcome[], reason: string | null) {
  const outcome = isPublicSource(contact.source) ? null : furthest(decided)
  return { outcome, threshold_reason: outcome === null ? null : (reason ?? thresholdWords[outcome]) }
}

/** Keeps what the referrer was told; a partner who sent it in Kith gets a notice and reads it there. */
async function keepFeedback(
  work: Work,
  contact: ContactRow,
  decided: readonly Outcome[],
  feedback: Feedback,
): Promise<void> {
  await work
    .db<FrontDoorTables>()
    .insertInto('contact_feedback')
    .values({
      id: makeUuid(),
      contact_id: contact.id,
      body: feedback.body,
      channel: feedback.channel,
      sent_on: feedback.sentOn,
      sent_by: work.actor.id,
      submission: feedback.submission,
      ...decisionTold(contact, decided, feedback.thresholdReason),
    })
    .execute()
  if (feedback.channel !== 'in_kith' || contact.created_by === null || contact.created_by === work.actor.id)
    return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({
      worker_id: contact.created_by,
      kind: 'contact_answered',
      path: `/front-door/sent/${contact.reference}`,
      subject_id: null,
      made_by: work.actor.id,
    })
    .execute()
}

/** The usual words to a partner, in the transaction of the decision: its referrals already say that they were told. */
export function answerInKith(
  work: Work,
  contact: ContactRow,
  decisions: readonly ChildDecision[],
  thresholdReason: string | null,
): Promise<void> {
  const decided = decisions.map(({ outcome }) => outcome)
  const body = feedbackWords(decided, isPublicSource(contact.source))
  return keepFeedback(work, contact, decided, {
    body,
    channel: 'in_kith',
    sentOn: work.today,
    submission: null,
    thresholdReason,
  })
}

/** Tells the referrer after the decision: kept, on the referrals it opened too, and their clocks stop. */
export async function sendFeedback(
  work: Work,
  contact: ContactRow,
  decided: readonly Outcome[],
  feedback: Feedback,
): Promise<void> {
  await keepFeedback(work, contact, decided, feedback)
  await sql`select access.referrer_told(${contact.id}::uuid, ${feedback.sentOn}::date)`.execute(work.db())
}

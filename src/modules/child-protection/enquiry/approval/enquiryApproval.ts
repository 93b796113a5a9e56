import { type ApprovalKind, type Change, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { type EnquiryWhole, readEnquiry } from '../queries/readEnquiry.ts'
import { outcomeWords, wordsFor } from '../rules/enquiryWords.ts'
import { openNextStep } from './nextSteps.ts'

/** What a section 47 enquiry found of one child, decided by a manager of the case. */
export const enquiryApproval: ApprovalKind = {
  kind: 's47_outcome',
  label: 'Outcome of a section 47 enquiry',
  stops: ['S47_OUTCOME'],
  path: enquiryId => `/enquiries/${enquiryId}`,
  async changes(work, { subjectId }, since) {
    const enquiry = await readEnquiry(work, subjectId)
    if (enquiry === null) return []
    const before = since === null ? null : await proposedAt(work, enquiry.id, since)
    const was = before === null ? [] : linesOf(before)
    return linesOf(enquiry).flatMap(([label, text], place): readonly Change[] => {
      const old = was[place]?.[1] ?? null
      return old === text ? [] : [{ personId: enquiry.personId, label, before: old, after: text }]
    })
  },
  async decided(work, { subjectId }, outcome) {
    if (outcome !== 'authorised') return null
    const enquiry = await readEnquiry(work, subjectId)
    if (enquiry === null || !enquiry.isOpen)
      return 'This enquiry has ended meanwhile. Return this with a note of that.'
    const sentence = whyNot(enquiry)
    if (sentence !== null) return sentence
    await authorise(work, enquiry)
    return null
  },
}

type Proposed = Pick<
  EnquiryWhole,
  | 'proposedOutcome'
  | 'outcomeReasons'
  | 'isConferenceAsked'
  | 'noConferenceReason'
  | 'interimSafety'
  | 'notSeenReason'
>

/** What is put to the manager, always in the same order. */
function linesOf(enquiry: Proposed): readonly (readonly [label: string, text: string | null])[] {
  const asked = enquiry.isConferenceAsked
  return [
    ['Outcome', wordsFor(outcomeWords, enquiry.proposedOutcome) || null],
    ['Reasons', enquiry.outcomeReasons],
    ['Initial child protection conference', asked === null ? null : asked ? 'Needed' : 'Not needed'],
    ['Why no conference', enquiry.noConferenceReason],
    ['How the child is safe until the conference', enquiry.interimSafety],
    ['Why the child was not seen', enquiry.notSeenReason],
  ]
}

function whyNot(enquiry: EnquiryWhole): string | null {
  if (enquiry.proposedOutcome === null || enquiry.outcomeReasons === null)
    return 'No outcome is proposed any more. Return this.'
  if (enquiry.strategyDiscussionOn === null)
    return 'Somebody acted first in this enquiry and no strategy discussion is recorded. Hold it and record it, then decide.'
  return null
}

async function authorise(work: Work, enquiry: EnquiryWhole): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .updateTable('s47_enquiry')
    .set(eb => ({
      outcome: enquiry.proposedOutcome,
      outcome_on: work.today,
      is_conference_not_required: enquiry.isConferenceAsked !== true, // N00111
      version: eb('version', '+', 1),
    }))
    .where('id', '=', enquiry.id)
    .execute()
  await syncClocks(work, [enquiry.personId])
  await openNextStep(work, enquiry)
}

/** What was proposed at a moment of the past, under the reader's own rights. */
async function proposedAt(work: Work, enquiryId: Uuid, moment: Temporal.Instant): Promise<Proposed | null> {
  const columns = [
    'proposed_outcome',
    'outcome_reasons',
    'is_conference_asked',
    'no_conference_reason',
    'interim_safety',
    'not_seen_reason',
  ] as const
  const at = moment.toString()
  type Row = Pick<ChildProtectionTables['s47_enquiry'], (typeof columns)[number]>
  type Tables = Record<'s47_enquiry' | 'history.s47_enquiry', Row & Record<string, unknown>>
  const past = await work
    .db<Tables>()
    .selectFrom('history.s47_enquiry')
    .select(columns)
    .where('id', '=', enquiryId)
    .where('recorded_from', '<=', at)
    .where('recorded_to', '>', at)
    .executeTakeFirst()
  const row =
    past ??
    (await work
      .db<Tables>()
      .selectFrom('s47_enquiry')
      .select(columns)
      .where('id', '=', enquiryId)
      .where('recorded_from', '<=', at)
      .executeTakeFirst())
  if (row === undefined) return null
  return {
    proposedOutcome: row.proposed_outcome,
    outcomeReasons: row.outcome_reasons,
    isConferenceAsked: row.is_conference_asked,
    noConferenceReason: row.no_conference_reason,
    interimSafety: row.interim_safety,
    notSeenReason: row.not_seen_reason,
  }
}

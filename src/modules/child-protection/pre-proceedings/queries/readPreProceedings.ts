import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'
import { extensionsOf, familyMeetingsOf, meetingsOf, offersOf } from './partsOf.ts'

/** Pre-proceedings of these children with all that hangs on them, the newest first. */
export const preProceedingsOf = readOnce(readPreProceedings)

/** The same, read again: after rows were held or changed. */
export async function readPreProceedings(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly PreProceedings[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('pre_proceedings')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('started_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const offers = await offersOf(work, personIds)
  const familyMeetings = await familyMeetingsOf(work, personIds)
  const meetings = await meetingsOf(work, personIds)
  const extensions = await extensionsOf(work, personIds)
  return rows.map(row => ({
    ...asCase(row),
    offers: offers.get(row.id) ?? [],
    familyMeetings: familyMeetings.get(row.id) ?? [],
    meetings: meetings.get(row.id) ?? [],
    extensions: extensions.get(row.id) ?? [],
  }))
}

type Row = {
  [K in keyof ChildProtectionTables['pre_proceedings']]: ChildProtectionTables['pre_proceedings'][K] extends {
    readonly __select__: infer S
  }
    ? S
    : ChildProtectionTables['pre_proceedings'][K]
}

function asCase(row: Row): Omit<PreProceedings, 'offers' | 'familyMeetings' | 'meetings' | 'extensions'> {
  return {
    id: row.id,
    personId: row.person_id,
    togetherId: row.together_id,
    startedOn: row.started_on,
    reasons: row.reasons,
    letterSentOn: row.letter_sent_on,
    intentLetterOn: row.letter_on_initial_care_plan_on,
    isOffered: row.meeting_offered,
    isMeetingHeld: row.meeting_held,
    initialMeetingOn: row.initial_meeting_on,
    reviewMeetings: row.review_meetings,
    outcome: row.outcome,
    exemptOn: row.exempt_on,
    exemptBecause: row.exempt_because,
    step: row.step,
    stepOn: row.step_decision_on,
    stepReasons: row.step_reasons,
    appliedOn: row.court_application_on,
    applicationReasons: row.application_reasons,
    version: row.version,
  }
}

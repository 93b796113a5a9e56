import type {
  CensusCpPlan,
  CensusEpisode,
  CensusPreProceedings,
  CensusSection47,
  Reading,
} from '../census/index.ts'
import { type ChildLedger, factValue } from './childLedger.ts'
import { datedFact } from './datedFact.ts'
import type { Fact } from './fact.ts'
import { isPracticeDay, notBefore } from './practiceDates.ts'

const belongs = (referral: Fact) => ({
  person_id: referral.values['person_id'] ?? null,
  referral_id: referral.id,
})

/** Lays a section 47 enquiry, and the initial conference that it led to, upon the record. */
export function layEnquiry(ledger: ChildLedger, referral: Fact, enquiry: CensusSection47): void {
  const isSame = (other: Fact['values']) => other['referral_id'] === referral.id
  const belonging = { table: 's47_enquiry' as const, values: belongs(referral), isSame }
  const fact = datedFact(ledger, belonging, enquiry, enquiry.startedOn)
  if (fact === undefined) return
  ledger.put(fact, 'conference_target_on', enquiry.icpcTargetOn, isPracticeDay)
  ledger.put(fact, 'is_conference_not_required', enquiry.icpcNotRequired)
  layInitialConference(ledger, referral, fact, enquiry.icpcOn)
}

/** One conference for each enquiry: a second day for the same one contradicts the first. */
function layInitialConference(
  ledger: ChildLedger,
  referral: Fact,
  enquiry: Fact,
  heldOn: Reading<Temporal.PlainDate>,
): void {
  const day = factValue(heldOn)
  if (day === undefined) return
  const refusal = isPracticeDay(day)
  if (refusal !== undefined) {
    ledger.refuse(heldOn, refusal)
    return
  }
  const initial = ledger.all('conference', ({ kind }) => kind === 'initial')
  const ofEnquiry = initial.find(({ values }) => values['s47_enquiry_id'] === enquiry.id)
  if (ofEnquiry) {
    const stored = ofEnquiry.values['held_on'] ?? null
    if (stored === day) ledger.settle(heldOn, 'held')
    else ledger.contradict(heldOn, stored)
    return
  }
  const ofNone = initial.find(
    ({ values }) => (values['s47_enquiry_id'] ?? null) === null && values['held_on'] === day,
  )
  if (ofNone) ledger.fill(ofNone, 's47_enquiry_id', enquiry.id)
  else
    ledger.add('conference', {
      ...belongs(referral),
      s47_enquiry_id: enquiry.id,
      kind: 'initial',
      held_on: day,
    })
  ledger.settle(heldOn, 'stored')
}

/**
 * The conference date of the episode itself (N00110 outside an enquiry): of a child who moved in on a plan, or, beside
 * enquiries, one that none of them names. Its own element was settled with the referral.
 */
export function layTransferConference(ledger: ChildLedger, referral: Fact, episode: CensusEpisode): void {
  const day = factValue(episode.referral.icpcOn)
  if (day === undefined || referral.values['conference_on'] !== day) return
  const kinds = ['initial', 'transfer_in']
  const isHeld = ledger.find(
    'conference',
    ({ kind, held_on }) => held_on === day && kinds.includes(String(kind)),
  )
  if (isHeld) return
  const kind = episode.section47s.length > 0 ? 'initial' : 'transfer_in'
  ledger.add('conference', { ...belongs(referral), s47_enquiry_id: null, kind, held_on: day })
}

/** Lays a child protection plan with its reviews upon the record. */
export function layCpPlan(ledger: ChildLedger, referral: Fact, plan: CensusCpPlan): void {
  const belonging = { table: 'cp_plan' as const, values: belongs(referral), isSame: () => true }
  const fact = datedFact(ledger, belonging, plan, plan.startedOn)
  if (fact === undefined) return
  ledger.put(fact, 'ended_on', plan.endedOn, notBefore(fact.values['started_on'], 'the plan began'))
  ledger.put(fact, 'initial_category', plan.initialCategory)
  ledger.put(fact, 'latest_category', plan.latestCategory)
  ledger.put(fact, 'previous_plans', plan.previousPlans)
  for (const review of plan.reviewsOn) layReview(ledger, fact, review)
}

function layReview(ledger: ChildLedger, plan: Fact, heldOn: Reading<Temporal.PlainDate>): void {
  const day = factValue(heldOn)
  if (day === undefined) return
  const isHeld = ledger.find('cp_review', one => one['cp_plan_id'] === plan.id && one['held_on'] === day)
  if (isHeld) {
    ledger.settle(heldOn, 'held')
    return
  }
  const refusal = isPracticeDay(day)
  if (refusal !== undefined) {
    ledger.refuse(heldOn, refusal)
    return
  }
  ledger.add('cp_review', { person_id: plan.values['person_id'] ?? null, cp_plan_id: plan.id, held_on: day })
  ledger.settle(heldOn, 'stored')
}

/** Lays pre-proceedings upon the record. */
export function layPreProceedings(ledger: ChildLedger, referral: Fact, part: CensusPreProceedings): void {
  const belonging = { table: 'pre_proceedings' as const, values: belongs(referral), isSame: () => true }
  const fact = datedFact(ledger, belonging, part, part.startedOn)
  if (fact === undefined) return
  ledger.put(fact, 'letter_sent_on', part.letterSentOn, isPracticeDay)
  ledger.put(fact, 'meeting_offered', part.fgdmOffered)
  ledger.put(fact, 'meeting_held', part.fgdmFacilitated)
  ledger.put(fact, 'initial_meeting_on', part.firstMeetingOn, isPracticeDay)
  ledger.put(fact, 'review_meetings', part.reviewMeetings)
  ledger.put(fact, 'step_decision_on', part.stepDecisionOn, isPracticeDay)
  ledger.put(fact, 'outcome', part.outcome)
  ledger.put(fact, 'court_application_on', part.courtApplicationOn, isPracticeDay)
  ledger.put(fact, 'letter_on_initial_care_plan_on', part.issueLetterOn, isPracticeDay)
}

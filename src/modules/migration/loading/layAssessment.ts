import type { CensusAssessment, CensusCinPlan } from '../census/index.ts'
import { type ChildLedger, factValue } from './childLedger.ts'
import { datedFact } from './datedFact.ts'
import type { Fact, FactTable } from './fact.ts'
import { isPracticeDay, notBefore } from './practiceDates.ts'

/** A part of a referral, told from others by the day it began. */
function ofReferral(table: FactTable, referral: Fact) {
  const values = { person_id: referral.values['person_id'] ?? null, referral_id: referral.id }
  return { table, values, isSame: (other: Fact['values']) => other['referral_id'] === referral.id }
}

/** Lays an assessment with its factors upon the record. */
export function layAssessment(ledger: ChildLedger, referral: Fact, assessment: CensusAssessment): void {
  const { startedOn, reviewOn, authorisedOn, factors } = assessment
  const fact = datedFact(ledger, ofReferral('assessment', referral), assessment, startedOn)
  if (fact === undefined) return
  ledger.put(fact, 'internal_review_on', reviewOn, isPracticeDay)
  ledger.put(
    fact,
    'authorised_on',
    authorisedOn,
    notBefore(fact.values['started_on'], 'the assessment began'),
  )
  for (const factor of factors) {
    const code = factValue(factor)
    if (code === undefined) continue
    const isHeld = ledger.find(
      'assessment_factor',
      one => one['assessment_id'] === fact.id && one['code'] === code,
    )
    if (!isHeld) {
      const person_id = fact.values['person_id'] ?? null
      ledger.add('assessment_factor', { person_id, assessment_id: fact.id, code })
    }
    ledger.settle(factor, isHeld ? 'held' : 'stored')
  }
}

/** Lays a child in need plan upon the record. */
export function layCinPlan(ledger: ChildLedger, referral: Fact, plan: CensusCinPlan): void {
  const fact = datedFact(ledger, ofReferral('cin_plan', referral), plan, plan.startedOn)
  if (fact === undefined) return
  ledger.put(fact, 'ended_on', plan.endedOn, notBefore(fact.values['started_on'], 'the plan began'))
}

import { type CensusEpisode, type CensusReferral, valueIn } from '../census/index.ts'
import { type ChildLedger, factValue } from './childLedger.ts'
import type { Fact, FactValues } from './fact.ts'
import { layAssessment, layCinPlan } from './layAssessment.ts'
import { layCpPlan, layEnquiry, layPreProceedings, layTransferConference } from './layProtection.ts'
import { isPracticeDay, notBefore } from './practiceDates.ts'
import { readingsIn } from './readingsIn.ts'

/** Referrals of this file and the rows they met, so that two on one day stay two. */
export type EpisodesMet = { readonly used: Set<string>; readonly days: ReadonlyMap<string, number> }

/** How many episodes of a child were referred on each day. */
export function episodesMet(episodes: readonly CensusEpisode[]): EpisodesMet {
  const days = new Map<string, number>()
  for (const { referral } of episodes) {
    const day = valueIn(referral.referredOn)?.toString()
    if (day !== undefined) days.set(day, (days.get(day) ?? 0) + 1)
  }
  return { used: new Set(), days }
}

/** Lays an episode of need upon the record. Without a day of referral nothing of it can be kept. */
export function layEpisode(
  ledger: ChildLedger,
  personId: string,
  episode: CensusEpisode,
  met: EpisodesMet,
): void {
  const { referral } = episode
  const day = factValue(referral.referredOn)
  const refusal = day === undefined ? 'It has no date of referral that can be read.' : isPracticeDay(day)
  if (day === undefined || refusal !== undefined) {
    refuseEpisode(ledger, episode, refusal ?? '')
    return
  }
  const fact = referralFact(ledger, personId, referral, String(day), met)
  layReferral(ledger, fact, referral)
  for (const assessment of episode.assessments) layAssessment(ledger, fact, assessment)
  for (const plan of episode.cinPlans) layCinPlan(ledger, fact, plan)
  for (const enquiry of episode.section47s) layEnquiry(ledger, fact, enquiry)
  layTransferConference(ledger, fact, episode)
  for (const plan of episode.cpPlans) layCpPlan(ledger, fact, plan)
  for (const preProceedings of episode.preProceedings) layPreProceedings(ledger, fact, preProceedings)
}

function refuseEpisode(ledger: ChildLedger, episode: CensusEpisode, why: string): void {
  for (const reading of readingsIn(episode)) ledger.settle(reading, 'refused')
  const problem = `Nothing of this episode was stored. ${why} Correct it in the system it comes from.`
  ledger.say(episode.referral.referredOn, 'refused', problem)
}

/** The referral of that day; of several on one day the one from the same source. */
function referralFact(
  ledger: ChildLedger,
  personId: string,
  referral: CensusReferral,
  day: string,
  met: EpisodesMet,
): Fact {
  const source = factValue(referral.source) ?? null
  const sameDay = ledger.all('referral', ({ received_on }) => received_on === day)
  const stored = sameDay.filter(fact => !fact.isNew && !met.used.has(fact.id))
  const isAlone = met.days.get(day) === 1 && stored.length === 1
  const same = (values: FactValues) => (values['source'] ?? null) === source
  const found = isAlone ? stored[0] : sameDay.find(({ values }) => same(values))
  const fact = found ?? ledger.add('referral', { person_id: personId, received_on: day, source: null })
  ledger.settle(referral.referredOn, found === undefined ? 'stored' : 'held')
  met.used.add(fact.id)
  return fact
}

function layReferral(ledger: ChildLedger, fact: Fact, referral: CensusReferral): void {
  const received = fact.values['received_on']
  ledger.put(fact, 'source', referral.source)
  ledger.put(fact, 'primary_need', referral.primaryNeed)
  ledger.put(fact, 'is_no_further_action', referral.isNoFurtherAction)
  ledger.put(fact, 'conference_on', referral.icpcOn, isPracticeDay)
  ledger.put(fact, 'closed_on', referral.closedOn, notBefore(received, 'the referral'))
  ledger.put(fact, 'closure_reason', referral.closureReason)
}

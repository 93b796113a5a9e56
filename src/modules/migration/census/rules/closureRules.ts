import type { CensusEpisode } from '../child/censusChild.ts'
import { valueIn } from '../reading/reading.ts'
import { has, isAfter, isBefore, isOutsideYear } from './dates.ts'
import { type ChildRule, onEpisodes } from './rule.ts'

const closedAfterAssessment = (episode: CensusEpisode) =>
  ['RC8', 'RC9'].includes(valueIn(episode.referral.closureReason) ?? '')

/** Every dated act of an episode, other than its referral and its closure. */
function acts({ assessments, section47s, cinPlans, cpPlans, referral }: CensusEpisode) {
  return [
    referral.icpcOn,
    ...assessments.flatMap(({ startedOn, authorisedOn }) => [startedOn, authorisedOn]),
    ...section47s.flatMap(({ startedOn, icpcOn }) => [startedOn, icpcOn]),
    ...cinPlans.flatMap(({ startedOn, endedOn }) => [startedOn, endedOn]),
    ...cpPlans.map(({ endedOn }) => endedOn),
  ]
}

/** Rules about how an episode ends. */
export const closureRules: readonly ChildRule[] = [
  {
    code: '2990',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The episode closed after assessment, yet holds an enquiry, a conference or a plan.',
    check: onEpisodes(episode => {
      const { section47s, cpPlans, cinPlans, referral } = episode
      const wentFurther = section47s.length + cpPlans.length + cinPlans.length > 0 || has(referral.icpcOn)
      return closedAfterAssessment(episode) && wentFurther && referral.closureReason
    }),
  },
  {
    code: '8565',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'Something in the episode is dated after its closure.',
    check: onEpisodes(episode => acts(episode).filter(act => isAfter(act, episode.referral.closedOn))),
  },
  {
    code: '8585Q',
    severity: 'query',
    module: 'CINdetails',
    sentence: 'The episode closed because the child died, and there is no date of death.',
    check: onEpisodes(
      ({ referral: { closureReason } }, _, { identifiers: { deathOn } }) =>
        valueIn(closureReason) === 'RC2' && !has(deathOn) && closureReason,
    ),
  },
  {
    code: '8620',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The closure is not in the census year.',
    check: onEpisodes(({ referral: { closedOn } }, context) => isOutsideYear(closedOn, context) && closedOn),
  },
  {
    code: '8630',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The closure is before the referral.',
    check: onEpisodes(({ referral: { closedOn, referredOn } }) => isBefore(closedOn, referredOn) && closedOn),
  },
  {
    code: '8640',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The reason for closure is not one of its codes.',
    check: onEpisodes(
      ({ referral: { closureReason } }) => closureReason.status === 'refused' && closureReason,
    ),
  },
  {
    code: '8805',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The episode is closed and has no reason for closure.',
    check: onEpisodes(
      ({ referral: { closedOn, closureReason } }) =>
        has(closedOn) && closureReason.status === 'absent' && closureReason,
    ),
  },
  {
    code: '8810',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The episode has a reason for closure and no closure date.',
    check: onEpisodes(
      ({ referral: { closedOn, closureReason } }) =>
        !has(closedOn) && closureReason.status !== 'absent' && closedOn,
    ),
  },
  {
    code: '8825Q',
    severity: 'query',
    module: 'CINdetails',
    sentence: 'The episode closed after assessment and has no assessment.',
    check: onEpisodes(
      episode =>
        closedAfterAssessment(episode) && episode.assessments.length === 0 && episode.referral.closureReason,
    ),
  },
  {
    code: '8867',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The episode is closed and an assessment in it is not authorised.',
    check: onEpisodes(({ referral, assessments }) =>
      has(referral.closedOn) ? assessments.map(one => one.authorisedOn).filter(date => !has(date)) : false,
    ),
  },
  {
    code: '8868',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The episode is closed and an enquiry in it still waits for a conference.',
    check: onEpisodes(({ referral, section47s }) => {
      const waiting = section47s.filter(one => !has(one.icpcOn) && valueIn(one.icpcNotRequired) !== true)
      return has(referral.closedOn) && waiting.map(one => one.icpcOn)
    }),
  },
]

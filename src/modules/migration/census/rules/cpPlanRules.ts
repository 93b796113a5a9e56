import type { CensusChild } from '../child/censusChild.ts'
import { valuesIn } from '../reading/reading.ts'
import { has, isAfter, isBefore, isInsideYear, isOutsideYear, isSameDay, overlapping } from './dates.ts'
import { type ChildRule, onChild, onCpPlans } from './rule.ts'

const cpPlansOf = ({ episodes }: CensusChild) => episodes.flatMap(({ cpPlans }) => cpPlans)

/** Rules about the dates of child protection plans. */
export const cpPlanRules: readonly ChildRule[] = [
  {
    code: '1105',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The child protection plan starts before the referral.',
    check: onCpPlans(
      ({ startedOn }, { episode }) => isBefore(startedOn, episode.referral.referredOn) && startedOn,
    ),
  },
  {
    code: '2885',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The child protection plan does not start on the day of an initial conference.',
    check: onCpPlans(({ startedOn }, around) => {
      const { section47s, referral } = around.episode
      const conferences = [referral.icpcOn, ...section47s.map(one => one.icpcOn)]
      const isOnConference = conferences.some(icpcOn => isSameDay(icpcOn, startedOn))
      return isInsideYear(startedOn, around) && !isOnConference && startedOn
    }),
  },
  {
    code: '8720',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The start of the child protection plan is missing, or is after the reference date.',
    check: onCpPlans(({ startedOn }, { asAt }) => (!has(startedOn) || isAfter(startedOn, asAt)) && startedOn),
  },
  {
    code: '8840',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The child protection plan starts and ends on one day.',
    check: onCpPlans(({ startedOn, endedOn }) => isSameDay(startedOn, endedOn) && endedOn),
  },
  {
    code: '8915',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The child protection plan starts after the death of the child.',
    check: onCpPlans(
      ({ startedOn }, { child }) => isAfter(startedOn, child.identifiers.deathOn) && startedOn,
    ),
  },
  {
    code: '8920',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The child protection plan ends after the death of the child.',
    check: onCpPlans(({ endedOn }, { child }) => isAfter(endedOn, child.identifiers.deathOn) && endedOn),
  },
  {
    code: '8925',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The child protection plan ends before it starts.',
    check: onCpPlans(({ startedOn, endedOn }) => isBefore(endedOn, startedOn) && endedOn),
  },
  {
    code: '8930',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The end of the child protection plan is not in the census year.',
    check: onCpPlans(({ endedOn }, around) => isOutsideYear(endedOn, around) && endedOn),
  },
  {
    code: '8935',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The child has more than one open child protection plan.',
    check: onChild(child => {
      const open = cpPlansOf(child).filter(({ endedOn }) => !has(endedOn))
      return open.length > 1 && open.map(({ endedOn }) => endedOn)
    }),
  },
  {
    code: '8940',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The child protection plan starts while another of the same child runs.',
    check: onChild((child, { asAt }) => overlapping(cpPlansOf(child), asAt)),
  },
]

/** Rules about what a child protection plan holds besides its dates. */
export const cpPlanContentRules: readonly ChildRule[] = [
  {
    code: '8730',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The number of earlier child protection plans is missing, or is not zero or more.',
    check: onCpPlans(({ previousPlans }) => !has(previousPlans) && previousPlans),
  },
  {
    code: '8841',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The review is not after the day on which the child protection plan starts.',
    check: onCpPlans(({ startedOn, reviewsOn }) =>
      reviewsOn.filter(review => isSameDay(review, startedOn) || isBefore(review, startedOn)),
    ),
  },
  {
    code: '8842Q',
    severity: 'query',
    module: 'Reviews',
    sentence: 'The plan has a group for reviews with no review date in it.',
    check: onCpPlans(
      ({ hasReviewsGroup, reviewsOn, startedOn }) =>
        hasReviewsGroup && valuesIn(reviewsOn).length === 0 && (reviewsOn[0] ?? startedOn),
    ),
  },
  {
    code: '8905',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The initial category of abuse is missing, or is not one of its codes.',
    check: onCpPlans(({ initialCategory }) => !has(initialCategory) && initialCategory),
  },
  {
    code: '8910',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'The latest category of abuse is missing, or is not one of its codes.',
    check: onCpPlans(({ latestCategory }) => !has(latestCategory) && latestCategory),
  },
]

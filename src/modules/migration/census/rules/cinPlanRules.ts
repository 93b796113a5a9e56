import type { CensusChild, CensusEpisode } from '../child/censusChild.ts'
import { beginsDuring, has, isAfter, isBefore, isOutsideYear, isSameDay, overlapping } from './dates.ts'
import { type ChildRule, onChild, onCinPlans, onCpPlans, onEpisodes } from './rule.ts'

const cinPlansOf = ({ episodes }: CensusChild) => episodes.flatMap(({ cinPlans }) => cinPlans)
const cpPlansOf = ({ episodes }: CensusChild) => episodes.flatMap(({ cpPlans }) => cpPlans)
const openIn = (plans: CensusEpisode['cinPlans'] | CensusEpisode['cpPlans']) =>
  plans.filter(plan => has(plan.startedOn) && !has(plan.endedOn)).map(plan => plan.startedOn)

/** Rules about child in need plans by themselves. */
export const cinPlanRules: readonly ChildRule[] = [
  {
    code: '4004',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'The child has more than one open child in need plan.',
    check: onChild(child => {
      const open = openIn(cinPlansOf(child))
      return open.length > 1 && open
    }),
  },
  {
    code: '4008',
    severity: 'error',
    module: 'ChildIdentifiers',
    sentence: 'The child in need plan starts after the death of the child.',
    check: onCinPlans(
      ({ startedOn }, { child }) => isAfter(startedOn, child.identifiers.deathOn) && startedOn,
    ),
  },
  {
    code: '4009Q',
    severity: 'query',
    module: 'ChildIdentifiers',
    sentence: 'The child in need plan ends after the death of the child.',
    check: onCinPlans(({ endedOn }, { child }) => isAfter(endedOn, child.identifiers.deathOn) && endedOn),
  },
  {
    code: '4010',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'The start of the child in need plan is missing, or is after the reference date.',
    check: onCinPlans(
      ({ startedOn }, { asAt }) => (!has(startedOn) || isAfter(startedOn, asAt)) && startedOn,
    ),
  },
  {
    code: '4011',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'The child in need plan ends before it starts.',
    check: onCinPlans(({ startedOn, endedOn }) => isBefore(endedOn, startedOn) && endedOn),
  },
  {
    code: '4012Q',
    severity: 'query',
    module: 'CINplanDates',
    sentence: 'The child in need plan starts and ends on one day.',
    check: onCinPlans(({ startedOn, endedOn }) => isSameDay(startedOn, endedOn) && endedOn),
  },
  {
    code: '4013',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'The end of the child in need plan is not in the census year.',
    check: onCinPlans(({ endedOn }, around) => isOutsideYear(endedOn, around) && endedOn),
  },
  {
    code: '4014',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'The child in need plan starts while another of the same child runs.',
    check: onChild((child, { asAt }) => overlapping(cinPlansOf(child), asAt)),
  },
  {
    code: '4015',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'The child in need plan starts before the referral.',
    check: onCinPlans(
      ({ startedOn }, { episode }) => isBefore(startedOn, episode.referral.referredOn) && startedOn,
    ),
  },
]

/** Rules that keep child in need plans and child protection plans apart. */
export const planConflictRules: readonly ChildRule[] = [
  {
    code: '4001',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'A child in need plan and a child protection plan are both open in the episode.',
    check: onEpisodes(({ cinPlans, cpPlans }) => openIn(cpPlans).length > 0 && openIn(cinPlans)),
  },
  {
    code: '4003',
    severity: 'error',
    module: 'Reviews',
    sentence: 'A child protection review falls inside a child in need plan.',
    check: onCpPlans(({ reviewsOn, endedOn }, { child, asAt }) =>
      reviewsOn.filter(review => {
        const held = { startedOn: review, endedOn: review }
        return !isSameDay(review, endedOn) && cinPlansOf(child).some(plan => beginsDuring(held, plan, asAt))
      }),
    ),
  },
  {
    code: '4016',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'The child in need plan starts while a child protection plan runs.',
    check: onCinPlans(
      (plan, { child, asAt }) =>
        cpPlansOf(child).some(other => beginsDuring(plan, other, asAt)) && plan.startedOn,
    ),
  },
  {
    code: '4017',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'The child protection plan starts while a child in need plan runs.',
    check: onCpPlans(
      (plan, { child, asAt }) =>
        cinPlansOf(child).some(other => beginsDuring(plan, other, asAt)) && plan.startedOn,
    ),
  },
]

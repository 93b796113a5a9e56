import type { CensusEpisode } from '../child/censusChild.ts'
import { valueIn } from '../reading/reading.ts'
import { beginsDuring, has, isAfter, isSameDay } from './dates.ts'
import { type ChildRule, onChild, onEpisodes } from './rule.ts'

const isOpenAndWentFurther = ({ referral }: CensusEpisode) =>
  !has(referral.closedOn) && valueIn(referral.isNoFurtherAction) === false

const isNoFurtherAction = ({ referral }: CensusEpisode) => valueIn(referral.isNoFurtherAction) === true

/** Whether the episode begins while the other runs. One with no further action and no closure takes no time. */
function beginsWithin({ referral: one }: CensusEpisode, episode: CensusEpisode, asAt: Temporal.PlainDate) {
  const other = episode.referral
  if (!has(other.closedOn) && !isOpenAndWentFurther(episode)) return false
  const stretch = (referral: typeof one) => ({ startedOn: referral.referredOn, endedOn: referral.closedOn })
  return beginsDuring(stretch(one), stretch(other), asAt)
}

/** Rules about the episodes of one child beside each other, and about referrals with no further action. */
export const episodeRules: readonly ChildRule[] = [
  {
    code: '4000',
    severity: 'error',
    module: 'CINplanDates',
    sentence: 'A referral with no further action has a child in need plan.',
    check: onEpisodes(
      episode =>
        isNoFurtherAction(episode) && episode.cinPlans.length > 0 && episode.referral.isNoFurtherAction,
    ),
  },
  {
    code: '8815',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The child has more than one open episode.',
    check: onChild(({ episodes }) => {
      const open = episodes.filter(isOpenAndWentFurther)
      return open.length > 1 && open.map(({ referral }) => referral.referredOn)
    }),
  },
  {
    code: '8816',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'An episode is open although a later one began.',
    check: onEpisodes(
      (episode, _, { episodes }) =>
        isOpenAndWentFurther(episode) &&
        episodes.some(({ referral }) => isAfter(referral.referredOn, episode.referral.referredOn)) &&
        episode.referral.referredOn,
    ),
  },
  {
    code: '8820',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The episode begins while another of the same child runs.',
    check: onEpisodes((episode, { asAt }, { episodes }) => {
      const index = episodes.indexOf(episode)
      const clashes = episodes.some((other, at) => {
        if (at === index || !beginsWithin(episode, other, asAt)) return false
        // Two that begin on one day clash once, not twice.
        return at < index || !isSameDay(episode.referral.referredOn, other.referral.referredOn)
      })
      return clashes && episode.referral.referredOn
    }),
  },
  {
    code: '8831',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'A referral with no further action holds an assessment, an enquiry or a conference.',
    check: onEpisodes(episode => {
      const { assessments, section47s, referral } = episode
      const dates = [
        referral.icpcOn,
        ...assessments.flatMap(one => [one.startedOn, one.authorisedOn]),
        ...section47s.flatMap(one => [one.startedOn, one.icpcOn]),
      ]
      return isNoFurtherAction(episode) && dates.filter(has)
    }),
  },
  {
    code: '8832',
    severity: 'error',
    module: 'ChildProtectionPlans',
    sentence: 'A referral with no further action has a child protection plan.',
    check: onEpisodes(
      episode =>
        isNoFurtherAction(episode) && episode.cpPlans.length > 0 && episode.referral.isNoFurtherAction,
    ),
  },
]

import type { ClockSource } from '#modules/casework'
import { episodesOf } from '../queries/episodesOf.ts'
import { toldReferrals } from '../queries/toldReferrals.ts'
import { feedbackClocks } from './feedbackClocks.ts'
import { referralClocks } from './referralClocks.ts'

export const referralClockSource: ClockSource = {
  name: 'front-door',
  async derive(work, personIds, settings) {
    const episodes = await episodesOf(work, personIds)
    const told = await toldReferrals(work, personIds)
    return [
      ...episodes.flatMap(episode => referralClocks(episode, settings)),
      ...told.flatMap(referral => feedbackClocks(referral, settings)),
    ]
  },
}

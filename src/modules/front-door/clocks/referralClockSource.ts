import type { ClockSource } from '#modules/casework'
import { episodesOf } from '../queries/episodesOf.ts'
import { referralClocks } from './referralClocks.ts'

export const referralClockSource: ClockSource = {
  name: 'front-door',
  async derive(work, personIds, settings) {
    const episodes = await episodesOf(work, personIds)
    return episodes.flatMap(episode => referralClocks(episode, settings))
  },
}

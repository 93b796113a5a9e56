import type { ClockSource } from '#modules/casework'
import { missingOf } from '../queries/missingOf.ts'
import { returnClocks } from './returnClocks.ts'

/** The clocks of interviews after coming back. */
export const missingClockSource: ClockSource = {
  name: 'missing',
  async derive(work, personIds, settings) {
    const { episodes, interviews } = await missingOf(work, personIds)
    return episodes.flatMap(episode => returnClocks(episode, interviews, settings))
  },
}

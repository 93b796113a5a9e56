import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Teller } from '../teller.ts'
import type { Worker } from './county.ts'

const WEEKS_BACK = 4
const WEEKS_AHEAD = 8

/**
 * The rota of the out-of-hours team: the first worker is on duty round the clock, so that a visitor of the demo may try it
 * at any hour; the others share the weekends.
 */
export function tellRota({ chronicle, dice, today }: Teller, teamId: Uuid, workers: readonly Worker[]): void {
  const first = today.subtract({ days: 7 * WEEKS_BACK })
  const days = 7 * (WEEKS_BACK + WEEKS_AHEAD)
  workers.forEach((worker, index) => {
    for (let number = 0; number < days; number += 1) {
      const day = first.add({ days: number })
      if (index > 0 && day.dayOfWeek < 6) continue
      chronicle.tell('duty_shift', at(first.subtract({ days: 7 }), '10:00'), {
        id: dice.id(),
        worker_id: worker.id,
        team_id: teamId,
        starts_at: at(day, '08:00'),
        ends_at: at(day.add({ days: 1 }), '08:00'),
      })
    }
  })
}

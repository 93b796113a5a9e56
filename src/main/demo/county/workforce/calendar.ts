import { earlier } from '../../chronicle/moments.ts'

type Day = Temporal.PlainDate

/** The year's roll-out of Family Safeguarding teams: three waves, of which the last is starting or has started on the demo's today. */
export type Calendar = {
  readonly waves: readonly { readonly number: number; readonly name: string; readonly plannedOn: Day }[]
  /** When a team of a wave starts: the last wave's teams a week after one another. Null while that lies ahead. */
  startOf(wave: number, place: number): Day | null
}

const LAST = 3

export function rolloutCalendar(today: Day): Calendar {
  const end = Temporal.PlainDate.from({ year: today.year, month: 9, day: 30 })
  const year = Temporal.PlainDate.compare(end, today) < 0 ? today.year : today.year - 1
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day })
  const waves = [
    { number: 1, name: 'First wave', plannedOn: on(4, 1) },
    { number: 2, name: 'Second wave', plannedOn: on(6, 1) },
    { number: LAST, name: 'Third wave', plannedOn: on(9, 30) },
  ]
  return {
    waves,
    startOf(number, place) {
      const wave = waves.find(one => one.number === number)
      if (wave === undefined) return null
      const start = number === LAST ? wave.plannedOn.add({ days: 7 * place }) : wave.plannedOn
      return Temporal.PlainDate.compare(start, today) < 0 ? start : null
    },
  }
}

/** When a place of the establishment was agreed: with its team's wave, and before today. */
export const agreedOn = (planned: Day, today: Day): Day => earlier(planned, today.subtract({ days: 2 }))

/** The wave of a team: the first of each area, then six, then the rest. */
export const waveOf = (areaIndex: number, number: number): number =>
  number === 1 ? 1 : number === 2 || (areaIndex === 0 && number === 3) ? 2 : LAST

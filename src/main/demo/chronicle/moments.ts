import { addWorkingDays, isWorkingDay } from '#reference'
import type { Dice } from '../random/dice.ts'

type Day = Temporal.PlainDate

/** @param time of day in London, "HH:MM" */
export function at(day: Day, time: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant()
}

export const isBefore = (one: Day, other: Day) => Temporal.PlainDate.compare(one, other) < 0
export const earlier = (one: Day, other: Day) => (isBefore(one, other) ? one : other)
export const later = (one: Day, other: Day) => (isBefore(one, other) ? other : one)

/** The day itself when offices are open, else the next day on which they are. */
export function openDay(day: Day): Day {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1)
}

/** A moment within these hours of the day, to five minutes. */
export function between(dice: Dice, day: Day, fromHour: number, toHour: number): Temporal.Instant {
  const minutes = fromHour * 60 + 5 * dice.int(0, (toHour - fromHour) * 12 - 1)
  const two = (value: number) => String(value).padStart(2, '0')
  return at(day, `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)
}

/** Written up the same day, the next, or, now and then, days late. */
export function writtenUp(dice: Dice, happened: Temporal.Instant): Temporal.Instant {
  const hours = dice.weighted([
    [dice.int(1, 5), 62],
    [dice.int(14, 30), 26],
    [dice.int(40, 120), 12],
  ])
  return happened.add({ hours, minutes: dice.int(0, 59) })
}

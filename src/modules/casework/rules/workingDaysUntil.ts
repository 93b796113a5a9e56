import { isWorkingDay } from '#reference'

/**
 * Working days from a day to another: 0 on the day itself, negative once it has passed. The first day is not counted (CR2).
 */
export function workingDaysUntil(due: Temporal.PlainDate, today: Temporal.PlainDate): number {
  const sign = Temporal.PlainDate.compare(due, today)
  const [from, to] = sign >= 0 ? [today, due] : [due, today]
  let days = 0
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    if (isWorkingDay(day)) days += 1
  return sign >= 0 ? days : -days
}

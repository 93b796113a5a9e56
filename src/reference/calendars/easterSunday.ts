/**
 * The date of Easter Sunday in the Gregorian calendar (Calendar (New Style) Act 1750, schedule), by the
 * "anonymous" computus: the golden number places the paschal moon, the rest finds the Sunday after it.
 * In: a year from 1752. Out: a date between 22 March and 25 April.
 */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const dayOfMarch = epact + toSunday - 7 * lateMoon + 22
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: dayOfMarch - 1 })
}

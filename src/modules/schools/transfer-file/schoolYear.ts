/** A school year: from 1 September to 31 July. */
export type SchoolYear = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate }

/** The year in which the school year of a day began. */
export const yearBegun = ({ year, month }: Temporal.PlainDate): number => (month >= 9 ? year : year - 1)

const schoolYear = (begun: number): SchoolYear => ({
  from: new Temporal.PlainDate(begun, 9, 1),
  until: new Temporal.PlainDate(begun + 1, 7, 31),
})

/**
 * The school year of a year's sessions. Systems write the year in which it began or the one in which it ended; the marks' first day says which, and
 * where there are none, how the file names the year in which it was made; else the year in which it began.
 * @param year four digits
 * @param firstDay of the marks, null where the file has none
 * @param file what the file calls the school year of the day on which it was made
 */
export function schoolYearOf(
  year: number,
  firstDay: Temporal.PlainDate | null,
  file: { readonly madeOn: Temporal.PlainDate; readonly named: number | null },
): SchoolYear {
  if (firstDay !== null && [0, 1].includes(year - yearBegun(firstDay))) return schoolYear(yearBegun(firstDay))
  const isByEnd = file.named !== null && file.named === yearBegun(file.madeOn) + 1
  return schoolYear(isByEnd ? year - 1 : year)
}

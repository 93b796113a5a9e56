/** Counts from one to four could tell of somebody: "fewer than 5". None is said, five and more are. */
export const countText = (count: number): string => (count > 0 && count < 5 ? 'fewer than 5' : String(count))

/** A rate of something counted, unless either number is small. */
export function rateText(part: number, whole: number, write: (rate: number) => string): string {
  if (whole === 0) return 'None'
  if (whole < 5 || (part > 0 && part < 5)) return 'Too few to say'
  return write(part / whole)
}

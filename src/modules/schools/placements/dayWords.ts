/** Days on which a social worker is at a school, in their order. */
export const dayWords = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
} as const
type Day = keyof typeof dayWords

const days = Object.keys(dayWords) as readonly Day[]

/** Days read from lines as somebody types them; what is no day is told apart. */
export function readDays(text: string): {
  readonly days: readonly Day[]
  readonly others: readonly string[]
} {
  const said = text.split(/[\n,]+/).flatMap(line => line.trim().toLowerCase() || [])
  return {
    days: days.filter(day => said.includes(day)),
    others: said.filter(one => !days.some(day => day === one)),
  }
}

/** "Monday, Thursday". */
export const daysLine = (kept: readonly string[]): string =>
  days
    .filter(day => kept.includes(day))
    .map(day => dayWords[day])
    .join(', ')

/**
 * Reads a time of day as people write it: "2:30pm", "14:30", "1430", "9am", "midday".
 * @returns null when it is none of these
 */
export function readTime(typed: string): Temporal.PlainTime | null {
  const text = typed.trim().toLowerCase().replaceAll(' ', '')
  if (text === 'midday' || text === 'noon') return new Temporal.PlainTime(12)
  if (text === 'midnight') return new Temporal.PlainTime(0)
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/.exec(text)
  if (found === null) return null
  const [, hours = '', minutes, half] = found
  if (minutes === undefined && half === undefined) return null // "9" alone could be either
  const hour = hourOf(Number(hours), half)
  const minute = Number(minutes ?? 0)
  return hour === null || minute > 59 ? null : new Temporal.PlainTime(hour, minute)
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

import { dateFieldsFrom, type FormIssue, parseDateInput } from '#ui'

/** Days for which access may be given at once: everything ends unless somebody renews it. */
const LONGEST = 365

type Sent = Readonly<Record<string, unknown>>

/** A field as text, without what stands around it. */
export const typed = (sent: Sent, name: string): string =>
  typeof sent[name] === 'string' ? sent[name].trim().slice(0, 500) : ''

/** The last day of access: today or later, within a year. @returns the day, or what is wrong with it */
export function parseLastDay(
  sent: Sent,
  name: string,
  today: Temporal.PlainDate,
): Temporal.PlainDate | FormIssue {
  const answer = parseDateInput(dateFieldsFrom(sent, name), 'Last day')
  if (answer.outcome !== 'date')
    return { path: [name], message: answer.outcome === 'wrong' ? answer.message : 'Enter the last day' }
  const { days } = today.until(answer.date)
  if (days < 0) return { path: [name], message: 'Last day must be today or later' }
  return days > LONGEST ? { path: [name], message: 'Last day must be within a year' } : answer.date
}

import { plural } from './plural.ts'

/**
 * How long is left until a due date, in words.
 * @param workingDays working days from today to the due date: 0 on the day itself, negative after it
 */
export function workingDaysLeft(workingDays: number): string {
  if (workingDays === 0) return 'due today'
  const days = plural(Math.abs(workingDays), 'working day')
  return workingDays > 0 ? `${days} left` : `${days} overdue`
}

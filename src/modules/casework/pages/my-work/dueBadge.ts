import { clockBadge, formatDate, formatTime, type Html, plural } from '#ui'
import { workingDaysUntil } from '../../rules/workingDaysUntil.ts'

/** When something is due, as far as it is known. */
export type Due = {
  readonly dueOn: Temporal.PlainDate | null
  readonly dueAt?: Temporal.Instant | null
  readonly isTimed?: boolean
}

/** Whether it is past due: by the moment where hours count, by the day otherwise. */
export function isOverdue(due: Due, today: Temporal.PlainDate, now: Temporal.Instant): boolean {
  if (due.isTimed && due.dueAt) return Temporal.Instant.compare(due.dueAt, now) < 0
  return due.dueOn !== null && Temporal.PlainDate.compare(due.dueOn, today) < 0
}

/** How it stands in words: "3 working days overdue, since 4 May 2026", "today by 2pm", "in 2 working days". */
export function dueWords(due: Due, today: Temporal.PlainDate, now: Temporal.Instant): string {
  if (due.dueOn === null) return 'no date set'
  const by = due.isTimed && due.dueAt ? ` by ${formatTime(due.dueAt)}` : ''
  const days = workingDaysUntil(due.dueOn, today)
  const on = formatDate(due.dueOn)
  if (isOverdue(due, today, now))
    return days < 0 ? `${plural(-days, 'working day')}, since ${on}${by}` : `since ${on}${by}`
  if (due.dueOn.equals(today)) return `today${by}`
  return days === 0 ? `${on}${by}` : `in ${plural(days, 'working day')}, ${on}${by}`
}

/** The badge of a due date: overdue, soon (today or within three working days), or running. Never colour alone. */
export function dueBadge(due: Due, today: Temporal.PlainDate, now: Temporal.Instant): Html {
  const text = dueWords(due, today, now)
  if (due.dueOn === null) return clockBadge({ state: 'running', text })
  if (isOverdue(due, today, now)) return clockBadge({ state: 'overdue', text })
  const state = workingDaysUntil(due.dueOn, today) <= 3 ? 'soon' : 'running'
  return clockBadge({ state, text })
}

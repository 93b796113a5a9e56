import { formatDate, plural } from '#ui'
import { isOverdue, type Supervisee } from '../../queries/supervisees.ts'

/** When somebody's next session is due, in words: never by colour alone. */
export function dueWords(row: Pick<Supervisee, 'due' | 'lastOn'>, today: Temporal.PlainDate): string {
  const { due } = row
  if (due.state === 'away') return `Away since ${formatDate(due.since)}: nothing is due`
  const paused = due.pausedDays > 0 ? `, ${plural(due.pausedDays, 'day')} away added` : ''
  if (!isOverdue(row, today)) return `Due ${formatDate(due.on)}${paused}`
  if (row.lastOn === null) return `Overdue: no session is recorded, the first was due ${formatDate(due.on)}`
  return `Overdue by ${plural(due.on.until(today).days, 'day')}, since ${formatDate(due.on)}${paused}`
}

/** What an open session still lacks. */
export function openWords({ open }: Pick<Supervisee, 'open'>): string {
  if (open === null) return ''
  const lacks = [...(open.hasPractice ? [] : ['practice half']), ...(open.hasCase ? [] : ['case half'])]
  const held = `Session of ${formatDate(open.heldOn)} is not complete`
  return lacks.length === 0 ? held : `${held}: no ${lacks.join(' and no ')}`
}

/** "every 4 weeks" */
export const everyWords = ({ everyDays, isEarly }: Pick<Supervisee, 'everyDays' | 'isEarly'>): string =>
  `Every ${everyDays % 7 === 0 ? (everyDays === 7 ? 'week' : `${everyDays / 7} weeks`) : plural(everyDays, 'day')}${isEarly ? ', early career' : ''}`

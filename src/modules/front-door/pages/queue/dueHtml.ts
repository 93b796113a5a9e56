import { workingDaysUntil } from '#modules/casework'
import type { ClockSettings } from '#reference'
import { type ClockState, clockBadge, formatDate, type Html, html, nothing, plural } from '#ui'
import { decisionDue } from '../../rules/decisionDue.ts'

export type DueFacts = { readonly receivedAt: Temporal.Instant; readonly decidedAt: Temporal.Instant | null }
type Now = { readonly today: Temporal.PlainDate; readonly now: Temporal.Instant }

/** How the decision stands against its limit: the same limit as the referral's clock, in words for lists and spreadsheets. */
export function dueWords(
  contact: DueFacts,
  settings: ClockSettings,
  at: Now,
): { readonly state: ClockState; readonly text: string } {
  const due = decisionDue(contact.receivedAt, settings)
  if (due === null) return { state: 'stopped', text: 'No limit in force' }
  const by = `by the end of ${formatDate(due.dueOn)}`
  if (contact.decidedAt !== null) {
    const inTime = Temporal.Instant.compare(contact.decidedAt, due.dueAt) <= 0
    return { state: inTime ? 'met' : 'late', text: `Decision due ${by}` }
  }
  if (Temporal.Instant.compare(at.now, due.dueAt) > 0) return { state: 'overdue', text: `Decide ${by}` }
  const left = workingDaysUntil(due.dueOn, at.today)
  return {
    state: left === 0 ? 'soon' : 'running',
    text: `Decide ${by}, ${hoursLeft(due.dueAt, at.now)} left`,
  }
}

function hoursLeft(dueAt: Temporal.Instant, now: Temporal.Instant): string {
  const hours = Math.floor(dueAt.since(now).total('hours'))
  if (hours < 1) return 'less than an hour'
  return hours < 48 ? plural(hours, 'hour', 'hours') : plural(Math.floor(hours / 24), 'day', 'days')
}

const WIDTH = 120

/** The badge, and a bar that fills as the time runs out. */
export function dueHtml(contact: DueFacts, settings: ClockSettings, at: Now): Html {
  const { state, text } = dueWords(contact, settings, at)
  return html`${clockBadge({ state, text })}${bar(contact, settings, at)}`
}

function bar({ receivedAt, decidedAt }: DueFacts, settings: ClockSettings, { now }: Now): Html {
  const due = decisionDue(receivedAt, settings)
  if (due === null || decidedAt !== null) return nothing
  const whole = due.dueAt.since(receivedAt).total('seconds')
  const used = Math.min(1, Math.max(0, now.since(receivedAt).total('seconds') / whole))
  return html`<br><svg class="kith-drawing" aria-hidden="true" width="${WIDTH}" height="8" viewBox="0 0 ${WIDTH} 8" focusable="false">
<rect class="kith-progress__whole" x="0" y="0" width="${WIDTH}" height="8"></rect>
<rect class="${used >= 1 ? 'kith-bar kith-bar--over' : 'kith-bar'}" x="0" y="0" width="${Math.round(used * WIDTH)}" height="8"></rect></svg>`
}

import { clockDefinition } from '#reference'
import { clockBadge, formatDate, type Html, html, plural, workingDaysLeft } from '#ui'
import { workingDaysUntil } from '../rules/workingDaysUntil.ts'
import type { StoredClock } from './storedClocks.ts'

const SOON = 3 // working days

/** How a clock stands on a day, in words and as a state of the badge. */
export function clockStanding(clock: StoredClock, today: Temporal.PlainDate) {
  const { name } = clockDefinition(clock.definitionId)
  const done = clock.satisfiedOn ? `, done ${formatDate(clock.satisfiedOn)}` : ''
  const due = `${name}: due ${formatDate(clock.dueOn)}`
  if (clock.outcome === 'on_time') return { state: 'met', text: `${due}${done}` } as const
  if (clock.outcome === 'late')
    return done
      ? ({ state: 'late', text: `${due}${done}` } as const)
      : ({ state: 'overdue', text: `${due}, not done` } as const)
  if (clock.outcome !== 'open')
    return { state: 'stopped', text: `${name}: ${clock.outcomeReason ?? 'no longer asked'}` } as const
  const left = workingDaysUntil(clock.dueOn, today)
  const passed = Temporal.PlainDate.compare(clock.dueOn, today) < 0
  const words =
    passed && left === 0 ? `${plural(clock.dueOn.until(today).days, 'day')} overdue` : workingDaysLeft(left)
  return { state: passed ? 'overdue' : left <= SOON ? 'soon' : 'running', text: `${due}, ${words}` } as const
}

/** A due date that leads to its explanation: trigger, rule, source and how it was counted. */
export function clockLink(clock: StoredClock, today: Temporal.PlainDate): Html {
  return html`<a class="govuk-link kith-clock-link" href="/clocks/${clock.id}">${clockBadge(clockStanding(clock, today))}</a>`
}

/** Clocks as rows of a summary list. */
export function clockRows(clocks: readonly StoredClock[], today: Temporal.PlainDate) {
  return clocks.map(clock => ({ key: { text: 'Time limit' }, value: { html: clockLink(clock, today) } }))
}

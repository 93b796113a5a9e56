import { figure, formatDate, type Html, html, nothing, plural, table } from '#ui'
import type { PlanAction } from './plan.ts'

const width = 720
const edge = 60
const line = 46

/**
 * Where a plan stands: its actions as marks on a line of days, done ones filled, late ones with an outline, and today. The
 * same stands in a table behind it.
 */
export function planBand(actions: readonly PlanAction[], today: Temporal.PlainDate): Html {
  if (actions.length === 0) return nothing
  const days = [...actions.map(({ dueOn }) => dueOn), today].toSorted(Temporal.PlainDate.compare)
  const [first = today, last = today] = [days[0], days.at(-1)]
  const whole = Math.max(1, first.until(last).days)
  const x = (day: Temporal.PlainDate) => edge + (first.until(day).days / whole) * (width - 2 * edge)
  const marks = actions.map(action => mark(action, x(action.dueOn), today))
  return html`<p class="govuk-body-s govuk-!-margin-bottom-1">${described(actions, today)}</p>${figure({
    id: 'plan-band',
    title: 'Actions by the day they are due',
    description: 'A mark for each action on a line of days, and today.',
    width,
    height: 92,
    content: html`<line class="kith-axis" x1="${edge}" x2="${width - edge}" y1="${line}" y2="${line}"></line>
${marks}
<line class="kith-limit" x1="${x(today)}" x2="${x(today)}" y1="20" y2="70"></line>
<text class="kith-limit__label" x="${x(today)}" y="14" text-anchor="middle">today</text>
<text x="${edge}" y="88" text-anchor="middle">${shortDate(first)}</text>
${whole > 1 ? html`<text x="${width - edge}" y="88" text-anchor="middle">${shortDate(last)}</text>` : nothing}`,
    alternative: behind(actions, today),
  })}`
}

const shortDate = (day: Temporal.PlainDate): string =>
  day.toLocaleString('en-GB', { day: 'numeric', month: 'short' })

export const isOverdue = (action: PlanAction, today: Temporal.PlainDate): boolean =>
  action.doneOn === null && Temporal.PlainDate.compare(action.dueOn, today) < 0

function mark(action: PlanAction, at: number, today: Temporal.PlainDate): Html {
  if (action.doneOn !== null)
    return html`<rect class="kith-bar" x="${at - 8}" y="${line - 8}" width="16" height="16"></rect>`
  const classes = isOverdue(action, today) ? 'kith-bar kith-bar--over' : 'kith-progress__whole'
  return html`<circle class="${classes}" cx="${at}" cy="${line}" r="9"></circle>`
}

function described(actions: readonly PlanAction[], today: Temporal.PlainDate): string {
  const done = actions.filter(({ doneOn }) => doneOn !== null).length
  const late = actions.filter(action => isOverdue(action, today)).length
  return `${done} of ${plural(actions.length, 'action')} done, ${late} past their day. Squares are done, circles are not.`
}

function behind(actions: readonly PlanAction[], today: Temporal.PlainDate): Html {
  return table({
    caption: 'Actions by the day they are due',
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: 'Due' }, { text: 'What' }, { text: 'Who' }, { text: 'State' }],
    rows: actions
      .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn))
      .map(action => [
        { text: formatDate(action.dueOn) },
        { text: action.what },
        { text: action.ownerName },
        { text: stateWords(action, today) },
      ]),
  })
}

function stateWords(action: PlanAction, today: Temporal.PlainDate): string {
  if (action.doneOn !== null) return `Done ${formatDate(action.doneOn)}`
  return isOverdue(action, today) ? 'Overdue' : 'To do'
}

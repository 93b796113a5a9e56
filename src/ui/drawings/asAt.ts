import { button } from '../components/govuk/button.ts'
import { formatDate } from '../format/index.ts'
import { dateFields, dateFieldsFrom } from '../forms/dateFields.ts'
import { type DateAnswer, parseDateInput } from '../forms/parseDateInput.ts'
import { type Html, html, nothing } from '../html.ts'

/** The day that a drawing shows, from the address: `?on=2019-05-01`, or the three fields of its form. */
export interface AsAt {
  readonly day: Temporal.PlainDate
  /** What is wrong with the day asked for; the drawing then shows today. */
  readonly problem: string | null
  readonly answer: DateAnswer
}

type Query = Readonly<Record<string, unknown>>

/** Reads the day of a drawing. A day to come shows today, and says why. */
export function readAsAt(query: Query, today: Temporal.PlainDate): AsAt {
  const written = typeof query['on'] === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(query['on']) : null
  const typed = written
    ? { year: written[1], month: written[2], day: written[3] }
    : dateFieldsFrom(query, 'on')
  const answer = parseDateInput(typed, 'Day')
  if (answer.outcome === 'empty') return { day: today, problem: null, answer }
  if (answer.outcome === 'wrong') return { day: today, problem: answer.message, answer }
  const isToCome = Temporal.PlainDate.compare(answer.date, today) > 0
  return isToCome
    ? { day: today, problem: 'Day must be today or in the past', answer }
    : { day: answer.date, problem: null, answer }
}

export interface AsAtForm {
  /** The page itself. */
  readonly action: string
  readonly asAt: AsAt
  readonly today: Temporal.PlainDate
  /** Other parts of the address, kept. */
  readonly others?: Readonly<Record<string, string | undefined>>
}

/** The form that chooses the day; sent by GET, so that the day stays in the address. */
export function asAtForm({ action, asAt, today, others = {} }: AsAtForm): Html {
  const { day, problem, answer } = asAt
  const hidden = Object.entries(others).map(([name, value]) =>
    value === undefined ? nothing : html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const isToday = Temporal.PlainDate.compare(day, today) === 0
  return html`<form method="get" action="${action}" class="kith-no-print" novalidate>
  ${hidden}
  ${dateFields({
    name: 'on',
    legend: 'As at',
    hint: isToday ? `Shows today, ${formatDate(today)}` : `Shows ${formatDate(day)}`,
    value: day,
    ...(problem === null ? {} : { error: { text: problem }, answer }),
  })}
  ${button({ text: 'Show that day', classes: 'govuk-button--secondary' })}
</form>`
}

import { findings, type Opening } from '#modules/access'
import { actionWords, plainWords, type SeenInOpening } from '#modules/audit'
import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  denseTable,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  plural,
  radios,
  summaryList,
  textarea,
  warningText,
} from '#ui'
import type { Fields } from '../frame/fields.ts'
import { kindWords, reasonWords, reviewBadge } from './openingWords.ts'

/** Everything that the page of one opening shows. */
export type ReviewView = {
  readonly opening: Opening
  /** Null when the reviewer answers for a case that nobody holds, and does not see the record. */
  readonly person: PersonSummary | null
  readonly names: ReadonlyMap<Uuid, string>
  readonly seen: readonly SeenInOpening[]
  readonly fields: Fields
  readonly errors: FieldErrors
  readonly keys: FormKeys
  /** Somebody else's review was kept first. */
  readonly wasSecond: boolean
  readonly isPast: boolean
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** Who opened a record, why, what they looked at, and what its reviewer finds. */
export function reviewPage(view: ReviewView): Html {
  const { opening, person, names, errors } = view
  const by = (id: Uuid | null): string => (id === null ? undefined : names.get(id)) ?? 'somebody'
  const rows: readonly (readonly [string, Html])[] = [
    ['Who', html`${by(opening.actorId)}`],
    [
      'Whose record',
      person === null
        ? html`Somebody whose case nobody holds`
        : html`<a class="govuk-link" href="/people/${person.id}">${person.displayName}</a>, ${person.age}`,
    ],
    ['Opened', html`${formatDateTime(opening.openedAt)}, until ${formatDateTime(opening.endsAt)}`],
    ['How', html`${kindWords[opening.kind]}`],
    ['Why', html`${reasonWords(opening)}`],
    ['In their words', html`<span class="kith-typed">${opening.reason}</span>`],
    ['Review', reviewBadge(opening, view.today, view.now)],
  ]
  return html`${errorsAbove(errors)}
  <h1 class="govuk-heading-l">A record opened with a reason</h1>
  ${view.wasSecond ? warningText({ text: `${by(opening.reviewedBy)} reviewed this before you. Your finding was not kept: “${view.fields.typed('remark')}”` }) : nothing}
  ${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: value } })) })}
  <h2 class="govuk-heading-m">What they looked at</h2>
  ${seenTable(view.seen)}
  ${opening.finding === null ? (view.isPast ? nothing : form(view)) : reviewed(opening, by(opening.reviewedBy))}`
}

function seenTable(seen: readonly SeenInOpening[]): Html {
  if (seen.length === 0)
    return html`<p class="govuk-body">Nothing: they opened the record and read no page of it.</p>`
  return denseTable({
    caption: 'Pages and changes while the record was open',
    captionClasses: 'govuk-visually-hidden',
    head: ['What', 'Part of the record', 'How often', 'First', 'Last'].map(text => ({ text })),
    rows: seen.map(one => [
      { text: actionWords(one.action) },
      { text: plainWords(one.resource) },
      { text: plural(one.times, 'time') },
      { text: formatDateTime(one.firstAt) },
      { text: formatDateTime(one.lastAt) },
    ]),
  })
}

function reviewed(opening: Opening, by: string): Html {
  return html`<h2 class="govuk-heading-m">${opening.finding ? findings[opening.finding] : ''}</h2>
  <p class="govuk-body">By ${by}${opening.reviewedAt ? `, ${formatDateTime(opening.reviewedAt)}` : ''}.</p>
  <div class="govuk-inset-text kith-typed">${opening.remark}</div>`
}

function form({ opening, fields, errors, keys }: ReviewView): Html {
  return html`<h2 class="govuk-heading-m">Your review</h2>
  <form method="post" action="/openings/${opening.id}" novalidate data-keep-on-failure>
    ${formFields(keys)}
    ${radios({
      name: 'finding',
      fieldset: { legend: { text: 'What do you find?', classes: 'govuk-fieldset__legend--s' } },
      items: Object.entries(findings).map(([value, text]) => ({ value, text })),
      value: fields.typed('finding'),
      errorMessage: errors.of('finding'),
    })}
    ${textarea({
      name: 'remark',
      rows: 3,
      label: { text: 'Why', classes: 'govuk-label--s' },
      hint: { text: 'The worker reads this. What is not justified is told to the leader of the area too' },
      value: fields.typed('remark'),
      errorMessage: errors.of('remark'),
    })}
    ${button({ text: 'Keep the review', preventDoubleClick: true })}
  </form>`
}

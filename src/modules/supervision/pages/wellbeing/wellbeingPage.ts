import { pageLinks } from '#modules/agencies'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  checkboxes,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  nothing,
  radios,
  summaryList,
  textarea,
} from '#ui'
import type { WellbeingCheck } from '../../queries/wellbeing.ts'

/** Everything that the page of one's own wellbeing shows. */
export type WellbeingView = {
  readonly checks: readonly WellbeingCheck[]
  readonly count: number
  readonly statements: readonly string[]
  /** Whether a check may be made now: not at a past moment, and once a day. */
  readonly mayCheck: boolean
  readonly isPast: boolean
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly page: number
  readonly path: string
}

const scale = ['Not at all', 'A little', 'Partly', 'Mostly', 'Fully'] as const

/** How one is at work, and what one said before: nobody else's page. */
export function wellbeingPage(view: WellbeingView): Html {
  return html`${errorsAbove(view.errors)}
  <h1 class="govuk-heading-l">Your wellbeing</h1>
  <p class="govuk-body">Only you read this. A manager of yours reads a check when you share it, and no longer when you take that back. Above them there are only numbers: of a quarter that is over, and never of fewer than five who shared nothing.</p>
  ${view.mayCheck ? checkForm(view) : nothing}
  <h2 class="govuk-heading-m">What you said before</h2>
  ${view.checks.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : view.checks.map(check => html`${checkShown(check)}${view.isPast ? nothing : shareForm(check, view.keys)}`)}
  ${pageLinks(view.path, view.page, view.count, 'checks')}`
}

function checkForm({ statements, sent, errors, keys }: WellbeingView): Html {
  return html`<form method="post" action="/supervision/wellbeing" novalidate data-keep-on-failure>
    ${formFields(keys)}
    ${statements.map((statement, at) =>
      radios({
        name: `score_${at}`,
        classes: 'govuk-radios--small',
        fieldset: { legend: { text: statement, classes: 'govuk-fieldset__legend--s' } },
        items: scale.map((text, value) => ({ value: String(value + 1), text: `${value + 1} ${text}` })),
        value: typeof sent[`score_${at}`] === 'string' ? String(sent[`score_${at}`]) : '',
        errorMessage: errors.of(`score_${at}`),
      }),
    )}
    ${textarea({ name: 'words', rows: 3, label: { text: 'In your own words (optional)', classes: 'govuk-label--s' }, value: typeof sent['words'] === 'string' ? sent['words'] : '', errorMessage: errors.of('words') })}
    ${checkboxes({ name: 'share', classes: 'govuk-checkboxes--small', items: [{ value: 'yes', text: 'Share this with my manager' }], values: sent['share'] === 'yes' ? ['yes'] : [] })}
    ${button({ text: 'Save', preventDoubleClick: true })}
  </form>`
}

/** One check, as it was said. */
export function checkShown({ checkedOn, statements, scores, words, isShared }: WellbeingCheck): Html {
  const rows = statements.map((statement, at) => ({
    key: { text: statement },
    value: { text: `${scores[at]} ${scale[(scores[at] ?? 1) - 1]}` },
  }))
  return html`<h3 class="govuk-heading-s">${formatDate(checkedOn)}${isShared ? ', shared with the manager' : ''}</h3>
  ${summaryList({ rows })}
  ${words === null ? nothing : html`<p class="govuk-body kith-typed">${words}</p>`}`
}

const shareForm = ({ id, isShared, checkedOn }: WellbeingCheck, keys: FormKeys): Html =>
  html`<form method="post" action="/supervision/wellbeing/${id}/share">${formFields(keys)}<input type="hidden" name="share" value="${isShared ? 'no' : 'yes'}">
    ${button({ html: html`${isShared ? 'Share it no longer' : 'Share it with my manager'}<span class="govuk-visually-hidden">: ${formatDate(checkedOn)}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

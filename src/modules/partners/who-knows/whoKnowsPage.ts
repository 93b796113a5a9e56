import { dayValues, type FormValues, roleWord, typedOf } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  denseTable,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  input,
  nothing,
} from '#ui'
import type { AgencyTie } from '../contributions/index.ts'
import type { Holder, How, OwnRecord } from './readWhoKnows.ts'

export type WhoKnowsView = {
  readonly personId: Uuid
  readonly holders: readonly Holder[]
  /** For which organisation the reader may speak. */
  readonly tie: AgencyTie | null
  readonly own: OwnRecord | null
  readonly form: FormKeys
  readonly sent: FormValues
  readonly errors: FieldErrors
  readonly isToday: boolean
}

/** How, and in which parts: "Works with the child: health visitor". */
const howKnown = ({ how, roles }: Pick<Holder, 'how' | 'roles'>): string =>
  roles.length === 0
    ? howWords[how]
    : `${howWords[how]}: ${roles.map(role => roleWord(role).replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase())).join(', ')}`

const howWords: Readonly<Record<How, string>> = {
  works_with: 'Works with the child',
  says_so: 'Says that it holds a record',
  hospital: 'Has told of a visit to hospital',
}

export function whoKnowsPage(view: WhoKnowsView): Html {
  return html`${errorsAbove(view.errors)}<h1 class="govuk-heading-l">Who knows this child?</h1>
<p class="govuk-body">Organisations that hold a record, and whom to ring. Nothing of what is in a record stands here: ask the organisation, and say why. That you looked is kept.</p>
${view.holders.length === 0 ? html`<p class="govuk-body">No organisation is known to hold a record.</p>` : table(view.holders)}
${view.tie === null || !view.isToday ? nothing : ownForm(view, view.tie)}`
}

const table = (holders: readonly Holder[]): Html =>
  denseTable({
    caption: 'Organisations with a record, those of today first',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Organisation', 'How it is known', 'Whom to ring', 'Since', 'Until'].map(text => ({ text })),
    rows: holders.map(one => [
      { text: one.organisation ?? 'A sensitive service, named to nobody here' },
      { text: howKnown(one) },
      { text: one.ask ?? 'Not said' },
      { text: one.since === null ? 'Not said' : formatDate(one.since) },
      { text: one.until === null ? '' : formatDate(one.until) },
    ]),
  })

function ownForm({ personId, own, form, sent, errors }: WhoKnowsView, tie: AgencyTie): Html {
  const fresh =
    own === null
      ? {}
      : { ask: own.ask, ...dayValues('since', own.sinceOn), sensitive: own.isSensitive ? 'yes' : '' }
  const values: FormValues = errors.list.length > 0 ? sent : fresh
  const action = `/people/${personId}/who-knows`
  return html`<h2 class="govuk-heading-m">${own === null ? `Does ${tie.organisation} hold a record besides?` : `What ${tie.organisation} says of itself`}</h2>
<form method="post" action="${action}" novalidate>${formFields(form)}
${dateFields({ name: 'since', legend: 'Since when?', value: dateFieldsFrom(values, 'since'), error: errors.of('since') })}
${input({ name: 'ask', id: 'ask', label: { text: 'Whom to ring, and how', classes: 'govuk-label--s' }, hint: { text: 'A role and a telephone number' }, value: typedOf(values, 'ask'), errorMessage: errors.of('ask') })}
${tick('sensitive', 'It is a sensitive service: sexual health, drugs and alcohol, mental health, domestic abuse. Its name is not shown', values, errors)}
${tick('consent', 'Whom the record is of agrees that it stands here', values, errors)}
${button({ text: own === null ? 'Say that we hold a record' : 'Say it anew', preventDoubleClick: true })}</form>
${own === null ? nothing : html`<form method="post" action="${action}">${formFields(form)}<input type="hidden" name="ends" value="yes">${button({ text: 'We hold none any more', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`}`
}

const tick = (name: string, text: string, values: FormValues, errors: FieldErrors): Html =>
  checkboxes({
    name,
    idPrefix: name,
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text }],
    values: typedOf(values, name) === 'yes' ? ['yes'] : [],
    errorMessage: errors.of(name),
  })

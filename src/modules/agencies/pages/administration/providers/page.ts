import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  input,
  nothing,
  passwordInput,
  select,
  table,
} from '#ui'
import type { BoundWorker, OrganisationProvider } from '../../../queries/organisationProviders.ts'
import { lastDayOf } from '../access-ending/lastDayOf.ts'
import { typed } from '../access-ending/parseLastDay.ts'

const states: Readonly<Record<OrganisationProvider['state'], string>> = {
  open: 'In use',
  expired: 'Last day is over',
  withdrawn: 'Withdrawn',
}

/** Organisations with an identity provider of their own, and the form that names one. */
export function providersPage(given: {
  readonly providers: readonly OrganisationProvider[]
  readonly organisations: readonly { readonly id: Uuid; readonly name: string }[]
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
}): Html {
  const { providers, organisations, sent, errors, keys } = given
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Organisations’ own sign-in</h1>
<p class="govuk-body">People of these organisations sign in where they sign in for their work (OpenID Connect). Such a provider opens accounts of its own organisation’s workers and of nobody else; what they may see is decided by their work with a child.</p>
${providers.length === 0 ? html`<p class="govuk-body">No organisation has one.</p>` : listOf(providers)}
<h2 class="govuk-heading-m">Name a provider</h2>
<form method="post" action="/administration/providers" novalidate data-keep-on-failure>${formFields(keys)}
  ${select({
    name: 'organisation',
    label: { text: 'Organisation' },
    errorMessage: errors.of('organisation'),
    items: [
      { value: '', text: 'Choose' },
      ...organisations.map(({ id, name }) => ({ value: id, text: name })),
    ],
    value: typed(sent, 'organisation'),
  })}
  ${input({ name: 'issuer', label: { text: 'Issuer' }, hint: { text: 'The address that the organisation gives you, such as https://id.example.nhs.uk. It cannot be changed afterwards.' }, value: typed(sent, 'issuer'), spellcheck: false, autocomplete: 'off', errorMessage: errors.of('issuer') })}
  ${clientFields(typed(sent, 'client'), errors, 'Client secret')}
  ${dateFields({ name: 'last', legend: 'Last day', hint: 'A year from today at most. It can be renewed.', value: dateFieldsFrom(sent, 'last'), error: errors.of('last') })}
  ${button({ text: 'Name the provider', preventDoubleClick: true })}
</form>`
}

const clientFields = (client: string, errors: FieldErrors, secretLabel: string): Html => html`
  ${input({ name: 'client', label: { text: 'Client id' }, value: client, spellcheck: false, autocomplete: 'off', errorMessage: errors.of('client') })}
  ${passwordInput({ name: 'secret', label: { text: secretLabel }, hint: { text: 'Kept sealed: no page shows it again.' }, autocomplete: 'off', errorMessage: errors.of('secret') })}`

const listOf = (providers: readonly OrganisationProvider[]): Html =>
  table({
    caption: 'Providers',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Organisation', 'Issuer', 'State', 'Last day'].map(text => ({ text })),
    rows: providers.map(({ id, organisation, issuer, state, expiresAt }) => [
      {
        html: html`<a class="govuk-link" href="/administration/providers/${id}">${organisation}</a>`,
      },
      { text: issuer },
      { text: states[state] },
      { text: state === 'withdrawn' ? '' : lastDayOf(expiresAt) },
    ]),
  })

/** One provider: what to register there, its client, whom it has named, and a way to end it. */
export function providerPage(given: {
  readonly provider: OrganisationProvider
  readonly bound: readonly BoundWorker[]
  readonly origin: string
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: () => FormKeys
}): Html {
  const { provider, bound, origin, sent, errors, keys } = given
  const { id, organisation, issuer, state, expiresAt, clientId } = provider
  const place = `/administration/providers/${id}`
  const isOver = state === 'withdrawn'
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Sign-in of ${organisation}</h1>
<p class="govuk-body">Issuer: ${issuer}. ${isOver ? 'Withdrawn.' : html`Last day: ${lastDayOf(expiresAt)}.`}</p>
${
  isOver
    ? nothing
    : html`<p class="govuk-body">The organisation registers a confidential client there, with this redirect address:</p>
<div class="govuk-inset-text"><code>${origin}/sign-in/return/${id}</code></div>
<form method="post" action="${place}" novalidate data-keep-on-failure>${formFields(keys())}
  ${clientFields(typed(sent, 'client') || clientId, errors, 'New client secret (optional)')}
  ${button({ text: 'Save', preventDoubleClick: true })}
</form>`
}
<h2 class="govuk-heading-m">Who has signed in by it</h2>
${bound.length === 0 ? html`<p class="govuk-body">Nobody yet. At the first sign-in people are known by their work e-mail address in the directory, from then on by the provider’s own name for them.</p>` : boundList(bound, place, keys)}
${
  isOver
    ? nothing
    : html`<p class="govuk-body"><a class="govuk-link" href="/administration/access-ending?of=${id}">Renew it</a></p>
<form method="post" action="${place}/withdraw">${formFields(keys())}${button({ text: 'Withdraw this provider', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}`
}

const boundList = (bound: readonly BoundWorker[], place: string, keys: () => FormKeys): Html =>
  table({
    caption: 'People',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Who', 'Since', 'Change'].map(text => ({ text })),
    rows: bound.map(({ id, name, boundAt }) => [
      { text: name },
      { text: formatDateTime(boundAt) },
      {
        html: html`<form method="post" action="${place}/release">${formFields(keys())}<input type="hidden" name="worker" value="${id}">${button({ html: html`Has another account now<span class="govuk-visually-hidden">: ${name}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
      },
    ]),
  })

import { type FormKeys, formFields } from '#platform/http'
import { londonDate } from '#reference'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  nothing,
  textarea,
} from '#ui'
import { endingWithin, type RenewableAccess, SOON, VERY_SOON } from '../../../queries/renewableAccess.ts'
import { lastDayOf } from './lastDayOf.ts'
import { typed } from './parseLastDay.ts'

/** What the form that renews shows. */
export type RenewalView = {
  readonly access: readonly RenewableAccess[]
  readonly chosen: ReadonlySet<string>
  readonly isAll: boolean
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly now: Temporal.Instant
}

/** Access of other organisations' people that ends, and one form that lets it go on. */
export function accessEndingPage(view: RenewalView): Html {
  const { access, isAll, errors } = view
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">${isAll ? 'Access that can be renewed' : 'Access that ends soon'}</h1>
<p class="govuk-body">Accounts by invitation and organisations’ own sign-in. Each ends by itself unless somebody says why it goes on. People are told ${SOON} and ${VERY_SOON} days before.</p>
${access.length === 0 ? html`<p class="govuk-body">Nothing ends within ${SOON} days.</p>` : form(view)}
${isAll ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="/administration/access-ending?all=yes">Show all that can be renewed</a></p>`}`
}

const form = ({ access, chosen, sent, errors, keys, now }: RenewalView): Html =>
  html`<form method="post" action="/administration/access-ending" novalidate data-keep-on-failure>${formFields(keys)}
  ${checkboxes({
    name: 'which',
    fieldset: { legend: { text: 'Which goes on?', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errors.of('which'),
    items: access.map(one => ({
      value: one.id,
      text: one.name === null ? `Sign-in of ${one.organisation}` : `${one.name}, ${one.organisation}`,
      hint: { text: stateOf(one, now) },
      checked: chosen.has(one.id),
    })),
  })}
  ${dateFields({ name: 'last', legend: 'Last day', hint: 'A year from today at most.', value: dateFieldsFrom(sent, 'last'), error: errors.of('last') })}
  ${textarea({ name: 'reason', label: { text: 'Why does it go on?' }, rows: 2, value: typed(sent, 'reason'), errorMessage: errors.of('reason') })}
  ${button({ text: 'Renew', preventDoubleClick: true })}
</form>`

function stateOf({ expiresAt, lastRenewal }: RenewableAccess, now: Temporal.Instant): string {
  const isOver = Temporal.Instant.compare(expiresAt, now) <= 0
  const last =
    lastRenewal === null
      ? ''
      : `. Renewed on ${formatDate(londonDate(lastRenewal.at))} by ${lastRenewal.by}: ${lastRenewal.reason}`
  return `${isOver ? 'Ended: its last day was' : 'Last day:'} ${lastDayOf(expiresAt)}${last}`
}

/** For the first page of whoever renews: how much ends soon; nothing where nothing does. */
export function endingSoon(all: readonly RenewableAccess[], now: Temporal.Instant): Html {
  const soon = endingWithin(SOON, all, now)
  if (soon.length === 0) return nothing
  const urgent = endingWithin(VERY_SOON, soon, now).length
  const words = urgent === 0 ? '' : `, ${urgent} of it within ${VERY_SOON} days or ended`
  return html`<div class="govuk-inset-text"><a class="govuk-link" href="/administration/access-ending">Access that ends soon: ${soon.length}</a>${words}</div>`
}

import { Fields } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  backLink,
  button,
  dateFields,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  input,
  insetText,
  nothing,
  radios,
} from '#ui'
import type { Account } from '../../queries/accountsOf.ts'

export type ChannelView = {
  readonly childId: Uuid
  readonly account: Account
  readonly mayWrite: boolean
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
}

/** The one place where somebody chose to be told: what stands, a form for another, and the end of it. */
export function channelPage(view: ChannelView): Html {
  const { account, childId } = view
  return html`${backLink({ href: `/people/${childId}/family-access` })}${errorsAbove(view.errors)}
<h1 class="govuk-heading-l">A safe channel</h1>
${insetText({ text: 'Nothing is sent to anybody who has not chosen where. What is sent says “You have a message. Sign in as you usually do.” and nothing else: no name, no service, no link. An address or number that is only on the record is never used.' })}
${standing(account)}
${view.mayWrite ? html`${keepForm(view)}${account.channel === null ? nothing : endForm(view)}` : nothing}`
}

const standing = ({ channel }: Account): Html =>
  channel === null
    ? html`<p class="govuk-body">No channel is on record that you may see: nothing is sent.</p>`
    : html`<p class="govuk-body"><strong>${channel.kind === 'email' ? 'E-mail' : 'Text'} to ${channel.address}</strong>, agreed ${formatDate(channel.agreedOn)}: ${channel.agreedWith}</p>`

const common = ({ account, keys }: ChannelView): Html =>
  html`${formFields(keys)}<input type="hidden" name="seen" value="${account.channel?.id ?? ''}">`

function keepForm(view: ChannelView): Html {
  const { account, errors, sent } = view
  const fields = new Fields(sent)
  return html`<h2 class="govuk-heading-m">${account.channel === null ? 'Record one' : 'Record another instead'}</h2>
<form method="post" action="/people/${view.childId}/family-access/${account.id}/channel" novalidate autocomplete="off">${common(view)}
${radios({
  name: 'kind',
  value: fields.typed('kind'),
  errorMessage: errors.of('kind'),
  fieldset: { legend: { text: 'How', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'email', text: 'E-mail' },
    { value: 'text', text: 'Text message' },
  ],
})}
${input({ name: 'address', label: { text: 'E-mail address or mobile number' }, hint: { text: 'Ask who else can open it, and whose phone shows what arrives.' }, value: fields.typed('address'), errorMessage: errors.of('address'), autocomplete: 'off' })}
${input({ name: 'agreedWith', label: { text: 'Who agreed it, and how' }, hint: { text: 'For example “Herself, in the office, alone”. A child of an age to choose agrees it themself.' }, value: fields.typed('agreedWith'), errorMessage: errors.of('agreedWith') })}
${dateFields({ name: 'agreedOn', legend: 'When it was agreed', value: fields.typedDate('agreedOn'), error: errors.of('agreedOn') })}
${button({ text: 'Keep it', preventDoubleClick: true })}
</form>`
}

const endForm = (view: ChannelView): Html => html`<h2 class="govuk-heading-m">End it</h2>
<form method="post" action="/people/${view.childId}/family-access/${view.account.id}/channel" novalidate autocomplete="off">${common(view)}<input type="hidden" name="end" value="yes">
${input({ name: 'because', label: { text: 'Why it is no longer safe, or no longer wanted' }, value: new Fields(view.sent).typed('because'), errorMessage: view.errors.of('because') })}
${button({ text: 'Send nothing there any more', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`

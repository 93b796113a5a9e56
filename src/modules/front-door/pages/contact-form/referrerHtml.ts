import type { Organisation } from '#modules/agencies'
import { codesOf, codeWords } from '#reference'
import {
  checkboxes,
  dateFields,
  dateFieldsFrom,
  details,
  type FieldErrors,
  type Html,
  html,
  input,
  radios,
  select,
} from '#ui'
import { channelWords, writtenChannels } from '../../rules/contactWords.ts'
import { publicSourceWords } from '../../rules/sources.ts'
import type { FormKind, Sender } from './parseContact.ts'
import { type Typed, typed } from './personFields.ts'

export type ReferrerView = {
  readonly kind: FormKind
  readonly sent: Typed
  readonly errors: FieldErrors
  readonly sender: Sender | null
  readonly organisations: readonly Organisation[]
}

/** Who tells: what Kith knows of a partner is shown, never asked again. */
export function referrerHtml(view: ReferrerView): Html {
  const { kind, sender } = view
  if (kind === 'partner' && sender) return ownDetails(view, sender)
  const isWorker = kind === 'worker'
  return html`<h2 class="govuk-heading-m">${isWorker ? 'Who is telling us?' : 'About you'}</h2>
${isWorker ? '' : html`<p class="govuk-body">We may ring you to understand better, and we tell you that we have dealt with it.</p>`}
${sourceSelect(view)}
${line(view, 'referrer_name', isWorker ? 'Name' : 'Your name')}
${line(view, 'referrer_role', isWorker ? 'Role, or what they are to the children' : 'Your job, or what you are to the children')}
${isWorker ? organisationSelect(view) : ''}
${line(view, 'organisation', isWorker ? 'Organisation, if it is not in the list' : 'Where you work, if that is how you know them')}
${line(view, 'referrer_telephone', 'Telephone number', 'tel')}
${line(view, 'referrer_email', 'Email address', 'email')}
${checkboxes({
  name: 'anonymous',
  classes: 'govuk-checkboxes--small',
  items: [
    {
      value: 'yes',
      text: isWorker ? 'They do not want to say who they are' : 'I do not want to say who I am',
    },
  ],
  values: [typed(view.sent, 'anonymous')],
})}`
}

function line({ sent, errors }: ReferrerView, name: string, label: string, type = 'text'): Html {
  return input({
    name,
    type,
    label: { text: label },
    classes: 'govuk-!-width-two-thirds',
    value: typed(sent, name),
    errorMessage: errors.of(name),
    autocomplete: 'off',
  })
}

function sourceSelect({ kind, sent }: ReferrerView): Html {
  const items =
    kind === 'worker'
      ? codesOf('referralSource').map(code => ({ value: code, text: codeWords('referralSource', code) }))
      : Object.entries(publicSourceWords).map(([value, text]) => ({ value, text }))
  return select({
    name: 'source',
    label: { text: kind === 'worker' ? 'Source' : 'Who are you?' },
    ...(kind === 'worker' ? { hint: { text: 'The children in need census asks for it' } } : {}),
    items: [{ value: '', text: 'Choose' }, ...items],
    value: typed(sent, 'source'),
  })
}

const organisationSelect = ({ organisations, sent }: ReferrerView): Html =>
  select({
    name: 'organisation_id',
    label: { text: 'Organisation' },
    items: [
      { value: '', text: 'None, or not in this list' },
      ...organisations.map(({ id, name }) => ({ value: id, text: name })),
    ],
    value: typed(sent, 'organisation_id'),
  })

function ownDetails(view: ReferrerView, sender: Sender): Html {
  const known = [sender.name, sender.role, sender.organisation].filter(Boolean).join(', ')
  const withNumber = { ...view, sent: { referrer_telephone: sender.telephone ?? '', ...view.sent } }
  return html`<h2 class="govuk-heading-m">From you</h2>
<p class="govuk-body">${known}</p>
${line(withNumber, 'referrer_telephone', 'Telephone number on which we reach you today', 'tel')}`
}

/** How and when it reached the worker who writes it down: the present minute until somebody says otherwise. */
export function arrivalHtml({ sent, errors }: Pick<ReferrerView, 'sent' | 'errors'>): Html {
  const when = html`${dateFields({ name: 'received', legend: 'Date received', value: dateFieldsFrom(sent, 'received'), error: errors.of('received') })}
${input({
  name: 'received_time',
  label: { text: 'Time received' },
  hint: { text: 'For example, 14:30 or 2:30pm' },
  classes: 'govuk-input--width-5',
  value: typed(sent, 'received_time'),
  errorMessage: errors.of('received_time'),
})}`
  const isOpen =
    ['received', 'received_time'].some(name => errors.of(name)) || typed(sent, 'received-day') !== ''
  return html`${radios({
    name: 'channel',
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: 'How did it reach you?', classes: 'govuk-fieldset__legend--s' } },
    items: writtenChannels.map(value => ({ value, text: channelWords[value] })),
    value: typed(sent, 'channel'),
    errorMessage: errors.of('channel'),
  })}
${details({ summaryText: 'It was received just now: change this', html: when, open: isOpen })}`
}

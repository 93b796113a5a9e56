import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  type fieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  plural,
  radios,
  select,
  summaryList,
  textarea,
} from '#ui'
import type { healthSenders } from '../../directories/healthSenders.ts'
import { faultWords } from '../faultWords.ts'
import { readsApart } from '../settleMessage.ts'
import type { StuckMessage } from '../stuckMessages.ts'
import { channelWords } from './channelWords.ts'

type MessagePage = {
  readonly message: StuckMessage
  /** Hospitals that may send today. */
  readonly senders: Awaited<ReturnType<typeof healthSenders>>
  readonly typed: (name: string) => string
  readonly form: FormKeys
  readonly errors: ReturnType<typeof fieldErrors>
}

const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })

const hospitalCause =
  'set the hospital up, or how it writes. Then have the message read again. A child may be behind it: close it only when its sender has told you that nothing is missing.'
const mailboxCause =
  'the workflows that are set (KITH_MESH_CPIS_ANSWERS). Have it read again if it is of child protection information (CP-IS); close it when its sender has told you that it is not for you.'
const formCause =
  'its sender was told what is wrong, and sends it again as it should be. Have it read again if it failed here; close it when what it tells has come in another message.'
const causes: Readonly<Record<string, string>> = { mesh: mailboxCause, form: formCause }

/** What is known of a message, and what may become of it. */
export function messageForm({ message, senders, typed, form, errors }: MessagePage): Html {
  const { id, senderName, saidSender, receivedAt, channel, reason, tries } = message
  return html`<h1 class="govuk-heading-l">A message that nobody could read</h1>
${summaryList({
  rows: [
    row('Came', formatDateTime(receivedAt)),
    row('By', channelWords(channel)),
    row('From', senderName ?? 'Nobody known here'),
    row('Names itself', saidSender ?? 'Could not be read'),
    row('What happened', faultWords(reason)),
    row('Tried', plural(tries, 'time', 'times')),
  ],
})}
<p class="govuk-body">Mend the cause first: ${causes[channel] ?? hospitalCause}</p>
<form method="post" action="/administration/messages/${id}" novalidate data-keep-on-failure>${formFields(form)}
${radios({
  name: 'step',
  idPrefix: 'step',
  fieldset: { legend: { text: 'What is to become of it?', classes: 'govuk-fieldset__legend--m' } },
  items: [
    { value: 'read_again', text: 'Have it read again' },
    { value: 'close', text: 'Close it: nothing is to be made of it' },
  ],
  value: typed('step'),
  errorMessage: errors.of('step'),
})}
${readsApart(message) ? nothing : senderChoice(message, senders, typed('sender'), errors.of('sender'))}
${textarea({ name: 'why', id: 'why', rows: 3, label: { text: 'Why nothing is to be made of it, to close it' }, value: typed('why'), errorMessage: errors.of('why') })}
${button({ text: 'Save', preventDoubleClick: true })}</form>`
}

function senderChoice(
  { senderName }: StuckMessage,
  senders: MessagePage['senders'],
  value: string,
  errorMessage: ReturnType<MessagePage['errors']['of']>,
): Html {
  return select({
    name: 'sender',
    id: 'sender',
    label: { text: 'Which hospital sent it, to have it read again' },
    items: [
      { value: '', text: senderName ?? 'Choose' },
      ...senders.map(one => ({ value: one.id, text: `${one.organisationName} (${one.facility})` })),
    ],
    value,
    errorMessage,
  })
}

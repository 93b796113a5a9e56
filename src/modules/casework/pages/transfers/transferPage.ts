import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  errorsAbove,
  type FieldErrors,
  formatDate,
  formatDateTime,
  type Html,
  html,
  nothing,
  radios,
  summaryList,
  textarea,
} from '#ui'
import { clockLink } from '../../clocks/clockLink.ts'
import type { StoredClock } from '../../clocks/storedClocks.ts'
import type { Transfer } from '../../transfers/index.ts'
import type { Candidate } from '../allocate/candidates.ts'
import { outcomeWords } from './inboxRoute.ts'

export type TransferView = {
  readonly transfer: Transfer
  /** The children who move together, as far as the reader may see them. */
  readonly moves: readonly (Transfer & { readonly person: PersonSummary | null })[]
  readonly clocks: readonly StoredClock[]
  readonly fromName: string
  readonly toName: string
  readonly askedBy: string
  readonly decidedBy: string | null
  /** The reader manages the team that was asked. */
  readonly mayDecide: boolean
  /** The reader manages the case: may take it back, or write down another authority's answer. */
  readonly mayWithdraw: boolean
  readonly candidates: readonly Candidate[]
  readonly today: Temporal.PlainDate
  readonly keys: FormKeys
  readonly errors: FieldErrors
  readonly sent: Readonly<Record<string, unknown>>
}

const typed = (sent: TransferView['sent'], name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value : ''
}

/** One move: who, from where to where, what the next worker must know, and the answer or its form. */
export function transferPage(view: TransferView): Html {
  const { transfer, moves } = view
  return html`${errorsAbove(view.errors)}
<h1 class="govuk-heading-l">Transfer</h1>
${summaryList({
  rows: [
    {
      key: { text: 'Children' },
      value: {
        html: html`${moves.map(({ person }) => html`<div>${person ? html`<a class="govuk-link" href="/people/${person.id}">${person.displayName}</a>, ${person.age}` : 'A child'}</div>`)}`,
      },
    },
    { key: { text: 'From' }, value: { text: view.fromName } },
    { key: { text: 'To' }, value: { text: view.toName } },
    {
      key: { text: 'Asked by' },
      value: { text: `${view.askedBy}, ${formatDateTime(transfer.requestedAt)}` },
    },
    { key: { text: 'From which day' }, value: { text: formatDate(transfer.movesOn) } },
    { key: { text: 'Answer' }, value: { text: answerWords(view) } },
    ...(transfer.reason ? [{ key: { text: 'Reason' }, value: { text: transfer.reason } }] : []),
  ],
})}
<h2 class="govuk-heading-m">What the next worker must know</h2>
<p class="govuk-body kith-typed">${transfer.handover}</p>
${view.clocks.length > 0 ? html`<h2 class="govuk-heading-m">Next dates</h2><ul class="govuk-list">${view.clocks.map(clock => html`<li>${clockLink(clock, view.today)}</li>`)}</ul>` : nothing}
${transfer.outcome === null && view.mayDecide ? decideForms(view) : nothing}
${transfer.outcome === null && view.mayWithdraw ? settleForms(view) : nothing}
${transfer.outcome === 'accepted' && transfer.toAuthority ? html`<p class="govuk-body">The other authority is responsible now. <a class="govuk-link" href="/people/${transfer.personId}/plan/close">Close the plan and the case here</a></p>` : nothing}`
}

function answerWords({ transfer, decidedBy }: TransferView): string {
  if (transfer.outcome === null) return 'Waits. Responsibility has not moved'
  const when = transfer.decidedAt ? `, ${formatDateTime(transfer.decidedAt)}` : ''
  const stays = transfer.outcome === 'accepted' ? '' : '. Everything stays as it was'
  return `${outcomeWords[transfer.outcome]}${decidedBy ? ` by ${decidedBy}` : ''}${when}${stays}`
}

function decideForms({ transfer, candidates, keys, errors, sent }: TransferView): Html {
  return html`<h2 class="govuk-heading-m">Take over</h2>
<form method="post" action="/transfers/${transfer.id}/accept" novalidate>${formFields(keys)}
${radios({
  name: 'worker',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Who takes them on?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Your team is responsible from the moment you accept' },
  items: [
    ...candidates.map(one => ({
      value: one.workerId,
      text: one.name,
      hint: { text: `${one.role}: ${one.carries}` },
    })),
    { value: 'queue', text: 'Nobody yet: the team’s queue' },
  ],
  value: typed(sent, 'worker'),
  errorMessage: errors.of('worker'),
})}
${button({ text: 'Accept', preventDoubleClick: true })}</form>
<h2 class="govuk-heading-m">Refuse</h2>
<form method="post" action="/transfers/${transfer.id}/refuse" novalidate data-keep-on-failure>${formFields(keys)}
${textarea({ name: 'reason', rows: 3, label: { text: 'Why, and what would have to be different?', classes: 'govuk-label--s' }, value: typed(sent, 'reason'), errorMessage: errors.of('reason') })}
${button({ text: 'Refuse', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

function settleForms({ transfer, keys, errors, sent }: TransferView): Html {
  const answer = html`<h2 class="govuk-heading-m">The other authority has answered</h2>
<p class="govuk-body"><a class="govuk-link" href="/transfers/${transfer.id}/pack.pdf">Download the hand-over pack (PDF)</a></p>
<form method="post" action="/transfers/${transfer.id}/answer" novalidate data-keep-on-failure>${formFields(keys)}
${radios({
  name: 'outcome',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What did it answer?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'accepted', text: 'It accepts' },
    { value: 'refused', text: 'It refuses' },
  ],
  value: typed(sent, 'outcome'),
  errorMessage: errors.of('outcome'),
})}
${textarea({ name: 'reason', rows: 3, label: { text: 'Who answered, and what they said', classes: 'govuk-label--s' }, value: typed(sent, 'reason'), errorMessage: errors.of('reason') })}
${button({ text: 'Record the answer', preventDoubleClick: true })}</form>`
  return html`${transfer.toAuthority ? answer : nothing}
<form method="post" action="/transfers/${transfer.id}/withdraw" novalidate>${formFields(keys)}
${button({ text: 'Take the request back', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}

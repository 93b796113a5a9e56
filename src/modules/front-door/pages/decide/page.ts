import { type FormKeys, formFields } from '#platform/http'
import { codesOf, codeWords } from '#reference'
import {
  button,
  checkboxes,
  details,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  input,
  nothing,
  select,
  tag,
  textarea,
} from '#ui'
import type { NamedFamily } from '../../queries/familiesNamed.ts'
import type { Contact } from '../../queries/readContact.ts'
import type { ChildFacts } from '../../rules/checkDecision.ts'
import { outcomes, outcomeWords } from '../../rules/contactWords.ts'
import { namedWords } from '../../rules/namedWords.ts'
import { familiesHtml } from './familiesHtml.ts'
import { childFields, FOR_ALL } from './form.ts'
import { needsHtml } from './needsHtml.ts'

export type DecideView = Contact & {
  readonly children: readonly ChildFacts[]
  /** In which the matched children stand. */
  readonly families: readonly NamedFamily[]
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly form: FormKeys
  readonly notice: Html | null
}

/** Why the threshold is met or not, for the one who referred. */
export const thresholdHtml = (sent: Readonly<Record<string, unknown>>, errors: FieldErrors): Html =>
  textarea({
    name: 'threshold',
    rows: 3,
    label: { text: 'Why, for the referrer (optional)', classes: 'govuk-label--s' },
    hint: {
      text: 'The referrer reads it with the decision. Name nobody. Left empty, they read the usual words of the threshold',
    },
    value: text(sent['threshold']),
    errorMessage: errors.of('threshold'),
  })

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const choices = outcomes.map(value => ({ value, text: outcomeWords[value] }))

/** The threshold decision: once for all children, and for one child apart where it differs. */
export function decidePage(view: DecideView): Html {
  const { contact, children, sent, errors } = view
  const isPartner = contact.channel === 'partner_form'
  return html`${view.notice ?? nothing}${errorsAbove(errors)}
<span class="govuk-caption-l">Contact ${contact.reference}</span>
<h1 class="govuk-heading-l">Decide</h1>
<form method="post" action="/front-door/contacts/${contact.id}/decide" novalidate data-keep-on-failure>${formFields(view.form)}
<input type="hidden" name="version" value="${contact.version}">
${details({ summaryText: 'What was said', html: html`<div class="kith-typed">${contact.worries}</div>` })}
${children.length > 1 ? forAll(view) : nothing}
${children.length === 0 ? outcomeSelect(view, null, 'Decision') : children.map(child => childHtml(view, child))}
${familiesHtml(view.families, sent, errors)}
${textarea({
  name: 'reasons',
  rows: 5,
  label: { text: 'Reasons', classes: 'govuk-label--s' },
  hint: { text: 'The family may read this one day. Neither the referrer nor other agencies see it' },
  value: text(sent['reasons']),
  errorMessage: errors.of('reasons'),
})}
${input({ name: 'signposted_to', label: { text: 'Signposted to' }, hint: { text: 'Needed for no further action' }, value: text(sent['signposted_to']), errorMessage: errors.of('signposted_to') })}
${censusHtml(view)}${needsHtml(view)}
${isPartner ? html`${thresholdHtml(sent, errors)}${checkboxes({ name: 'answer', items: [{ value: 'yes', text: 'Answer the partner in Kith now, in the usual words' }], values: ['version' in sent ? text(sent['answer']) : 'yes'] })}` : nothing}
<div class="govuk-button-group">${button({ text: 'Decide', preventDoubleClick: true })}<a class="govuk-link" href="/front-door/contacts/${contact.id}">Cancel</a></div>
</form>`
}

const forAll = ({ sent, errors }: DecideView): Html =>
  select({
    name: FOR_ALL,
    label: { text: 'Decision for every child', classes: 'govuk-label--s' },
    items: [{ value: '', text: 'Choose, or decide child by child' }, ...choices],
    value: text(sent[FOR_ALL]),
    errorMessage: errors.of(FOR_ALL),
  })

function outcomeSelect(
  { sent, errors, children }: DecideView,
  child: ChildFacts | null,
  label: string,
): Html {
  const { outcome } = childFields(child?.namedId ?? null)
  const usual = child?.openReferralId ? 'passed_to_open_work' : ''
  return select({
    name: outcome,
    label: { text: label, classes: 'govuk-label--s' },
    items: [{ value: '', text: children.length > 1 ? 'As for every child' : 'Choose' }, ...choices],
    value: text(sent[outcome]) || usual,
    errorMessage: errors.of(outcome),
  })
}

function childHtml(view: DecideView, child: ChildFacts): Html {
  const named = view.people.find(({ id }) => id === child.namedId)
  const name = named ? namedWords(named) : 'Child'
  const { reasons } = childFields(child.namedId)
  const own = textarea({
    name: reasons,
    rows: 3,
    label: { text: `Reasons for ${name} alone` },
    value: text(view.sent[reasons]),
    errorMessage: view.errors.of(reasons),
  })
  const state = child.openReferralId
    ? html`<p class="govuk-body">${tag({ text: 'Open now', classes: 'govuk-tag--blue' })} A second referral is not opened: what is new goes to the work that is open.</p>`
    : child.personId === null
      ? html`<p class="govuk-body">${tag({ text: 'Not matched', classes: 'govuk-tag--grey' })} Match or add this child before anything but advice.</p>`
      : nothing
  const isOpen = text(view.sent[reasons]) !== ''
  const apart = details({ summaryText: `Other reasons for ${name}`, html: own, open: isOpen })
  return html`${outcomeSelect(view, child, `Decision for ${name}`)}${state}${view.children.length > 1 ? apart : nothing}`
}

function censusHtml({ contact, sent, errors }: DecideView): Html {
  const codes = (set: 'referralSource' | 'primaryNeed') => [
    { value: '', text: 'Not known' },
    ...codesOf(set).map(code => ({ value: code, text: codeWords(set, code) })),
  ]
  return html`${select({
    name: 'primary_need',
    label: { text: 'Primary need', classes: 'govuk-label--s' },
    hint: { text: 'The children in need census asks for it' },
    items: codes('primaryNeed'),
    value: text(sent['primary_need']) || (contact.primary_need ?? ''),
    errorMessage: errors.of('primary_need'),
  })}${select({
    name: 'source',
    label: { text: 'Source', classes: 'govuk-label--s' },
    hint: { text: 'The children in need census asks for it' },
    items: codes('referralSource'),
    value: text(sent['source']) || (contact.source ?? ''),
    errorMessage: errors.of('source'),
  })}`
}

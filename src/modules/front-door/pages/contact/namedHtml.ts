import { describePartialDate, type RelationshipKind, relationshipWord } from '#modules/people'
import { formFields } from '#platform/http'
import { codeWords } from '#reference'
import { button, details, formatDate, type Html, html, input, nothing, tag } from '#ui'
import type { NamedRow } from '../../queries/readContact.ts'
import { roleWords } from '../../rules/contactWords.ts'
import { namedWords } from '../../rules/namedWords.ts'
import { relations } from '../contact-form/personFields.ts'
import { candidatesHtml } from './candidatesHtml.ts'
import { historyHtml } from './historyHtml.ts'
import type { ContactView } from './view.ts'

/** Everyone named: whom the record knows already, who is new, who was named in error. */
export function namedHtml(view: ContactView): Html {
  const present = view.people.filter(({ removed_at }) => removed_at === null)
  const removed = view.people.filter(({ removed_at }) => removed_at !== null)
  return html`<section id="people"><h2 class="govuk-heading-m">Who it is about</h2>
${present.length === 0 ? html`<p class="govuk-body">Nobody is named.</p>` : present.map(named => card(view, named))}
${removed.map(
  named =>
    html`<p class="govuk-body"><s>${namedWords(named)}</s>, named in error: ${named.removed_reason ?? ''}</p>`,
)}</section>`
}

function card(view: ContactView, named: NamedRow): Html {
  return html`<div class="govuk-summary-card"><div class="govuk-summary-card__title-wrapper">
<h3 class="govuk-summary-card__title">${namedWords(named)} ${stateTag(named)}</h3></div>
<div class="govuk-summary-card__content"><p class="govuk-body">${factsLine(named)}</p>
${named.person_id ? historyHtml(view, named.person_id) : nothing}
${actions(view, named)}</div></div>`
}

const stateTag = ({ person_id }: NamedRow): Html =>
  person_id
    ? tag({ text: 'In the record', classes: 'govuk-tag--green' })
    : tag({ text: 'Not matched', classes: 'govuk-tag--grey' })

/** Role and birth date stand first: a mother and child may share a name. */
export function factsLine(named: NamedRow): string {
  const relation = relations.find(kind => kind === named.relation)
  return [
    roleWords[named.role],
    named.date_of_birth &&
      `born ${describePartialDate({ date: named.date_of_birth, precision: named.date_of_birth_precision })}`,
    named.expected_delivery_on && `expected ${formatDate(named.expected_delivery_on)}`,
    named.relation &&
      (relation ? relationshipWord(relation as RelationshipKind, 'as_recorded', named.sex) : named.relation),
    named.school,
    named.identifier,
    named.ethnicity && codeWords('ethnicity', named.ethnicity),
    named.disability && codeWords('disability', named.disability),
  ]
    .filter(Boolean)
    .join(', ')
}

function actions(view: ContactView, named: NamedRow): Html {
  const { contact, standing, form, isPast } = view
  if (contact.decided_at !== null || !standing.mayDecide || isPast) return nothing
  const action = `/front-door/contacts/${contact.id}/people/${named.id}`
  const candidates = view.candidates.get(named.id) ?? []
  return html`<form method="post" action="${action}" novalidate>${formFields(form)}
<button type="submit" hidden name="act" value=""></button>
${named.person_id ? nothing : candidatesHtml(candidates, named)}
${named.person_id ? nothing : newPerson(candidates.length > 0, named)}
${undo(view, named)}</form>`
}

const newPerson = (hasCandidates: boolean, named: NamedRow): Html =>
  button({
    html: html`${hasCandidates ? 'None of these: add a new person' : 'New person: add to the record'}<span class="govuk-visually-hidden">, ${namedWords(named)}</span>`,
    name: 'act',
    value: hasCandidates ? 'new_after_looking' : 'new',
    classes: 'govuk-button--secondary govuk-!-margin-bottom-2',
    preventDoubleClick: true,
  })

function undo({ errors, sent }: ContactView, named: NamedRow): Html {
  const field = `reason-${named.id}`
  const back = named.person_id
    ? button({ text: 'Take the match back', name: 'act', value: 'undo', classes: 'govuk-button--secondary' })
    : nothing
  const typed = sent[field]
  return details({
    summaryHtml: html`${named.person_id ? 'Matched or named in error' : 'Named in error'}<span class="govuk-visually-hidden">: ${namedWords(named)}</span>`,
    open: errors.of(field) !== undefined,
    html: html`${back}${input({
      name: field,
      label: { text: 'Why does this person not belong here?' },
      value: typeof typed === 'string' ? typed : '',
      errorMessage: errors.of(field),
    })}${button({ text: 'Remove from this contact', name: 'act', value: 'remove', classes: 'govuk-button--warning' })}`,
  })
}

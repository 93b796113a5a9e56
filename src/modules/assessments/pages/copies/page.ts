import { copiedWordsHtml, copyHeldHtml } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
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
  radios,
  textarea,
  warningText,
} from '#ui'
import { decided, decidedWords } from '../../document/familyCopy.ts'
import type { WholeAssessment } from '../../queries/readWhole.ts'
import { documentHtml } from '../workspace/closedPage.ts'
import type { OpenedCopy } from './openCopy.ts'

/** How a copy may be given. */
export const ways = ['read_together', 'by_hand', 'post', 'other'] as const
const wayWords: Readonly<Record<(typeof ways)[number], string>> = {
  read_together: 'Read together',
  by_hand: 'Given by hand',
  post: 'By post',
  other: 'In another way',
}

/** Who may be given a copy, and who was. */
export function copiesPage(whole: WholeAssessment): Html {
  const { joint, adults, shares } = whole
  const path = `/assessments/${joint.id}/copies`
  const people = [
    ...adults.filter(({ childIds }) => childIds.length > 0).map(({ person }) => person),
    ...joint.children.filter(({ person }) => !person.isUnborn).map(({ person }) => person),
  ]
  return html`<h1 class="govuk-heading-l">Copies for the family</h1>
<p class="govuk-body">Each copy is made for one person. It leaves out what other adults said, what third parties told, and addresses that must not be disclosed.</p>
<ul class="govuk-list">${people.map(person => {
    const given = shares.filter(({ recipientId }) => recipientId === person.id)
    const when = given.map(({ sharedOn, how }) => `${formatDate(sharedOn)}, ${wayWords[how].toLowerCase()}`)
    return html`<li><a class="govuk-link" href="${path}/${person.id}">${person.displayName}</a>${when.length > 0 ? `: given ${when.join('; ')}` : ': not given yet'}</li>`
  })}</ul>`
}

/** The copy as it would be given: for whom, what is left out, and the text itself. */
export function copyPage(view: {
  readonly opened: OpenedCopy
  readonly keys: FormKeys
  readonly errors: FieldErrors
  readonly sent: Readonly<Record<string, unknown>>
  readonly today: Temporal.PlainDate
}): Html {
  const { opened, errors } = view
  const path = `/assessments/${opened.whole.joint.id}/copies/${opened.recipientId}`
  const query = opened.included.map(one => `include=${one}`).join('&')
  const asked = query === '' ? '' : `?${query}`
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Copy for one of the family</h1>
<p class="govuk-body-l">For ${opened.name}</p>
${warningText({ text: 'Read it through before you give it: texts may speak of other people in words that no program finds.', iconFallbackText: 'Warning' })}
${guardedHtml(opened)}
<h2 class="govuk-heading-m">What is left out</h2>
<ul class="govuk-list govuk-list--bullet">${opened.copy.leftOut.map(line => html`<li>${line}</li>`)}</ul>
${opened.recipient.kind === 'adult' ? includeForm(opened, path) : nothing}
${opened.faults.hits.length > 0 ? held(opened) : button({ text: 'Print this copy (PDF)', href: `${path}/print${asked}`, classes: 'govuk-button--secondary' })}
<div class="kith-print-preview">${documentHtml(opened.copy.parts)}</div>
${opened.whole.joint.mayWrite && opened.faults.hits.length === 0 ? shareForm(view, `${path}${asked}`) : nothing}`
}

/** No program knows which of the words are still those that were taken in: whoever gives the copy looks for them. */
function guardedHtml({ guarded, name }: OpenedCopy): Html {
  if (guarded.length === 0) return nothing
  return html`${warningText({
    text: 'This assessment has taken in words from the work with somebody who was harmed or who harms. Look for them below, and take out what this person must not read.',
    iconFallbackText: 'Warning',
  })}
<p class="govuk-body">Not from the work with ${name}:</p>
<ul class="govuk-list govuk-list--bullet">${guarded.map(line => html`<li>${line}</li>`)}</ul>`
}

/** Asked in the same field where words of notes are met: one reason for whatever stands in the copy of somebody else. */
function guardedReason({ guarded, faults }: OpenedCopy, errors: FieldErrors, typed: string): Html {
  if (guarded.length === 0 || faults.copied.length > 0) return nothing
  return textarea({
    name: 'copied_reason',
    rows: 2,
    label: {
      text: 'Why may this person read what was taken in from the work with somebody else, or what did you take out?',
      classes: 'govuk-label--s',
    },
    value: typed,
    errorMessage: errors.of('copied_reason'),
  })
}

/** Who may not change the words is told who does. */
const held = ({ faults, whole }: OpenedCopy): Html =>
  html`${copyHeldHtml(faults)}${whole.joint.mayWrite ? nothing : html`<p class="govuk-body">Ask the worker who holds the case to change it.</p>`}`

function includeForm({ included }: OpenedCopy, path: string): Html {
  return html`<form method="get" action="${path}">
${checkboxes({
  name: 'include',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Decide to include', classes: 'govuk-fieldset__legend--s' } },
  items: decided.map(one => ({ value: one, text: decidedWords[one] })),
  values: [...included],
})}
${button({ text: 'Show it so', classes: 'govuk-button--secondary' })}
</form>`
}

function shareForm(
  { opened, keys, errors, sent, today }: Parameters<typeof copyPage>[0],
  action: string,
): Html {
  const typed = dateFieldsFrom(sent, 'shared')
  const reason = typeof sent['copied_reason'] === 'string' ? sent['copied_reason'] : ''
  return html`<h2 class="govuk-heading-m">Record that it was given</h2>
<form method="post" action="${action}" novalidate>
${formFields(keys)}
${radios({
  name: 'how',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'How?', classes: 'govuk-fieldset__legend--s' } },
  items: ways.map(way => ({ value: way, text: wayWords[way] })),
  value: typeof sent['how'] === 'string' ? sent['how'] : undefined,
  errorMessage: errors.of('how'),
})}
${dateFields({ name: 'shared', legend: 'Given on', value: typed.day === undefined ? today : typed, error: errors.of('shared') })}
${copiedWordsHtml(opened.faults, errors, reason)}${guardedReason(opened, errors, reason)}
${button({ text: 'Record', preventDoubleClick: true })}
</form>`
}

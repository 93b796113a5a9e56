import {
  checkboxes,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  input,
  nothing,
  radios,
  warningText,
} from '#ui'
import type { ComparedSide, Comparison } from '../queries/comparison.ts'
import type { Tie } from '../queries/tiesOf.ts'
import type { MergeChoices } from '../rules/mergeChoices.ts'
import { confirmationWords } from '../rules/mergeWarnings.ts'
import { personFacts } from '../rules/personFacts.ts'
import { shownValue } from './shownValue.ts'

const kinds: Readonly<Record<Tie['kind'], string>> = {
  allocation: 'Allocated',
  involvement: 'Involved',
  family_member: 'In family',
  transfer: 'Transfer asked for',
}

const small = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** What must happen at the front door before these two can be merged, with the way there. */
export function contactsFirst({ contacts }: Comparison): Html {
  if (contacts.length === 0) return nothing
  return html`<div class="govuk-inset-text"><p class="govuk-body">A contact that nobody has decided yet names one of these people. The front door may still take the match back, so it is decided first:</p>
<ul class="govuk-list govuk-list--bullet">${contacts.map(({ id, reference }) => html`<li><a class="govuk-link" href="/front-door/contacts/${id}">Contact ${reference}</a></li>`)}</ul></div>`
}

/** Everything that must be chosen before two records can be one. What is chosen already is shown so. */
export function choiceFields(
  view: Comparison,
  chosen: MergeChoices | null,
  typed: string,
  errors: FieldErrors,
): Html {
  const { survivor, merged, conflicts, warnings } = view
  return html`${conflicts.length === 0 ? nothing : html`<h2 class="govuk-heading-m">Which is right?</h2>`}
${personFacts
  .filter(([column]) => conflicts.includes(column))
  .map(([column, words]) =>
    radios({
      name: `person_${column}`,
      idPrefix: `person_${column}`,
      fieldset: small(words),
      errorMessage: errors.of(`person_${column}`),
      value: chosen?.person[column],
      items: [
        { value: 'survivor', text: shownValue(column, survivor) },
        { value: 'merged', text: shownValue(column, merged) },
      ],
    }),
  )}
${mainName(survivor, merged, chosen)}
${view.numbers.length === 0 ? nothing : rightNumber(view, chosen, errors)}
${view.referrals.length === 0 ? nothing : openReferral(view, chosen, errors)}
${view.ties.length === 0 ? nothing : holdings(view, chosen)}
${warnings.length === 0 ? nothing : warned(view, typed, errors)}`
}

/** @returns the present main names of both records, the survivor's first */
export const mainNames = (survivor: ComparedSide, merged: ComparedSide) =>
  [survivor, merged].flatMap(({ details }) =>
    details.names.filter(row => row.is_main && row.ended_on === null),
  )

function mainName(survivor: ComparedSide, merged: ComparedSide, chosen: MergeChoices | null): Html {
  const names = mainNames(survivor, merged)
  if (names.length < 2) return nothing
  return radios({
    name: 'main_name',
    idPrefix: 'main_name',
    fieldset: small('Which is the main name?'),
    hint: { text: 'The other stays on the record as a name too' },
    value: chosen?.main_name ?? names[0]?.id,
    items: names.map(row => ({ value: row.id, text: [row.given, row.family].filter(Boolean).join(' ') })),
  })
}

const rightNumber = (view: Comparison, chosen: MergeChoices | null, errors: FieldErrors): Html =>
  html`${warningText({ text: 'The records have two different NHS numbers, both of them valid. One person has one. Merge only when you know which of them is wrong' })}
${radios({
  name: 'right_number',
  idPrefix: 'right_number',
  fieldset: small('Which NHS number is right?'),
  hint: { text: 'The other is ended as wrong' },
  errorMessage: errors.of('right_number'),
  value: chosen?.right_number ?? undefined,
  items: view.numbers.map(row => ({ value: row.id, text: row.value })),
})}`

const openReferral = (view: Comparison, chosen: MergeChoices | null, errors: FieldErrors): Html =>
  radios({
    name: 'referral',
    idPrefix: 'referral',
    fieldset: small('Which open referral goes on?'),
    hint: { text: 'The other closes today. Its assessments and plans go on under this one' },
    errorMessage: errors.of('referral'),
    value: chosen?.referral ?? undefined,
    items: view.referrals.map(row => ({
      value: row.id,
      text: `Received ${formatDate(row.receivedOn)}, of the record that ${whose(view, row.personId)}`,
    })),
  })

const whose = (view: Comparison, personId: string): string =>
  personId === view.survivor.details.summary.id ? 'goes on' : 'is merged'

function holdings(view: Comparison, chosen: MergeChoices | null): Html {
  const isChosen = (tie: Tie) =>
    chosen ? chosen.holdings.includes(tie.id) : tie.personId === view.survivor.details.summary.id
  return html`<h2 class="govuk-heading-m">Who reaches the record from now on</h2>
<p class="govuk-body">Whoever is ticked, with their managers, reads all of the one record, confidential addresses included.
What is not ticked ends. Restrictions, named lists and conflicts of interest of both records go on: one that leaves somebody out is enough.
Records opened with a reason close.</p>
${checkboxes({
  name: 'holdings',
  idPrefix: 'holdings',
  fieldset: small('Which of these go on?'),
  items: view.ties.map(tie => ({
    value: tie.id,
    text: `${kinds[tie.kind]}: ${tie.who} (${tie.role.replaceAll('_', ' ')}${tie.startedOn ? `, since ${formatDate(tie.startedOn)}` : ''}), of the record that ${whose(view, tie.personId)}`,
    checked: isChosen(tie),
  })),
})}`
}

const warned = (view: Comparison, typed: string, errors: FieldErrors): Html =>
  html`${view.warnings.map(({ text }) => warningText({ text }))}
${input({
  id: 'one_person',
  name: 'one_person',
  label: { text: `To go on, type ${confirmationWords}`, classes: 'govuk-label--s' },
  value: typed,
  errorMessage: errors.of('one_person'),
  classes: 'govuk-input--width-10',
  autocomplete: 'off',
})}`

import { checkboxes, dateFields, dateFieldsFrom, type Html, html, input, radios, select } from '#ui'
import { noteKinds, visitOutcomes, visitPurposes } from '../../rules/visit.ts'
import { kindWords, noteTitle, outcomeWords, purposeWords } from '../../rules/visitWords.ts'
import { folded } from './folded.ts'
import type { VisitFormView } from './visitFormView.ts'
import { textOf } from './visitValues.ts'

type Part = Pick<VisitFormView, 'values' | 'errors'>

const NO_PURPOSE = 'Not a visit that the law asks for'

/** What is recorded, for which time limit it counts, whether it took place and where: said in the line that opens it. */
export function kindFields(view: Part): Html {
  return folded(view, {
    words: `${kindLine(view)}: change this, or add the place`,
    fields: { kind: 'visit', outcome: 'held', place: '' },
    html: html`${kindRadios(view)}${purposeSelect(view)}${outcomeRadios(view)}${placeInput(view)}`,
  })
}

function kindLine({ values }: Part): string {
  const [kind, purpose, outcome] = ['kind', 'purpose', 'outcome'].map(name => textOf(values, name))
  if (!kind) return 'Not said what this is'
  const title = noteTitle({ kind, purpose: purpose || null, outcome: outcome || 'held' })
  const asked = kind === 'visit' && !purpose ? ', not one that the law asks for' : ''
  return `${title}${asked}${outcome === 'held' ? ', took place' : ''}`
}

const kindRadios = ({ values, errors }: Part): Html =>
  radios({
    name: 'kind',
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: 'What are you recording?', classes: 'govuk-fieldset__legend--s' } },
    items: noteKinds.map(kind => ({ value: kind, text: kindWords[kind] })),
    value: textOf(values, 'kind'),
    errorMessage: errors.of('kind'),
  })

const purposeSelect = ({ values }: Part): Html =>
  select({
    name: 'purpose',
    label: { text: 'Purpose of a visit', classes: 'govuk-label--s' },
    hint: { text: 'Which time limit it counts for' },
    items: [
      { value: '', text: NO_PURPOSE },
      ...visitPurposes.map(purpose => ({ value: purpose, text: purposeWords[purpose] })),
    ],
    value: textOf(values, 'purpose'),
  })

const outcomeRadios = ({ values }: Part): Html =>
  radios({
    name: 'outcome',
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: { legend: { text: 'Did it take place?', classes: 'govuk-fieldset__legend--s' } },
    items: visitOutcomes.map(outcome => ({ value: outcome, text: outcomeWords[outcome] })),
    value: textOf(values, 'outcome'),
  })

const placeInput = ({ values, errors }: Part): Html =>
  input({
    name: 'place',
    label: { text: 'Place', classes: 'govuk-label--s' },
    hint: { text: 'For example, at home, at school' },
    value: textOf(values, 'place'),
    errorMessage: errors.of('place'),
  })

/** What follows from it: a line of the short chronology, and the next visit. */
export function afterwardsFields(view: Part): Html {
  const { values, errors } = view
  return folded(view, {
    words: 'Chronology and next visit',
    fields: { significant: '', impact: '', 'next-day': '', 'next-month': '', 'next-year': '' },
    alsoErrorsOf: ['next'],
    html: html`${checkboxes({
      name: 'significant',
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'This belongs in the short chronology' }],
      values: [textOf(values, 'significant')],
    })}
${input({
  name: 'impact',
  label: { text: 'If so, what does it mean for the children, in one line?', classes: 'govuk-label--s' },
  value: textOf(values, 'impact'),
  errorMessage: errors.of('impact'),
})}
${dateFields({
  name: 'next',
  legend: 'Next visit (optional)',
  hint: 'Makes a task for you',
  value: dateFieldsFrom(values, 'next'),
  error: errors.of('next'),
})}`,
  })
}

import { relationshipWord } from '#modules/people'
import { codesOf, codeWords } from '#reference'
import {
  button,
  dateFields,
  dateFieldsFrom,
  type FieldErrors,
  fieldset,
  type Html,
  html,
  input,
  nothing,
  select,
} from '#ui'
import { mostNamed } from '../../rules/contactWanted.ts'
import { roleWords } from '../../rules/contactWords.ts'
import { ROWS } from './changeRows.ts'
import { personFields, relations, roleOf, rowsOf, type Typed, typed } from './personFields.ts'

/** Everyone the contact is about, a fieldset each, with buttons that add and remove one. They work without JavaScript. */
export function peopleHtml(sent: Typed, errors: FieldErrors, asksNumbers: boolean): Html {
  const rows = rowsOf(sent)
  return html`<h2 class="govuk-heading-m" id="people">Who is it about?</h2>
<p class="govuk-body">Leave empty what you do not know. If you only know the year somebody was born, enter the year.</p>
${rows.map((row, place) => personRow(sent, row, place, errors, asksNumbers))}
${
  rows.length >= mostNamed
    ? html`<p class="govuk-body">Name anyone else in what worries you.</p>`
    : html`<div class="govuk-button-group">${addButton('add-child', 'Add a child')}
${addButton('add-unborn', 'Add an unborn child')}${addButton('add-adult', 'Add an adult')}</div>`
}`
}

const addButton = (value: string, text: string): Html =>
  button({ text, name: ROWS, value, classes: 'govuk-button--secondary' })

function personRow(sent: Typed, row: number, place: number, errors: FieldErrors, asksNumbers: boolean): Html {
  const role = roleOf(sent, row) ?? 'child'
  const at = personFields(row)
  const who = `${roleWords[role]}, person ${place + 1}`
  const text = (name: string, label: string, classes = 'govuk-!-width-two-thirds') =>
    input({
      name,
      label: { text: label },
      classes,
      value: typed(sent, name),
      errorMessage: errors.of(name),
      autocomplete: 'off',
    })
  const born = dateFields({
    name: at.born,
    legend: 'Date of birth',
    value: dateFieldsFrom(sent, at.born),
    error: errors.of(at.born),
  })
  const content = html`<input type="hidden" name="${at.role}" value="${role}">
${text(at.given, 'Given name')}${text(at.family, 'Family name')}
${role === 'unborn_child' ? expected(sent, at.expected, errors) : born}
${role === 'adult' ? relation(sent, at.relation) : nothing}
${role === 'child' ? html`${sex(sent, at.sex)}${text(at.school, 'School or nursery')}` : nothing}
${role === 'child' && asksNumbers ? census(sent, at) : nothing}
${asksNumbers && role !== 'unborn_child' ? text(at.number, 'NHS number or UPN', 'govuk-input--width-20') : nothing}
${button({ html: html`Remove<span class="govuk-visually-hidden"> ${who}</span>`, name: ROWS, value: `remove-${row}`, classes: 'govuk-button--secondary govuk-!-margin-bottom-6' })}`
  return fieldset({ legend: { text: who, classes: 'govuk-fieldset__legend--s' }, html: content })
}

const expected = (sent: Typed, name: string, errors: FieldErrors): Html =>
  dateFields({
    name,
    legend: 'Expected date of birth',
    value: dateFieldsFrom(sent, name),
    error: errors.of(name),
  })

const relation = (sent: Typed, name: string): Html =>
  select({
    name,
    label: { text: 'What are they to the children?' },
    value: typed(sent, name),
    items: [
      { value: '', text: 'Not known' },
      ...relations.map(kind => ({
        value: kind,
        text: sentence(relationshipWord(kind, 'as_recorded', null)),
      })),
    ],
  })

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What the census asks of a child besides; left as not known by who does not know it. */
const census = (sent: Typed, at: ReturnType<typeof personFields>): Html =>
  html`${(['ethnicity', 'disability'] as const).map(set =>
    select({
      name: at[set],
      label: { text: sentence(set) },
      value: typed(sent, at[set]),
      items: [
        { value: '', text: 'Not known' },
        ...codesOf(set).map(code => ({ value: code, text: codeWords(set, code) })),
      ],
    }),
  )}`

const sex = (sent: Typed, name: string): Html =>
  select({
    name,
    label: { text: 'Sex' },
    value: typed(sent, name),
    items: [
      { value: '', text: 'Not said' },
      { value: 'F', text: 'Female' },
      { value: 'M', text: 'Male' },
      { value: 'U', text: 'Not known' },
    ],
  })

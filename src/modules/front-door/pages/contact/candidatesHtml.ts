import { describePartialDate } from '#modules/people'
import { button, denseTable, type Html, html, nothing } from '#ui'
import type { Candidate } from '../../queries/candidatesFor.ts'
import type { NamedRow } from '../../queries/readContact.ts'
import { roleWords } from '../../rules/contactWords.ts'
import { namedWords } from '../../rules/namedWords.ts'

/** Those of the record who may be the one named, side by side with what the contact says. Nobody is chosen beforehand. */
export function candidatesHtml(candidates: readonly Candidate[], named: NamedRow): Html {
  if (candidates.length === 0)
    return html`<p class="govuk-body">Nobody like this was found in the record.</p>`
  const said = [
    { text: 'This contact' },
    { text: namedWords(named) },
    { text: roleWords[named.role] },
    { text: bornOf(named.date_of_birth, named.date_of_birth_precision) },
    { text: '' },
    { text: '' },
  ]
  return denseTable({
    caption: 'May be the same person',
    captionClasses: 'govuk-table__caption--s',
    head: ['Where', 'Name', 'Child or adult', 'Born', 'What to know', 'Choose'].map(text => ({ text })),
    rows: [said, ...candidates.map(candidate => row(candidate, named))],
  })
}

const bornOf = (date: Temporal.PlainDate | null, precision: NamedRow['date_of_birth_precision']): string =>
  date ? describePartialDate({ date, precision }) : 'Not known'

function row({ id, found, isOtherRole }: Candidate, named: NamedRow) {
  const same = html`${button({
    html: html`Same person<span class="govuk-visually-hidden"> as ${namedWords(named)}</span>`,
    name: 'act',
    value: `same:${id}`,
    classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    preventDoubleClick: true,
  })}`
  if (!found.held)
    return [
      { text: 'Record' },
      { text: found.initials || 'No name recorded' },
      { text: 'Not shown' },
      { text: found.birthYear === null ? 'Not known' : String(found.birthYear) },
      { text: 'Strong match, outside your work: opens to the front door when you choose it' },
      { html: same },
    ]
  const { person } = found
  const isOtherBirth =
    named.date_of_birth !== null &&
    person.dateOfBirth !== null &&
    !named.date_of_birth.equals(person.dateOfBirth)
  return [
    { text: 'Record' },
    { html: html`<a class="govuk-link" href="/people/${id}">${person.displayName}</a>, ${person.age}` },
    {
      text: person.isUnborn
        ? 'Unborn child'
        : person.isChild === null
          ? 'Not known'
          : person.isChild
            ? 'Child'
            : 'Adult',
    },
    { text: bornOf(person.dateOfBirth, person.dateOfBirthPrecision) },
    {
      html: html`${warning(isOtherRole, isOtherBirth, named)}${found.flags.map(({ text }) => html` ${text}`)}`,
    },
    { html: same },
  ]
}

function warning(isOtherRole: boolean, isOtherBirth: boolean, named: NamedRow): Html {
  if (isOtherRole)
    return html`<strong>Recorded as ${named.role === 'adult' ? 'a child' : 'an adult'}, named as ${named.role === 'adult' ? 'an adult' : 'a child'}.</strong>`
  return isOtherBirth ? html`<strong>Another date of birth.</strong>` : nothing
}

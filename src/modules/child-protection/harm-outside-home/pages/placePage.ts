import { dayValues, type FormValues, lineField, oneOf, textField, typedText } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  dateFields,
  dateFieldsFrom,
  details,
  type FieldErrors,
  figure,
  formatDate,
  type Html,
  html,
  nothing,
  summaryList,
} from '#ui'
import type { LinkNames } from '../queries/linkNames.ts'
import type { Link, Place } from '../rules/harm.ts'
import { placeKinds, placeRisks } from '../rules/words.ts'
import { tieFigure, tieTable } from './tieTable.ts'

/** What is known of a place. */
export const placeFacts = (found: Place): Html => html`<h1 class="govuk-heading-l">${found.name}</h1>
${summaryList({
  rows: (
    [
      ['What', placeKinds[found.kind]],
      ['Where', found.located ?? 'Not recorded'],
      ['What makes it a risk', found.known],
      ['Risk there', placeRisks[found.risk]],
      ['Known since', formatDate(found.notedOn)],
      ['Ended', found.endedOn === null ? 'No' : formatDate(found.endedOn)],
    ] as const
  ).map(([key, value]) => ({
    key: { text: key },
    value: { html: typedText(value) },
  })),
})}
<p class="govuk-body">You see the ties of children whose records you read.</p>`

/** The ties of children whom the reader reads. */
export function tiesAt(found: Place, links: readonly Link[], names: LinkNames): Html {
  if (links.length === 0) return nothing
  const name = (link: Link) => names.people.get(link.personId) ?? 'A child'
  const present = links.filter(({ endedOn }) => endedOn === null)
  return html`${
    present.length === 0
      ? nothing
      : figure(
          tieFigure(
            'The place',
            found.name,
            present.map(link => ({ label: name(link), link })),
          ),
        )
  }
${tieTable(
  'Ties',
  links.map(link => ({
    label: html`<a class="govuk-link" href="/people/${link.personId}/harm">${name(link)}</a>`,
    link,
  })),
)}`
}

/** Says anew what is known of it. */
export function placeChangeForm(found: Place, sent: FormValues, errors: FieldErrors, form: FormKeys): Html {
  const isSent = sent['placeName'] !== undefined
  const standing = {
    placeName: found.name,
    placeKind: found.kind,
    located: found.located ?? '',
    known: found.known,
    placeRisk: found.risk,
    ...dayValues('ended', found.endedOn),
  }
  const values = isSent ? sent : standing
  const of = { values, errors }
  return details({
    summaryText: 'Change what is known of this place',
    open: isSent,
    html: html`<form method="post" action="/harm/places/${found.id}" novalidate data-keep-on-failure>${formFields(form)}
<input type="hidden" name="version" value="${found.version}">
<p class="govuk-hint">Facts of the place alone: they are shared, so they name nobody.</p>
${lineField('placeName', 'Name of the place', of)}
${oneOf('placeKind', 'What kind of place is it?', placeKinds, of)}
${lineField('located', 'Where is it? (optional)', of)}
${textField('known', 'What makes it a risk?', of)}
${oneOf('placeRisk', 'How great is the risk there?', placeRisks, of)}
${dateFields({ name: 'ended', legend: 'No longer a place of harm since (optional)', value: dateFieldsFrom(values, 'ended'), error: errors.of('ended') })}
${button({ text: 'Save', preventDoubleClick: true })}</form>`,
  })
}

import { plainWords, type Unexplained } from '#modules/audit'
import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  denseTable,
  fieldErrors,
  formatDate,
  formatDateTime,
  type Html,
  html,
  input,
  nothing,
  plural,
  radios,
} from '#ui'
import type { Fields } from '../frame/fields.ts'

export const base = '/openings/unexplained'
export type Names = ReadonlyMap<Uuid, string>
export type People = ReadonlyMap<Uuid, PersonSummary>

/** One worker's looks at one record in a week: what they saw, why they could, and what their manager says of it. */
export function lookShown(
  one: Unexplained,
  people: People,
  names: Names,
  fields: Fields,
  keys: FormKeys,
  isPast: boolean,
): Html {
  const whose = people.get(one.personId)?.displayName ?? 'a child whom you may not see'
  const who = names.get(one.actorId) ?? ''
  return html`<section class="govuk-!-margin-bottom-6"><h2 class="govuk-heading-s">${who}, ${whose}</h2>
  ${denseTable({
    caption: `What ${who} looked at`,
    captionClasses: 'govuk-visually-hidden',
    head: ['Week of', 'How often', 'First', 'Parts of the record', 'They could because of'].map(text => ({
      text,
    })),
    rows: [
      [
        { text: formatDate(one.weekOf) },
        { text: plural(one.times, 'time') },
        { text: formatDateTime(one.firstAt) },
        { text: one.resources.map(plainWords).join(', ') },
        {
          text:
            one.relationship === null
              ? 'Their role'
              : one.relationship.split(', ').map(plainWords).join(', '),
        },
      ],
    ],
  })}
  ${one.outcome === null ? nothing : html`<p class="govuk-body">${one.outcome === 'asked' ? 'Asked' : 'Explained'} by ${one.decidedBy ? (names.get(one.decidedBy) ?? '') : ''}: <span class="kith-typed">${one.remark}</span></p>`}
  ${one.outcome === 'explained' || isPast ? nothing : decisionForm(one, who, fields, keys)}</section>`
}

function decisionForm(one: Unexplained, who: string, fields: Fields, keys: FormKeys): Html {
  return html`<form method="post" action="${base}/${one.id}" novalidate data-keep-on-failure>
    ${formFields(keys)}
    ${radios({
      name: 'outcome',
      idPrefix: `outcome-${one.id}`,
      classes: 'govuk-radios--inline govuk-radios--small',
      fieldset: { legend: { text: `Is it explained, ${who}?`, classes: 'govuk-visually-hidden' } },
      items: [
        { value: 'explained', text: 'It is explained' },
        { value: 'asked', text: 'Ask them' },
      ],
      value: fields.typed('outcome'),
      errorMessage: errorOf(fields, 'outcome'),
    })}
    ${input({ name: 'remark', id: `remark-${one.id}`, label: { text: 'What explains it, or what you ask' }, value: fields.typed('remark'), errorMessage: errorOf(fields, 'remark') })}
    ${button({ html: html`Keep<span class="govuk-visually-hidden"> for ${who}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
}

const errorOf = (fields: Fields, name: string) => fieldErrors(fields.issues).of(name)

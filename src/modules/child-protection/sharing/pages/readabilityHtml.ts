import { type Html, html, insetText, nothing } from '#ui'
import { ADVISED_AGE, type Readability } from '../rules/readability.ts'

/** How the words read, as advice; nothing for a text too short to say. */
export function readabilityHtml({ age, smog, hard }: Readability): Html {
  if (age === null) return nothing
  const list = hard.map(one => html`<li>“${one.sentence}” (age ${one.age}, ${one.words} words)</li>`)
  return insetText({
    html: html`<p class="govuk-body">Most people can read this at age ${age}${smog === null ? '' : `; SMOG grade ${smog}`}. ${age <= ADVISED_AGE ? 'That is plain enough for a family.' : `A family should be able to read it at ${ADVISED_AGE}.`}</p>${list.length === 0 ? nothing : html`<p class="govuk-body">Hard sentences:</p><ul class="govuk-list govuk-list--bullet">${list}</ul>`}`,
  })
}

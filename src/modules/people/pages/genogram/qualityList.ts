import { formatDate, type Html, html, nothing } from '#ui'
import { qualityWords } from '../../rules/qualityWords.ts'
import { adding } from './birthLists.ts'
import type { GenogramPage } from './genogramView.ts'

/** Opinions of how people stand with one another in words, each with its author and day, and the way to change them. */
export function qualityList(page: GenogramPage): Html {
  const { view, inner, showsQualities, rights } = page
  const name = (id: Parameters<typeof view.people.get>[0]) => view.people.get(id)?.displayName ?? ''
  const shown = showsQualities ? inner.qualities : []
  const items = shown.map(one => {
    const pair = `${name(one.personId)} and ${name(one.otherId)}`
    const mayChange = one.childId ? rights.held.has(one.childId) : rights.judged.has(one.personId)
    const form = one.childId ? `${one.childId}/details/adults` : `${one.personId}/details/quality`
    const change = mayChange
      ? html` <a class="govuk-link" href="/people/${form}/${one.id}">Change<span class="govuk-visually-hidden"> the opinion about ${pair}</span></a>`
      : nothing
    return html`<li>${pair}: ${qualityWords[one.quality].toLowerCase()}${one.remark ? html`. ${one.remark}` : nothing}
      <span class="govuk-hint">${one.author ?? 'Author not known'}, ${formatDate(one.notedOn)}</span>${change}</li>`
  })
  const adds = [...view.people.values()]
    .filter(({ id }) => rights.judged.has(id))
    .map(
      person =>
        html`<li><a class="govuk-link" href="/people/${person.id}/details/quality">Add an opinion<span class="govuk-visually-hidden"> of how others stand with ${person.displayName}</span></a> about ${person.displayName}</li>`,
    )
  const adults = view.members.filter(({ role }) => role === 'adult').length
  const ofAdults = adults > 1 ? adding(page, 'adults', 'Add an opinion of two adults') : []
  return html`<h2 class="govuk-heading-m">How they stand with one another</h2>
<p class="govuk-hint">These are opinions, each of one person on one day. They are left out of what is printed for the family.</p>
${items.length > 0 ? html`<ul class="govuk-list govuk-list--bullet">${items}</ul>` : html`<p class="govuk-body">${showsQualities ? 'No opinion is recorded for this day.' : 'Not shown.'}</p>`}
${adds.length + ofAdults.length > 0 ? html`<ul class="govuk-list kith-no-print">${adds}${ofAdults}</ul>` : nothing}`
}

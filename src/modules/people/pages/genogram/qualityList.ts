import { formatDate, type Html, html, nothing } from '#ui'
import { qualityWords } from '../../rules/qualityWords.ts'
import type { GenogramPage } from './genogramView.ts'

/** Opinions of how people stand with one another in words, each with its author and day, and the way to change them. */
export function qualityList({ view, qualities, showsQualities, judged }: GenogramPage): Html {
  const name = (id: Parameters<typeof view.people.get>[0]) => view.people.get(id)?.displayName ?? ''
  const shown = showsQualities ? qualities : []
  const items = shown.map(one => {
    const pair = `${name(one.personId)} and ${name(one.otherId)}`
    const change = judged.has(one.personId)
      ? html` <a class="govuk-link" href="/people/${one.personId}/details/quality/${one.id}">Change<span class="govuk-visually-hidden"> the opinion about ${pair}</span></a>`
      : nothing
    return html`<li>${pair}: ${qualityWords[one.quality].toLowerCase()}${one.remark ? html`. ${one.remark}` : nothing}
      <span class="govuk-hint">${one.author ?? 'Author not known'}, ${formatDate(one.notedOn)}</span>${change}</li>`
  })
  const adds = [...view.people.values()]
    .filter(({ id }) => judged.has(id))
    .map(
      person =>
        html`<li><a class="govuk-link" href="/people/${person.id}/details/quality">Add an opinion<span class="govuk-visually-hidden"> of how others stand with ${person.displayName}</span></a> about ${person.displayName}</li>`,
    )
  return html`<h2 class="govuk-heading-m">How they stand with one another</h2>
<p class="govuk-hint">These are opinions, each of one person on one day. They are left out of what is printed for the family.</p>
${items.length > 0 ? html`<ul class="govuk-list govuk-list--bullet">${items}</ul>` : html`<p class="govuk-body">${showsQualities ? 'No opinion is recorded for this day.' : 'Not shown.'}</p>`}
${adds.length > 0 ? html`<ul class="govuk-list kith-no-print">${adds}</ul>` : nothing}`
}

import { type Html, html, nothing } from '#ui'
import type { FamilyView } from '../../queries/familyView.ts'
import { holdsOn } from '../../queries/relationshipsOf.ts'
import { relationshipPhrase } from '../../rules/relationshipWords.ts'

type Group = { readonly phrase: string; readonly entries: Html[] }

/**
 * The drawing in words, and the way to change it: for each person, "Mother of", "Half-brother of" and whom. Each
 * relationship stands with the person of its row, so that every one is there once.
 */
export function relationshipList(
  view: FamilyView,
  writable: ReadonlySet<string>,
  today: Temporal.PlainDate,
): Html {
  const shown = [...view.people.values()].map(person => {
    const groups = new Map<string, Group>()
    for (const row of view.relationships) {
      const other = row.personId === person.id ? view.people.get(row.otherId) : undefined
      if (!other) continue
      const phrase = relationshipPhrase(row.kind, 'as_recorded', person.sex)
      const group = groups.get(phrase) ?? { phrase, entries: [] }
      const change = writable.has(person.id)
        ? html` <a class="govuk-link" href="/people/${person.id}/details/relationship/${row.id}">Change<span class="govuk-visually-hidden"> ${phrase} ${other.displayName}</span></a>`
        : nothing
      const responsible = row.hasParentalResponsibility ? ' (has parental responsibility)' : ''
      const ended = holdsOn(row, today) ? '' : ' (ended)'
      group.entries.push(html`<li>${other.displayName}${responsible}${ended}${change}</li>`)
      groups.set(phrase, group)
    }
    const add = writable.has(person.id)
      ? html`<p class="govuk-body"><a class="govuk-link" href="/people/${person.id}/details/relationship">Add a relationship<span class="govuk-visually-hidden"> of ${person.displayName}</span></a></p>`
      : nothing
    const lists = [...groups.values()].map(
      ({ phrase, entries }) =>
        html`<p class="govuk-body govuk-!-margin-bottom-1">${phrase}</p><ul class="govuk-list govuk-list--bullet">${entries}</ul>`,
    )
    return html`<h3 class="govuk-heading-s">${person.displayName}, ${person.age}</h3>
${lists.length > 0 ? lists : html`<p class="govuk-body">Nobody here is recorded as theirs.</p>`}${add}`
  })
  return html`${shown}`
}

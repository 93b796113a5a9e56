import type { Uuid } from '#platform/ids'
import { type Html, html, nothing } from '#ui'
import { pregnancyLine, twinLine } from './birthLines.ts'
import { type GenogramPage, noneInner } from './genogramView.ts'

/** Pregnancies that ended and what is known of twins, in words, with the way to add, mend and withdraw them. */
export function birthLists(page: GenogramPage): Html {
  const { view, showsQualities, rights } = page
  const { pregnancyEnds, likenesses } = showsQualities ? page.inner : noneInner
  const name = (id: Uuid): string => view.people.get(id)?.displayName ?? ''
  const line = (text: string, whose: Uuid, href: string, about: string): Html =>
    html`<li>${text}${rights.held.has(whose) ? html` <a class="govuk-link" href="${href}">Change or withdraw<span class="govuk-visually-hidden"> ${about}</span></a>` : nothing}</li>`
  const ended = pregnancyEnds.map(one =>
    line(
      pregnancyLine(one, name),
      one.childId,
      `/people/${one.childId}/details/pregnancy/${one.id}`,
      `the pregnancy of ${name(one.motherId)}`,
    ),
  )
  const twins = likenesses.map(one =>
    line(
      twinLine(one, name),
      one.personId,
      `/people/${one.personId}/details/twins/${one.id}`,
      `what is known of ${name(one.personId)} and ${name(one.otherId)}`,
    ),
  )
  const mothers = view.members.filter(({ role, person }) => role === 'adult' && person.sex !== 'M')
  const adds = mothers.length > 0 ? adding(page, 'pregnancy', 'Add a pregnancy that ended') : []
  return html`${section('Pregnancies that ended', ended, adds, page)}
${section('Born together', twins, adding(page, 'twins', 'Add whether twins are identical'), page)}`
}

/** Ways to add: in the record of each child of the family whom the viewer holds. */
export function adding({ view, rights }: GenogramPage, part: string, text: string): readonly Html[] {
  const isTwin = (id: Uuid): boolean =>
    view.relationships.some(
      ({ kind, personId, otherId }) => kind === 'twin' && (personId === id || otherId === id),
    )
  return view.members
    .filter(({ role, person }) => role === 'child' && rights.held.has(person.id))
    .filter(({ person }) => part !== 'twins' || isTwin(person.id))
    .map(
      ({ person }) =>
        html`<li><a class="govuk-link" href="/people/${person.id}/details/${part}">${text}<span class="govuk-visually-hidden"> in the record of ${person.displayName}</span></a> in the record of ${person.displayName}</li>`,
    )
}

function section(
  title: string,
  lines: readonly Html[],
  adds: readonly Html[],
  { showsQualities }: GenogramPage,
): Html {
  if (lines.length === 0 && adds.length === 0) return nothing
  const told =
    lines.length > 0
      ? html`<ul class="govuk-list govuk-list--bullet">${lines}</ul>`
      : html`<p class="govuk-body">${showsQualities ? 'Nothing is recorded.' : 'Not shown.'}</p>`
  return html`<h2 class="govuk-heading-m">${title}</h2>
<p class="govuk-hint">Left out of what is printed for the family.</p>
${told}${adds.length > 0 ? html`<ul class="govuk-list kith-no-print">${adds}</ul>` : nothing}`
}

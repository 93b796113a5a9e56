import { asAtForm, figure, formatDate, type Html, html, nothing } from '#ui'
import { genogramFigure } from '../../genogram/genogram.ts'
import type { Likeness } from '../../queries/likenessesAmong.ts'
import type { Quality } from '../../queries/qualitiesAmong.ts'
import { holdsOn, type Relationship } from '../../queries/relationshipsOf.ts'
import { relationshipList } from '../family/relationshipList.ts'
import { birthLists } from './birthLists.ts'
import { type GenogramPage, noneInner } from './genogramView.ts'
import { qualityList } from './qualityList.ts'

/** The drawing of a page, a file and a print. */
export function figureOf({ view, asAt, inner, showsQualities }: GenogramPage) {
  const { qualities, pregnancyEnds, likenesses } = showsQualities ? inner : noneInner
  return genogramFigure({
    people: [...view.people.values()],
    links: view.relationships.map(row => ({
      ...row,
      holds: holdsOn(row, asAt.day),
      ...likenessOf(row, likenesses),
    })),
    households: view.households.map(({ label, members }) => ({
      label,
      personIds: members.map(({ personId }) => personId),
    })),
    indexIds: new Set(view.members.filter(({ role }) => role === 'child').map(({ person }) => person.id)),
    today: asAt.day,
    qualities: latestOfEach(qualities),
    pregnancyEnds,
  })
}

/** The latest of what stands about these two. */
function likenessOf(pair: Relationship, likenesses: readonly Likeness[]) {
  const both = [pair.personId, pair.otherId]
  const found = likenesses.find(({ personId, otherId }) => both.includes(personId) && both.includes(otherId))
  return found ? { likeness: found.likeness } : {}
}

/** Of several opinions about the same two the latest is drawn; the list has all. */
function latestOfEach(qualities: readonly Quality[]): readonly Quality[] {
  const pairs = Map.groupBy(qualities, ({ personId, otherId }) => [personId, otherId].sort().join())
  return [...pairs.values()].flatMap(([first]) => first ?? [])
}

/** The family drawn as at a day, with everything it shows in words beside it, which is also the way to change it. */
export function genogramPage(page: GenogramPage): Html {
  const { view, asAt, today, inner, showsQualities, rights } = page
  const action = `/families/${view.family.id}/genogram`
  const kept = (more: Record<string, string>) =>
    `${action}?${new URLSearchParams({ on: asAt.day.toString(), ...(showsQualities ? { opinions: 'yes' } : {}), ...more })}`
  const toggled = `${action}?${new URLSearchParams({ on: asAt.day.toString(), ...(showsQualities ? {} : { opinions: 'yes' }) })}`
  const count = Object.values(inner).reduce((sum, list) => sum + list.length, 0)
  return html`<span class="govuk-caption-l">Family ${view.family.reference}</span>
<h1 class="govuk-heading-l">Family drawing as at ${formatDate(asAt.day)}</h1>
${asAtForm({ action, asAt, today, others: { opinions: showsQualities ? 'yes' : undefined } })}
<ul class="govuk-list kith-no-print">
  ${count === 0 && !showsQualities ? nothing : html`<li><a class="govuk-link" href="${toggled}">${showsQualities ? 'Leave out what is not for the family' : `Draw opinions, ended pregnancies and what is known of twins (${count})`}</a></li>`}
  <li><a class="govuk-link" href="${kept({ format: 'pdf' })}">Download to print (PDF)${showsQualities ? ', not for the family' : ''}</a></li>
  <li><a class="govuk-link" href="${kept({ format: 'svg' })}">Download the drawing (SVG)${showsQualities ? ', not for the family' : ''}</a></li>
  <li><a class="govuk-link" href="/families/${view.family.id}">The family’s people and households</a></li>
</ul>
${figure(figureOf(page))}
<h2 class="govuk-heading-m">Who is who</h2>
${relationshipList(view, rights.writable, asAt.day)}
${showsQualities || rights.judged.size > 0 ? html`${qualityList(page)}${birthLists(page)}` : nothing}`
}

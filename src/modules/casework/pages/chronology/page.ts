import { csvLink, pageLinks, withQuery } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import { button, type Html, html, nothing, select, subNavigation, tag, timeline } from '#ui'
import type { Chronology, ChronologyFilter, ChronologyLine } from '../../queries/chronologyOf.ts'
import { type RecordFrame, whyLine } from '../frame/recordFrame.ts'

/** Everything that the chronology page shows. */
export type ChronologyView = {
  readonly frame: RecordFrame
  readonly chronology: Chronology
  /** The lines of this page. */
  readonly lines: readonly ChronologyLine[]
  readonly filter: ChronologyFilter
  readonly ofFamily: boolean
  /** Names by id, for a family's chronology. */
  readonly names: ReadonlyMap<Uuid, string>
  readonly page: number
  readonly path: string
}

/** The chronology of one person, or of their family's children. */
export function chronologyPage(view: ChronologyView): Html {
  const { frame, chronology, lines, filter, path } = view
  const personId = frame.identity.id
  return html`<h1 class="govuk-heading-l">Chronology</h1>
${whyLine(frame.sights)}
<div class="kith-no-print">
<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/journey">The journey as bands of time</a> ·
  <a class="govuk-link" href="/people/${personId}/court-chronologies">Chronologies for court</a></p>
${views(view)}
${frame.mayWrite ? html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/events/new">Add a significant event</a></p>` : nothing}
${filterForm(view)}
</div>
${
  lines.length === 0
    ? html`<p class="govuk-body">${filter.isFull ? 'Nothing is recorded that matches.' : 'No significant event is recorded that matches. The full chronology also shows every note.'}</p>`
    : timeline({ items: lines.map(line => lineItem(line, view)) })
}
${pageLinks(path, view.page, chronology.lines.length, 'entries')}
<div class="kith-no-print">${csvLink(path, 'Download this chronology (CSV)')}</div>`
}

function views({ path, filter, ofFamily }: ChronologyView): Html {
  const to = (changes: Record<string, string | null>) =>
    withQuery(path, { year: null, source: null, ...changes })
  return html`${subNavigation({
    label: 'How much to show',
    items: [
      { text: 'Significant events', href: to({ full: null }), active: !filter.isFull },
      { text: 'Everything', href: to({ full: 'yes' }), active: filter.isFull },
    ],
  })}
<p class="govuk-body">${
    ofFamily
      ? html`All children of the family. <a class="govuk-link" href="${to({ of: null })}">Show this person alone</a>`
      : html`This person. <a class="govuk-link" href="${to({ of: 'family' })}">Show the whole family</a>`
  }</p>`
}

function filterForm({ path, filter, chronology, ofFamily }: ChronologyView): Html {
  const [place = ''] = path.split('?')
  return html`<form method="get" action="${place}">
  ${filter.isFull ? html`<input type="hidden" name="full" value="yes">` : nothing}
  ${ofFamily ? html`<input type="hidden" name="of" value="family">` : nothing}
  ${select({
    name: 'year',
    label: { text: 'Year' },
    items: [
      { value: '', text: 'All years' },
      ...chronology.years.map(year => ({ value: year, text: String(year) })),
    ],
    value: filter.year,
  })}
  ${select({
    name: 'source',
    label: { text: 'Source' },
    items: [
      { value: '', text: 'All sources' },
      ...chronology.sources.map(source => ({ value: source, text: source })),
    ],
    value: filter.source,
  })}
  ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`
}

function lineItem(line: ChronologyLine, { names, ofFamily, filter }: ChronologyView) {
  const title = line.href
    ? html`<a class="govuk-link" href="${line.href}">${line.title}</a>`
    : html`${line.title}`
  const mark =
    filter.isFull && line.isSignificant
      ? html` ${tag({ text: 'Significant', classes: 'govuk-tag--blue' })}`
      : nothing
  const who = line.personIds.map(id => names.get(id) ?? 'Name not known').join(', ')
  return {
    label: { html: html`${title}${mark}` },
    datetime: line.at ?? line.on,
    html: html`${ofFamily ? html`<p class="govuk-body-s govuk-!-margin-bottom-1">${who}</p>` : nothing}
      ${line.text ? html`<p class="govuk-body govuk-!-margin-bottom-1">${line.text}</p>` : nothing}
      ${line.impact ? html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>Impact:</strong> ${line.impact}</p>` : nothing}
      <p class="govuk-body-s">Source: ${line.source}</p>`,
  }
}

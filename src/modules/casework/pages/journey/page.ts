import { csvLink, withQuery } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import {
  type BandGroup,
  bandFigure,
  button,
  denseTable,
  type Figure,
  figure,
  formatDate,
  type Html,
  html,
  nothing,
  select,
} from '#ui'
import type { Journey } from '../../queries/journeyOf.ts'
import type { BandRow } from '../../registry/timelineSource.ts'
import type { RecordFrame } from '../frame/recordFrame.ts'

export type JourneyPage = {
  readonly frame: RecordFrame
  readonly journey: Journey
  /** The person alone, or every child of the family, by name. */
  readonly names: ReadonlyMap<Uuid, string>
  readonly ofFamily: boolean
  /** Years shown, both whole. */
  readonly from: number
  readonly until: number
  /** Years there is something in. */
  readonly years: readonly number[]
  readonly today: Temporal.PlainDate
  readonly path: string
}

/** Rows of a journey, in this order. */
export const rowWords: Readonly<Record<BandRow, string>> = {
  contact: 'Contacts',
  episode: 'Referral to closure',
  assessment: 'Assessments',
  need_plan: 'Child in need plans',
  enquiry: 'Section 47 enquiries',
  protection_plan: 'Protection plans',
  care: 'In care',
  worker: 'Who held the case',
  home: 'Where they lived',
  missing: 'Missing',
}
const order = Object.keys(rowWords) as BandRow[] // its own keys

const lastShown = ({ until, today }: JourneyPage): Temporal.PlainDate => {
  const end = Temporal.PlainDate.from({ year: until, month: 12, day: 31 })
  return Temporal.PlainDate.compare(end, today) > 0 ? today : end
}

/** The drawing for the page and the print. */
export function journeyDrawing(page: JourneyPage): Figure {
  const { journey, names, from, today } = page
  const groups = [...names].map(([id, label]): BandGroup => {
    const rows = order.flatMap(row => {
      const bands = journey.bands.filter(band => band.personId === id && band.row === row)
      const drawn = bands.map(band => ({
        from: band.startedOn,
        to: band.endedOn,
        label: band.label,
        isHeavy: row === 'protection_plan',
      }))
      return bands.length > 0 ? [{ label: rowWords[row], bands: drawn }] : []
    })
    const ticks = journey.events.filter(({ personId }) => personId === id).map(({ on }) => on)
    return { label, rows: [...rows, { label: 'Significant events', bands: [], ticks }] }
  })
  return bandFigure({
    id: 'journey',
    title: names.size > 1 ? 'Journeys of the family’s children' : 'Journey',
    description: `Contacts, referrals, assessments, plans, workers and homes as bands from ${from} to ${lastShown(page).year}, significant events as ticks. A dashed edge goes on today. The table below says the same.`,
    groups,
    from: Temporal.PlainDate.from({ year: from, month: 1, day: 1 }),
    until: lastShown(page),
    today,
  })
}

/** The same facts as rows: about whom, what, from, until. */
export function journeyRows(
  page: JourneyPage,
): readonly (readonly [string, string, string, string, string])[] {
  const { journey, names, from } = page
  const first = Temporal.PlainDate.from({ year: from, month: 1, day: 1 })
  const last = lastShown(page)
  const isShown = (start: Temporal.PlainDate, end: Temporal.PlainDate | null): boolean =>
    Temporal.PlainDate.compare(start, last) <= 0 &&
    (end === null || Temporal.PlainDate.compare(end, first) >= 0)
  const bands = journey.bands
    .filter(({ startedOn, endedOn }) => isShown(startedOn, endedOn))
    .map(band => ({
      on: band.startedOn,
      row: [
        names.get(band.personId) ?? '',
        rowWords[band.row],
        band.label,
        formatDate(band.startedOn),
        band.endedOn ? formatDate(band.endedOn) : 'Goes on',
      ] as const,
    }))
  const events = journey.events
    .filter(({ on }) => isShown(on, on))
    .map(event => ({
      on: event.on,
      row: [
        names.get(event.personId) ?? '',
        'Significant event',
        event.title,
        formatDate(event.on),
        '',
      ] as const,
    }))
  return [...bands, ...events]
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))
    .map(({ row }) => row)
}

export const journeyHead = ['Child', 'What', 'Which', 'From', 'Until'] as const

/** A child's way through the services as bands of time, and the same in words. */
export function journeyPage(page: JourneyPage): Html {
  const { ofFamily, path } = page
  const to = (of: string | null) => withQuery(path, { of, from: null, until: null })
  return html`<h1 class="govuk-heading-l">Journey</h1>
<div class="kith-no-print">
<p class="govuk-body">${
    ofFamily
      ? html`All children of the family. <a class="govuk-link" href="${to(null)}">Show this person alone</a>`
      : html`This person. <a class="govuk-link" href="${to('family')}">Show the children of the family together</a>`
  }</p>
${zoom(page)}
<p class="govuk-body"><a class="govuk-link" href="${withQuery(path, { format: 'pdf' })}">Download to print (PDF)</a></p>
</div>
${figure(journeyDrawing(page))}
${denseTable({
  caption: 'The journey in words',
  captionClasses: 'govuk-table__caption--m',
  head: journeyHead.map(text => ({ text })),
  rows: journeyRows(page).map(row => row.map(text => ({ text }))),
})}
<div class="kith-no-print">${csvLink(path)}</div>`
}

function zoom({ frame, years, from, until, ofFamily }: JourneyPage): Html {
  const items = years.map(year => ({ value: year, text: String(year) }))
  return html`<form method="get" action="/people/${frame.identity.id}/journey">
  ${ofFamily ? html`<input type="hidden" name="of" value="family">` : nothing}
  ${select({ name: 'from', label: { text: 'From the year' }, items, value: from })}
  ${select({ name: 'until', label: { text: 'Until the year' }, items, value: until })}
  ${button({ text: 'Show these years', classes: 'govuk-button--secondary' })}
</form>`
}

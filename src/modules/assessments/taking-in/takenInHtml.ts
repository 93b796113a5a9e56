import { denseTable, formatDate, type Html, html, nothing } from '#ui'
import type { Destination } from './destinations.ts'
import { fingerprint } from './fingerprint.ts'
import type { Offer } from './offersFor.ts'
import type { TakenIn } from './sourcesOf.ts'

const isOf =
  ({ assessmentId, part }: TakenIn) =>
  (destination: Destination): boolean =>
    destination.assessmentId === assessmentId && destination.column === part

const placeOf = (source: TakenIn, destinations: readonly Destination[]): string =>
  destinations.find(isOf(source))?.label ?? 'A part of this assessment'

/** Whether what was taken in still is what stands in its source. */
function standing(source: TakenIn, offers: readonly Offer[]): string {
  const offer = offers.find(({ key }) => key === source.origin)
  if (offer === undefined) return 'Summed up since, or not yours to read now'
  return fingerprint(offer.words) === source.fingerprint ? 'As it was' : 'Changed since'
}

/** What stands in the assessment of an offer already: "Taken in on 3 November 2026 into Parenting; changed since". */
export function takenLine(
  offer: Offer,
  sources: readonly TakenIn[],
  destinations: readonly Destination[],
): string | null {
  const lines = sources
    .filter(({ origin }) => origin === offer.key)
    .map(source => {
      const changed = fingerprint(offer.words) === source.fingerprint ? '' : '; changed since'
      return `Taken in on ${formatDate(source.takenOn)} into “${placeOf(source, destinations)}”${changed}`
    })
  return lines.length === 0 ? null : `${lines.join('. ')}.`
}

/** Everything that was taken in, with the reasons that were given. */
export function takenTable(
  sources: readonly TakenIn[],
  offers: readonly Offer[],
  destinations: readonly Destination[],
): Html {
  if (sources.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Taken in already</h2>
${denseTable({
  caption: 'What this assessment has taken in',
  captionClasses: 'govuk-visually-hidden',
  head: ['What', 'Into', 'On', 'Its source'].map(text => ({ text })),
  rows: sources.map(source => [
    { text: source.because === null ? source.heading : `${source.heading}. Why: ${source.because}` },
    { text: placeOf(source, destinations) },
    { text: formatDate(source.takenOn) },
    { text: standing(source, offers) },
  ]),
})}`
}

import type { RecordFrame } from '#modules/casework'
import { button, denseTable, figure, type Html, html, nothing, warningText } from '#ui'
import { drawnOn, shownOutlines } from '../../body-map/drawnMarks.ts'
import { outlineFigure } from '../../body-map/drawOutline.ts'
import type { Mark } from '../../queries/marksOf.ts'
import { correctionWords, inOrder, markCells, markHead } from './markText.ts'

/** Everything that the page shows. */
export type BodyMapView = {
  readonly frame: RecordFrame
  readonly marks: readonly Mark[]
  /** Whether the outlines of a baby are shown first. */
  readonly isBaby: boolean
  /** A bruise on a baby who does not move about, for which no doctor has been asked yet. */
  readonly needsDoctor: boolean
  /** The enquiry that goes on, for its medicals. */
  readonly enquiryId: string | null
  readonly isPast: boolean
}

/** The body map: outlines with numbered marks, and the same in words. */
export function bodyMapPage(view: BodyMapView): Html {
  const { frame, marks, isBaby } = view
  const path = `/people/${frame.identity.id}/body-map`
  const mayAdd = frame.mayWrite && !view.isPast
  return html`<h1 class="govuk-heading-l">Body map</h1>
<p class="govuk-body">What was seen, as it was seen: no diagnosis, and no photographs. A mark once written stays; a correction stands beside it.</p>
${view.needsDoctor ? doctorNow(view) : nothing}
${mayAdd ? button({ text: 'Record a mark', href: `${path}/new` }) : nothing}
${marks.length > 0 ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${path}?format=pdf">Download to print (PDF)</a></p>` : nothing}
<div class="kith-body-map">${shownOutlines(marks, isBaby).map(outline => figure(outlineFigure(outline, drawnOn(outline, marks))))}</div>
${marks.length === 0 ? html`<p class="govuk-body">No mark is recorded.</p>` : markTable(view, path, mayAdd)}`
}

function doctorNow({ frame, enquiryId }: BodyMapView): Html {
  const next =
    enquiryId === null
      ? html`Tell your manager now, and start a section 47 enquiry if the strategy discussion decides so.`
      : html`<a class="govuk-link" href="/people/${frame.identity.id}/enquiries/${enquiryId}/medicals/new">Record that a medical is asked for</a>.`
  return warningText({
    iconFallbackText: 'Warning',
    html: html`A bruise on a baby who does not move about on their own needs a paediatrician today, whatever the explanation. ${next}`,
  })
}

function markTable({ frame, marks }: BodyMapView, path: string, mayAdd: boolean): Html {
  const struck = (mark: Mark, text: string): Html =>
    mark.correctedBy !== null || mark.isWithdrawn ? html`<del>${text}</del>` : html`${text}`
  return denseTable({
    caption: 'The marks in words',
    captionClasses: 'govuk-table__caption--m',
    head: [...markHead, 'Correction', ...(mayAdd ? ['Correct'] : [])].map(text => ({ text })),
    firstCellIsHeader: true,
    rows: inOrder(marks).map(mark => [
      ...markCells(mark).map((text, place) => (place === 0 ? { text } : { html: struck(mark, text) })),
      { text: correctionWords(mark) ?? (mark.correctedBy === null ? '' : 'Corrected below') },
      ...(mayAdd
        ? [
            {
              html:
                mark.correctedBy === null && !mark.isWithdrawn
                  ? html`<a class="govuk-link" href="${path}/${mark.id}/correct">Correct<span class="govuk-visually-hidden"> mark ${mark.number} of ${frame.identity.displayName}</span></a>`
                  : nothing,
            },
          ]
        : []),
    ]),
  })
}

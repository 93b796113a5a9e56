import { type Html, html, nothing } from '../html.ts'

export interface Figure {
  /** Start of the ids inside; unique on the page. */
  readonly id: string
  readonly title: string
  /** What the drawing shows, in a sentence or two, for those who cannot see it. */
  readonly description: string
  /** Size in pixels; a narrower screen scrolls. */
  readonly width: number
  readonly height: number
  /** The SVG elements inside. */
  readonly content: Html
  /** The same facts as a table or list; stands behind "Show as a table" unless it is to be seen at once. */
  readonly alternative?: Html | undefined
  readonly alternativeSummary?: string | undefined
}

/**
 * A drawing that everyone can read: SVG with title and description, and the facts behind it in words. No style
 * attributes (the content security policy forbids them): classes only.
 */
export function figure(params: Figure): Html {
  const table = params.alternative
    ? html`<details class="govuk-details">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${params.alternativeSummary ?? 'Show as a table'}</span></summary>
    <div class="govuk-details__text">${params.alternative}</div>
  </details>`
    : nothing
  return html`<figure class="kith-drawing">
  <div class="kith-scroll" role="region" aria-label="${params.title}" tabindex="0">
    ${drawingOf(params)}
  </div>
  ${table}
</figure>`
}

/** The SVG element of a drawing, named and described. */
export function drawingOf({ id, width, height, title, description, content }: Figure): Html {
  return html`<svg role="img" aria-labelledby="${id}-title ${id}-description" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg" focusable="false">
      <title id="${id}-title">${title}</title>
      <desc id="${id}-description">${description}</desc>
      ${content}
    </svg>`
}

import { formatDateTime } from '../../format/formatDateTime.ts'
import { type Html, html } from '../../html.ts'

export interface KnownAtBanner {
  /** The past moment whose knowledge the page shows. */
  readonly knownAt: Temporal.Instant
  /** Where the same page as it stands today is. */
  readonly presentPath: string
}

/** Says that the page shows the record as it stood in the past: for the `banner` of a page. */
export function knownAtBanner(params: KnownAtBanner): Html {
  return html`<div class="kith-known-at" role="region" aria-label="Record as known in the past">
  This is the record as it was known on ${formatDateTime(params.knownAt)}. Later knowledge is not shown.
  <a class="govuk-link" href="${params.presentPath}">Show the record as it is now</a>
</div>`
}

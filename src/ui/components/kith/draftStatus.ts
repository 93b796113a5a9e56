import { formatDateTime } from '../../format/formatDateTime.ts'
import { type Html, html } from '../../html.ts'

/**
 * The polite live region in which a form with `data-draft-url` says whether its draft is safe.
 * @param savedAt when the draft shown was last saved, if it was
 */
export function draftStatus(savedAt?: Temporal.Instant): Html {
  const words = savedAt && `Draft saved ${formatDateTime(savedAt)}`
  return html`<p class="kith-draft-status" role="status" data-draft-status>${words}</p>`
}

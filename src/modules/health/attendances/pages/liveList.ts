import type { Work } from '#platform/db'
import { type Html, html } from '#ui'

type Live = {
  /** Of this page. */
  readonly path: string
  /** Differs as soon as the list does. */
  readonly mark: string
  /** How many notices there are: more than before are new visits. */
  readonly count: number
}

/** The scripts of a page with a list that is live; a past moment has no news. */
export const liveScripts = (work: Work): readonly string[] => (work.knownAt === null ? ['liveList.js'] : [])

/** A list that a script brings up to date while its page is open; without one the link does. */
export function liveList(work: Work, { path, mark, count }: Live, list: Html): Html {
  if (work.knownAt !== null) return list
  return html`<p class="govuk-body kith-no-print">New visits appear here by themselves while this page is open. <a class="govuk-link" href="${path}">Show what has come since</a></p>
<p class="govuk-body govuk-!-font-weight-bold" role="status" data-live-status></p>
<div data-live-list="/attendances/changes" data-live-mark="${mark}" data-live-count="${count}">${list}</div>`
}

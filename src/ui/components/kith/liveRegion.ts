import { type Html, html } from '../../html.ts'

/** A part of a page that is brought up to date while the page is open. */
export type LiveRegion = {
  /** Where the page hears of changes: a path that answers with server-sent events. */
  readonly changes: string
  /** Of this page, for whoever has no script. */
  readonly path: string
  /** Differs as soon as what is shown does. */
  readonly mark: string
  /** How many things there are: more than before are news. */
  readonly count: number
  /** What comes: `['visit', 'visits']`. */
  readonly what: readonly [one: string, many: string]
  readonly content: Html
}

/** The script of a page that has a live region. */
export const liveScript = 'liveList.js'

/** Shows what comes in by itself while the page is open; without a script the link does. */
export const liveRegion = ({ changes, path, mark, count, what: [one, many], content }: LiveRegion): Html =>
  html`<p class="govuk-body kith-no-print">New ${many} appear here by themselves while this page is open. <a class="govuk-link" href="${path}">Show what has come since</a></p>
<p class="govuk-body govuk-!-font-weight-bold" role="status" data-live-status></p>
<div data-live-list="${changes}" data-live-mark="${mark}" data-live-count="${count}" data-live-one="${one}" data-live-many="${many}">${content}</div>`

import { KithError } from '#platform/errors'
import type { PrintProgress } from '#platform/print'
import { button, formatTime, type Html, html, nothing, plural, summaryList } from '#ui'
import type { KeptPrint } from './keptPrint.ts'
import { KEPT_MINUTES } from './printShelf.ts'

export type PrintPage = {
  readonly print: KeptPrint
  readonly now: Temporal.Instant
  /** Null when too few like it were made. */
  readonly usualSeconds: number | null
}

/** What the page is called, for its heading and title. */
export function printTitle({ outcome }: KeptPrint): string {
  if (outcome === null) return 'Your document is being made'
  return outcome.kind === 'made' ? 'Your document is ready' : 'Your document could not be made'
}

/** How far a print is, and the print itself once it is made. A script renews the part marked `data-print` in place. */
export function printPage(page: PrintPage): Html {
  const { print } = page
  const { outcome } = print
  const isGoingOn = outcome === null
  return html`<div data-print="${isGoingOn ? 'going-on' : 'ended'}">
<h1 class="govuk-heading-l">${printTitle(print)}</h1>
<p class="govuk-body" role="status" data-print-status>${sentence(print)}</p>
${outcome?.kind === 'made' ? offered(print, outcome.bytes) : nothing}
${summaryList({ rows: rowsOf(page) })}
${isGoingOn ? html`<p class="govuk-body">This page renews itself. You can go on with other work meanwhile: the document waits ${KEPT_MINUTES} minutes for you.</p>` : nothing}
${outcome?.kind === 'failed' ? html`<p class="govuk-body"><a class="govuk-link" href="${print.path}">Ask for it again</a></p>` : nothing}
</div>`
}

function sentence({ outcome, progress, endedAt }: KeptPrint): string {
  if (outcome?.kind === 'made') {
    const until = endedAt?.add({ minutes: KEPT_MINUTES })
    return `Download it by ${until ? formatTime(until) : 'then'}. After that it is thrown away, and you can ask for it again. Nobody else can open it.`
  }
  if (outcome !== null) return why(outcome.error)
  if (progress?.stage === 'waiting') return `${stageOf(progress)}.`
  return progress?.stage === 'checking' ? 'It is being checked.' : 'It is being laid out.'
}

const why = (error: unknown): string =>
  error instanceof KithError
    ? error.safeMessage
    : 'Something went wrong on our side, and it has been noted. Nothing of the record is lost. Try again; if it happens twice, report the time.'

/** "2 documents are made before it" */
function stageOf(progress: PrintProgress | null): string {
  if (progress?.stage !== 'waiting') return 'Its turn has come'
  const { ahead } = progress
  return `${plural(ahead, 'document')} ${ahead === 1 ? 'is' : 'are'} made before it`
}

function rowsOf({ print, now, usualSeconds }: PrintPage) {
  const { entries, progress, outcome, askedAt, endedAt } = print
  const isOver = outcome !== null
  const usual = usualSeconds === null ? '' : `About ${seconds(usualSeconds)} for one of this kind and length`
  const rows: readonly (readonly [string, string])[] = [
    ['Document', print.fileName],
    ['Record read', entries === null ? 'Done' : `Done: ${plural(entries, 'entry', 'entries')}`],
    ['Queue', isOver ? '' : stageOf(progress)],
    ['Laid out', laidOut(print)],
    ['Checked for people who use screen readers', checked(print)],
    [isOver ? 'Time it took' : 'Time so far', seconds(askedAt.until(endedAt ?? now).total('seconds'))],
    ['Usual time', usual],
  ]
  return rows
    .filter(([, text]) => text !== '')
    .map(([key, text]) => ({ key: { text: key }, value: { text } }))
}

function laidOut({ pages, outcome, progress }: KeptPrint): string {
  if (pages !== null) return `Done: ${plural(pages, 'page')}`
  if (outcome !== null) return outcome.kind === 'made' ? 'Done' : 'Not done'
  return progress?.stage === 'laying_out' ? 'Under way' : 'Not begun'
}

function checked({ pages, outcome }: KeptPrint): string {
  if (outcome !== null) return outcome.kind === 'made' ? 'Done' : 'Not done'
  return pages === null ? 'Not begun' : 'Under way'
}

const seconds = (count: number): string => plural(Math.max(1, Math.round(count)), 'second')

const offered = ({ id }: KeptPrint, { length }: Uint8Array): Html =>
  button({
    text: `Download the document (PDF, ${sizeOf(length)})`,
    href: `/prints/${id}/file`,
  })

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

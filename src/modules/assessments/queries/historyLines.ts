import { chronologyOf } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { formatDate } from '#ui'

/** One line of the past, as it is offered for an assessment and stands there once it is ticked. */
export type HistoryLine = { readonly text: string; readonly on: Temporal.PlainDate }

/** So many lines are offered; the chronology has the rest. */
const MOST = 60

/**
 * What the record already says of these children's past: referrals, plans, conferences and significant events, newest first.
 * It is brought in by a tick and never typed again.
 */
export async function historyLines(work: Work, personIds: readonly Uuid[]): Promise<readonly HistoryLine[]> {
  const { lines } = await chronologyOf(work, personIds, { isFull: false })
  return lines.slice(0, MOST).map(line => ({ on: line.on, text: words(line) }))
}

function words(line: {
  readonly on: Temporal.PlainDate
  readonly title: string
  readonly text?: string
  readonly impact?: string
  readonly source: string
}): string {
  const said = [line.title, line.text, line.impact]
    .flatMap(text => (text ? [text.replaceAll(/\s+/g, ' ').trim()] : []))
    .join('. ')
  return `${formatDate(line.on)}: ${said} (${line.source})`
}

import { type Html, html } from '#ui'
import { LEAST, shownCount } from './suppressed.ts'
import type { Counted } from './teamFacts.ts'

/** What is counted, in words that name no need, discipline or adult. */
export const countedWords: Readonly<Record<Counted, string>> = {
  needs: 'Offered help',
  waiting: 'Offered help, no specialist contact yet',
  given: 'Said something of the help',
  not_given: 'Asked of the help, and silent',
  not_asked: 'Not asked of the help',
}

export type TeamCount = {
  readonly teamId: string
  readonly teamName: string
  readonly of: Counted
  readonly count: number
  /** Whether the reader is one for whom a count opens. */
  readonly opens: boolean
}

/** A count of a team as a cell: where there are enough, and for a director, a link to the children behind it. */
export function countCell({
  teamId,
  teamName,
  of,
  count,
  opens,
}: TeamCount): { html: Html } | { text: string } {
  const shown = shownCount(count)
  if (!opens || count < LEAST) return { text: shown }
  return {
    html: html`<a class="govuk-link" href="/safeguarding/by-team/${teamId}/children?of=${of}">${shown}<span class="govuk-visually-hidden">: ${countedWords[of]}, ${teamName}</span></a>`,
  }
}

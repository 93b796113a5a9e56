import { clockDefinition } from '#reference'
import { type Html, html, nothing } from '#ui'
import { clockLink } from '../../clocks/clockLink.ts'
import type { StoredClock } from '../../clocks/storedClocks.ts'
import { unverifiedMark } from '../frame/confidenceWords.ts'

/** Running clocks, soonest first, each leading to its explanation. */
export function nextDates(clocks: readonly StoredClock[], today: Temporal.PlainDate): Html {
  if (clocks.length === 0) return html`<p class="govuk-body">No time limit is running.</p>`
  return html`<ul class="govuk-list govuk-list--spaced">${clocks.map(
    clock => html`<li>${clockLink(clock, today)} ${marker(clock)}</li>`,
  )}</ul>`
}

function marker(clock: StoredClock): Html {
  if (clockDefinition(clock.definitionId).confidence !== 'memory') return nothing
  return html`<span class="govuk-hint govuk-!-display-inline govuk-!-font-size-16">${unverifiedMark}</span>`
}

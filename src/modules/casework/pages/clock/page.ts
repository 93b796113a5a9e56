import { clockDefinition, type LimitUnit, limitInWords } from '#reference'
import { formatDate, formatDateTime, type Html, html, nothing, summaryList, warningText } from '#ui'
import { clockStanding } from '../../clocks/clockLink.ts'
import type { ClockRuns } from '../../clocks/clockRuns.ts'
import { type ClockExplanation, explainClock } from '../../clocks/explainClock.ts'
import type { StoredClock } from '../../clocks/storedClocks.ts'
import { confidenceWords, forceWords, statusWords } from '../frame/confidenceWords.ts'
import { beginning, restartedLine, runsSection } from './runs.ts'

/** Why a date is due: what started it, the rule, its source and how it was counted. */
export function clockPage(clock: StoredClock, runs: ClockRuns, today: Temporal.PlainDate): Html {
  const definition = clockDefinition(clock.definitionId)
  const explained = explainClock(clock)
  return html`<h1 class="govuk-heading-l">${definition.name}</h1>
<p class="govuk-body-l">${clockStanding(clock, today).text}</p>
${restartedLine(runs)}
${definition.confidence === 'memory' ? warningText({ text: 'This limit is unverified: check the source before you rely on it.', iconFallbackText: 'Warning' }) : nothing}
${summaryList({ rows: facts(clock, runs, explained).map(([key, value]) => ({ key: { text: key }, value: content(value) })) })}
<h2 class="govuk-heading-m">How it was counted</h2>
<ol class="govuk-list govuk-list--number">${explained.counted.map(sentence => html`<li>${sentence}</li>`)}</ol>
${runsSection(runs)}
<h2 class="govuk-heading-m">Where the rule comes from</h2>
${sources(explained)}
${definition.edgeCases.length > 0 ? html`<h2 class="govuk-heading-m">Special cases</h2><ul class="govuk-list govuk-list--bullet">${definition.edgeCases.map(text => html`<li>${text}</li>`)}</ul>` : nothing}
<p class="govuk-body"><a class="govuk-link" href="/people/${clock.personId}">Back to the record</a></p>`
}

type Fact = readonly [string, string | Html]
const content = (value: string | Html) => (typeof value === 'string' ? { text: value } : { html: value })

function facts(
  clock: StoredClock,
  runs: ClockRuns,
  { definition, version, isLocalValue }: ClockExplanation,
): readonly Fact[] {
  const limit = limitInWords({ value: clock.limitValue, unit: clock.limitUnit as LimitUnit }) // written by clockChain only
  return [
    ...beginning(clock, runs, definition),
    ['Limit', isLocalValue ? `${limit}: this authority’s own, stricter than the shipped one` : limit],
    ['Due', clock.limitUnit === 'hours' ? formatDateTime(clock.dueAt) : formatDate(clock.dueOn)],
    ['Satisfied by', definition.satisfiedBy],
    ...(clock.satisfiedOn ? [['Done', formatDate(clock.satisfiedOn)] as const] : []),
    ...(clock.outcomeReason ? [['Why it stopped', clock.outcomeReason] as const] : []),
    ['Responsible', definition.responsible],
    ['Late means', definition.lateMeans],
    ['Force', forceWords[definition.force]],
    ['How surely it is known', confidenceWords[definition.confidence]],
    ['Status', statusWords[definition.status]],
    ['Version', versionWords(version)],
  ]
}

function versionWords({ version, effectiveFrom, effectiveTo }: ClockExplanation['version']): string {
  const from = effectiveFrom ? ` from ${formatDate(effectiveFrom)}` : ''
  const to = effectiveTo ? ` to ${formatDate(effectiveTo)}` : ''
  return `${version}${from}${to}, the one in force on the day it started`
}

function sources({ definition }: ClockExplanation): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${definition.sources.map(
    ({ document, ref, address }) =>
      html`<li>${document}${ref ? `, ${ref}` : ''}${address ? html` (<a class="govuk-link" href="${address}" rel="noreferrer">where it was read</a>)` : nothing}</li>`,
  )}</ul>`
}

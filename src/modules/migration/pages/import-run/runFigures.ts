import { clockDefinition } from '#reference'
import { barChart, denseTable, type Html, html, nothing } from '#ui'
import type { ImportRun } from '../../queries/importRuns.ts'
import { allocationCounts, censusCounts, fateBars } from '../runCounts.ts'

/** What a run counted: a drawing, each element and each clock. Nothing of any child. */
export function runFigures({ counts }: ImportRun): Html {
  const lines = allocationCounts(counts)
  if (lines)
    return html`<p class="govuk-body">${lines.read} lines read, ${lines.allocated} allocated, ${lines.alreadyHeld} already held, ${lines.refused} refused.</p>`
  const census = censusCounts(counts)
  if (!census) return nothing
  const { children } = census
  return html`${census.stopped ? html`<p class="govuk-body"><strong>${census.stopped.sentence}</strong></p>` : nothing}
  <p class="govuk-body">${children.read} children read: ${children.new} new, ${children.changed} changed, ${children.unchanged} already held, ${children.refused} refused.</p>
  ${barChart({
    id: 'fates',
    title: 'What became of the values',
    description: `${census.total.read} elements were read, ${census.total.stored} stored and ${census.total.refused} refused.`,
    labelHeading: 'What became of them',
    valueHeading: 'Elements',
    bars: fateBars(census.total),
  })}
  ${elementTable(census.elements)}
  ${clockTable(census.clocks)}`
}

type Counts = NonNullable<ReturnType<typeof censusCounts>>
const numeric = (text: string | number) => ({ text: String(text), format: 'numeric' })

function elementTable(elements: Counts['elements']): Html {
  const heads = [
    'Read',
    'Stored',
    'Already held',
    'Contradicted',
    'Refused',
    'Empty',
    'Not understood',
    'Of these doubted',
  ]
  return denseTable({
    caption: 'Counts of each element',
    head: [{ text: 'Element' }, ...heads.map(numeric)],
    rows: elements.map(one => [
      { text: one.name },
      ...[
        one.read,
        one.stored,
        one.alreadyHeld,
        one.contradicted,
        one.refused,
        one.empty,
        one.unknown,
        one.doubted,
      ].map(numeric),
    ]),
  })
}

function clockTable(clocks: Counts['clocks']): Html {
  if (clocks.length === 0) return nothing
  return denseTable({
    caption: 'Clocks of the children in the file',
    head: [{ text: 'Clock' }, ...['On time', 'Late', 'Overdue, not done', 'Running'].map(numeric)],
    rows: clocks.map(one => [
      { text: clockName(one.clock) },
      ...[one.onTime, one.late, one.overdue, one.running].map(numeric),
    ]),
  })
}

/** A clock that has gone from the reference keeps its id. */
function clockName(id: string): string {
  try {
    return clockDefinition(id as Parameters<typeof clockDefinition>[0]).name // an id kept by an older version may be unknown
  } catch {
    return id
  }
}

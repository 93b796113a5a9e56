import type { ClockDefinition } from '#reference'
import { denseTable, formatDate, formatDateTime, type Html, html, nothing } from '#ui'
import type { ClockRuns } from '../../clocks/clockRuns.ts'
import type { StoredClock } from '../../clocks/storedClocks.ts'

/** What began a clock, in words: the fact of its rule, or for one that starts again what restarted it and when. */
export function beginning(
  clock: StoredClock,
  { earlier, visit }: ClockRuns,
  definition: ClockDefinition,
): readonly (readonly [string, string | Html])[] {
  const on = clock.triggerAt ? formatDateTime(clock.triggerAt) : formatDate(clock.triggerOn)
  if (clock.sequence === 0) return [['Started by', `${definition.trigger}, on ${on}`]]
  const by = visit
    ? html`The visit of ${formatDateTime(visit.at)}, at which the child was seen${visit.noteId ? html` (<a class="govuk-link" href="/notes/${visit.noteId}">read the visit</a>)` : nothing}`
    : `${definition.satisfiedBy}, on ${on}`
  const first = earlier.at(-1)
  return [
    ['Restarted by', by],
    ...(first?.sequence === 0
      ? [['First started by', `${definition.trigger}, on ${formatDate(first.triggerOn)}`] as const]
      : []),
  ]
}

/** Why the date is counted from where it is: this limit starts again each time. */
export function restartedLine({ earlier }: ClockRuns): Html {
  const [before] = earlier
  if (!before?.satisfiedOn) return nothing // corrected away: the reason is said where it stopped
  const stood = before.outcome === 'late' ? 'late' : 'in time'
  return html`<p class="govuk-body">This time limit starts again each time it is met. The run before this one was due ${formatDate(before.dueOn)} and was met ${stood} on ${formatDate(before.satisfiedOn)}; this run is counted from that day.</p>`
}

/** The runs before this one, the last first, and the one that followed; nothing for a limit that was never restarted. */
export function runsSection({ earlier, next }: ClockRuns): Html {
  const following = next
    ? html`<p class="govuk-body">It was met, and started again on ${formatDate(next.triggerOn)}: <a class="govuk-link" href="/clocks/${next.id}">the run after this one, due ${formatDate(next.dueOn)}</a>.</p>`
    : nothing
  if (earlier.length === 0) return following
  return html`${following}<h2 class="govuk-heading-m">Earlier runs</h2>
  ${denseTable({
    caption: 'Earlier runs of this time limit, the last first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Counted from', 'Due', 'Met', 'How it ended'].map(text => ({ text })),
    rows: earlier.map(run => [
      { text: formatDate(run.triggerOn) },
      {
        html: html`<a class="govuk-link" href="/clocks/${run.id}">${formatDate(run.dueOn)}<span class="govuk-visually-hidden">: why it was due then</span></a>`,
      },
      { text: run.satisfiedOn ? formatDate(run.satisfiedOn) : 'Not met' },
      {
        text:
          run.outcome === 'late' ? 'Late' : run.outcome === 'on_time' ? 'In time' : (run.outcomeReason ?? ''),
      },
    ]),
  })}`
}

import { childForm, momentValues, personParams, type Sent } from '#modules/casework'
import { personSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { details, type ErrorMessage, formatDateTime, html, nothing, radios } from '#ui'
import { joinReport } from '../commands/changeMissing.ts'
import { type MissingReport, recordMissing } from '../commands/recordMissing.ts'
import { missingOf } from '../queries/missingOf.ts'
import type { Episode } from '../rules/episode.ts'
import { parseReport } from './parseReport.ts'
import { reportFields, reportLabels, reportOrder, reportTargets } from './reportFields.ts'
import { isReturnTyped, parseReturn, returnFields, returnOrder, returnTargets } from './returnFields.ts'

type Params = { readonly personId: Uuid }
type Context = { readonly episodes: readonly Episode[]; readonly bornOn: Temporal.PlainDate | null }
type Parsed = { readonly report: MissingReport; readonly joins: Episode | null }

/** `/people/:personId/missing/new`. */
export const reportRoutes = childForm<Params, Context, Parsed>({
  url: '/people/:personId/missing/new',
  params: personParams,
  name: 'missing-report',
  title: 'Record that a child is missing - Record',
  heading: () => 'Record that a child is missing',
  summary: {
    show: 'The form that records a child as missing or away without authorisation',
    send: 'Records a child as missing, or joins a further report to an absence on record',
  },
  submit: 'Record',
  path: ({ personId }) => `/people/${personId}/missing/new`,
  cancel: ({ personId }) => `/people/${personId}/missing`,
  async read({ work, params: { personId } }) {
    const { episodes } = await missingOf(work, [personId])
    return { episodes, bornOn: (await personSummary(work, personId))?.dateOfBirth ?? null }
  },
  fresh: (_, work) => ({ ...momentValues('reported', quarter(work.now)), kind: 'missing' }),
  fields: (
    { episodes },
    values,
    errors,
  ) => html`${errors.of('join') ? joinField(episodes, values['join'], errors.of('join')) : nothing}
${reportFields(values, errors)}
${details({
  summaryText: 'The child is back already',
  html: returnFields(values, errors),
  open:
    returnOrder.some(name => errors.of(name) !== undefined) ||
    (typeof values['where'] === 'string' && values['where'] !== ''),
})}`,
  parse(fields, { episodes, bornOn }, { work, params: { personId }, submission }) {
    const report = parseReport(fields, personId, work.now)
    const returned = isReturnTyped(fields) ? parseReturn(fields, report?.startedAt ?? null, work.now) : null
    const joins = episodes.find(({ id }) => id === fields.typed('join')) ?? null
    if (report && bornOn && Temporal.PlainDate.compare(londonDate(report.startedAt), bornOn) < 0)
      fields.problem('started', 'Missing from must be on or after the child’s date of birth')
    if (report && bornOn && isGrown(bornOn, londonDate(report.startedAt)))
      fields.problem(
        'started',
        'Missing from must be before the 18th birthday. Record it of an adult as a note',
      )
    return report === null || fields.issues.length > 0
      ? null
      : { report: { ...report, returned, submission }, joins }
  },
  async save({ report, joins }, _, { work, params: { personId } }): Promise<Sent> {
    if (joins !== null) {
      if ((await joinReport(work, joins, report)) === 'stale') return { outcome: 'stale' }
      return {
        outcome: 'saved',
        location: `/people/${personId}/missing/${joins.id}`,
        success: 'Report added to the absence',
      }
    }
    const recorded = await recordMissing(work, report)
    if (recorded.outcome === 'overlaps')
      return { outcome: 'refused', issues: [{ path: ['join'], message: why(recorded.episode) }] }
    return {
      outcome: 'saved',
      location: `/people/${personId}/missing/${recorded.episodeId}`,
      success: 'Recorded',
    }
  },
  order: ['join', ...reportOrder, ...returnOrder],
  targets: { ...reportTargets, ...returnTargets },
  labels: reportLabels,
})

const isGrown = (bornOn: Temporal.PlainDate, on: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(bornOn.add({ years: 18 }), on) <= 0

const why = (episode: Episode): string =>
  `The child is on record as away from ${formatDateTime(episode.startedAt)}${episode.returned ? ` until ${formatDateTime(episode.returned.at)}` : ' and not back yet'}. Select to add this report to that absence, or change the times`

const joinField = (episodes: readonly Episode[], chosen: unknown, errorMessage: ErrorMessage | undefined) =>
  radios({
    name: 'join',
    idPrefix: 'join',
    fieldset: { legend: { text: 'Is it the same absence?', classes: 'govuk-fieldset__legend--m' } },
    items: [
      ...episodes
        .toReversed()
        .slice(0, 3)
        .map(one => ({
          value: one.id,
          text: `Yes: add this report to the absence that began ${formatDateTime(one.startedAt)}`,
        })),
      { value: '', text: 'No: I have changed the times' },
    ],
    value: typeof chosen === 'string' ? chosen : undefined,
    errorMessage,
  })

/** The last quarter of an hour. */
function quarter(now: Temporal.Instant): Temporal.Instant {
  return now.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' })
}

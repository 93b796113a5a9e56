import { childForm, dayValues } from '#modules/casework'
import { formatDate, html } from '#ui'
import { changePeriod } from '../commands/changePeriod.ts'
import { type Ended, whatIsWrong } from '../rules/period.ts'
import { legalStatuses } from '../rules/words.ts'
import { type OpenPeriod, openPeriod } from './openPeriod.ts'
import {
  endFields,
  endOrder,
  noteWrong,
  overlapIssue,
  parseEnd,
  periodLabels,
  periodTargets,
} from './periodFields.ts'
import { carePath, type PeriodParams, periodParams, periodPath } from './periodParams.ts'

type Parsed = { readonly ended: Ended; readonly version: number }

/** `/people/:personId/care/:periodId/end`. */
export const endRoutes = childForm<PeriodParams, OpenPeriod, Parsed>({
  url: '/people/:personId/care/:periodId/end',
  params: periodParams,
  name: 'care-end',
  title: 'Record that a child is looked after no longer - Record',
  heading: () => 'Record that the child is looked after no longer',
  summary: {
    show: 'The form that ends a period in which a child is looked after',
    send: 'Ends a period in which a child is looked after',
  },
  submit: 'Record',
  path: params => periodPath(params, 'end'),
  cancel: ({ personId }) => carePath(personId),
  async read({ work, params }) {
    const open = await openPeriod(work, params)
    return open?.period.ended === null ? open : null
  },
  fresh: ({ period }, work) => ({ ...dayValues('ended', work.today), version: `${period.version}` }),
  fields: (
    { period },
    values,
    errors,
  ) => html`<p class="govuk-body">Looked after since ${formatDate(period.startedOn)}. Legal status then: ${legalStatuses[period.beganUnder]}.</p>
${endFields(values, errors, 'The day on which the child was looked after no longer')}`,
  parse(fields, { period, child }, { work }) {
    const ended = parseEnd(fields)
    if (ended === null || fields.issues.length > 0) return null
    noteWrong(fields, whatIsWrong({ ...period, ended }, child, work.today))
    return { ended, version: Number(fields.typed('version')) || 0 }
  },
  async save({ ended, version }, { period }, { work, params }) {
    const changed = await changePeriod(work, period, version, { ...period, ended })
    if (changed === 'stale') return { outcome: 'stale' }
    if (changed === 'overlaps')
      return {
        outcome: 'refused',
        issues: overlapIssue('ended', 'Another period began before that day. Correct that one first'),
      }
    return {
      outcome: 'saved',
      location: carePath(params.personId),
      success: 'Recorded. The NHS is told with the next file',
    }
  },
  order: endOrder,
  targets: periodTargets,
  labels: periodLabels,
})

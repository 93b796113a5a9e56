import { childForm } from '#modules/casework'
import { html, nothing } from '#ui'
import { changePeriod } from '../commands/changePeriod.ts'
import { type PeriodSaid, whatIsWrong } from '../rules/period.ts'
import { type OpenPeriod, openPeriod } from './openPeriod.ts'
import {
  endFields,
  endOrder,
  isEndTyped,
  noteWrong,
  overlapIssue,
  parseEnd,
  parseStart,
  periodLabels,
  periodTargets,
  periodValues,
  startFields,
  startOrder,
} from './periodFields.ts'
import { carePath, type PeriodParams, periodParams, periodPath } from './periodParams.ts'

type Parsed = { readonly said: PeriodSaid; readonly version: number }

/** `/people/:personId/care/:periodId/change`. */
export const changeRoutes = childForm<PeriodParams, OpenPeriod, Parsed>({
  url: '/people/:personId/care/:periodId/change',
  params: periodParams,
  name: 'care-change',
  title: 'Correct a period in care - Record',
  heading: () => 'Correct a period in care',
  summary: {
    show: 'The form that corrects a period in which a child is or was looked after',
    send: 'Corrects a period in which a child is or was looked after',
  },
  submit: 'Save',
  path: params => periodPath(params, 'change'),
  cancel: ({ personId }) => carePath(personId),
  read: ({ work, params }) => openPeriod(work, params),
  fresh: ({ period }) => periodValues(period),
  fields: ({ period }, values, errors) =>
    html`${startFields(values, errors)}${period.ended === null ? nothing : endFields(values, errors, 'Emptied, with the reason below, where the child is looked after still')}`,
  parse(fields, { period, child }, { work }) {
    const start = parseStart(fields)
    const ended = period.ended !== null && isEndTyped(fields) ? parseEnd(fields) : null
    if (start === null || fields.issues.length > 0) return null
    noteWrong(fields, whatIsWrong({ ...start, ended }, child, work.today))
    return { said: { ...start, ended }, version: Number(fields.typed('version')) || 0 }
  },
  async save({ said, version }, { period }, { work, params }) {
    const changed = await changePeriod(work, period, version, said)
    if (changed === 'stale') return { outcome: 'stale' }
    if (changed === 'overlaps')
      return {
        outcome: 'refused',
        issues: overlapIssue(
          'started',
          'Another period has part of this time. Change the days, or withdraw one of the two',
        ),
      }
    return {
      outcome: 'saved',
      location: carePath(params.personId),
      success: 'Saved. The NHS is told with the next file',
    }
  },
  order: [...startOrder, ...endOrder],
  targets: periodTargets,
  labels: periodLabels,
})

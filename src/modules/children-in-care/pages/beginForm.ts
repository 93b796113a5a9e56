import { childForm, dayValues, personParams, type Sent } from '#modules/casework'
import { personSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { formatDate, html } from '#ui'
import { beginPeriod } from '../commands/beginPeriod.ts'
import { type ChildKnown, type Period, type PeriodSaid, whatIsWrong } from '../rules/period.ts'
import { openPeriodText } from './careWords.ts'
import { known } from './openPeriod.ts'
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
  startFields,
  startOrder,
} from './periodFields.ts'
import { carePath } from './periodParams.ts'

/** `/people/:personId/care/new`. */
export const beginRoutes = childForm<{ readonly personId: Uuid }, ChildKnown, PeriodSaid>({
  url: '/people/:personId/care/new',
  params: personParams,
  name: 'care-begin',
  title: 'Record that a child is looked after - Record',
  heading: () => 'Record that the child is looked after',
  summary: {
    show: 'The form that records a child as looked after',
    send: 'Records a child as looked after, so that the NHS is told',
  },
  submit: 'Record',
  path: ({ personId }) => `${carePath(personId)}/new`,
  cancel: ({ personId }) => carePath(personId),
  async read({ work, params: { personId } }) {
    const person = await personSummary(work, personId)
    return person === null ? null : known(person)
  },
  fresh: (_, work) => dayValues('started', work.today),
  fields: (_, values, errors) => html`<p class="govuk-body">${openPeriodText}</p>
${startFields(values, errors)}
<h2 class="govuk-heading-m">If it is over already</h2>
${endFields(values, errors, 'Left out while the child is looked after')}`,
  parse(fields, child, { work }) {
    const start = parseStart(fields)
    const ended = isEndTyped(fields) ? parseEnd(fields) : null
    if (start === null || fields.issues.length > 0) return null
    noteWrong(fields, whatIsWrong({ ...start, ended }, child, work.today))
    return { ...start, ended }
  },
  async save(said, _, { work, params: { personId }, submission }): Promise<Sent> {
    const begun = await beginPeriod(work, personId, said, submission)
    if (begun.outcome === 'overlaps')
      return { outcome: 'refused', issues: overlapIssue('started', alreadyThere(begun.period)) }
    return {
      outcome: 'saved',
      location: carePath(personId),
      success: 'Recorded. The NHS is told with the next file',
    }
  },
  order: [...startOrder, ...endOrder],
  targets: periodTargets,
  labels: periodLabels,
})

const alreadyThere = ({ startedOn, ended }: Period): string =>
  `The child is on record as looked after from ${formatDate(startedOn)}${ended === null ? ' on' : ` until ${formatDate(ended.on)}`}. Correct that period, or change the days`

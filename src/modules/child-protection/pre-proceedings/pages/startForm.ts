import {
  childForm,
  dayValues,
  type FamilyChild,
  familyChildren,
  personParams,
  textField,
  ticksOf,
} from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { checkboxes, dateFields, dateFieldsFrom, html } from '#ui'
import { startPreProceedings } from '../commands/startPreProceedings.ts'
import { placeOf } from './openCase.ts'

type Gateway = {
  readonly personIds: readonly Uuid[]
  readonly startedOn: Temporal.PlainDate
  readonly reasons: string
}

/** The decision at the legal gateway, for several brothers and sisters at once. */
export const startRoutes = childForm<{ personId: Uuid }, readonly FamilyChild[], Gateway>({
  url: '/people/:personId/pre-proceedings/new',
  params: personParams,
  name: 'pre-proceedings',
  alsoNamed: children => children.map(({ id }) => id),
  title: 'Start pre-proceedings',
  heading: () => 'Start pre-proceedings',
  summary: { show: 'The form for the decision to start pre-proceedings', send: 'Starts pre-proceedings' },
  submit: 'Start pre-proceedings',
  path: params => `${placeOf(params)}/new`,
  cancel: placeOf,
  read: async ({ work, params }) =>
    (await familyChildren(work, params.personId)).filter(({ mayWrite }) => mayWrite),
  fresh: (children, work) => ({
    children: children.slice(0, 1).map(({ id }) => id),
    ...dayValues('started', work.today),
  }),
  fields: (children, values, errors) => html`${checkboxes({
    name: 'children',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'For which children?', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text: 'Those decided on together share letters and meetings; each has their own decision at the end',
    },
    items: children.map(child => ({ value: child.id, text: `${child.displayName}, ${child.age}` })),
    values: ticksOf(values, 'children'),
    errorMessage: errors.of('children'),
  })}
${dateFields({
  name: 'started',
  legend: 'Day of the decision',
  hint: 'The 16 weeks count from it',
  value: dateFieldsFrom(values, 'started'),
  error: errors.of('started'),
})}
${textField('reasons', 'Why the legal gateway decided to start', { values, errors }, 'What is feared for the child and what has been tried. What the lawyer advised belongs into legal advice, not here', 5)}`,
  parse: (fields, children, { work }) => {
    const personIds = children.map(({ id }) => id).filter(id => fields.isTicked('children', id))
    if (personIds.length === 0) fields.problem('children', 'Select at least one child')
    const startedOn = fields.date('started', 'Day of the decision', 'Enter the day of the decision')
    if (startedOn !== null && Temporal.PlainDate.compare(startedOn, work.today) > 0)
      fields.problem('started', 'Day of the decision must be today or in the past')
    const reasons = fields.text('reasons', 10_000, 'Enter why it was decided to start')
    return startedOn === null || reasons === null ? null : { personIds, startedOn, reasons }
  },
  save: async (gateway, children, { work, params }) => {
    const started = await startPreProceedings(work, gateway)
    if (started.outcome === 'started')
      return { outcome: 'saved', location: placeOf(params), success: 'Pre-proceedings started' }
    const names = children.filter(({ id }) => started.personIds.includes(id)).map(one => one.displayName)
    return {
      outcome: 'refused',
      issues: [
        {
          path: ['children'],
          message: `In pre-proceedings already: ${names.join(', ')}. Take them off the list`,
        },
      ],
    }
  },
  order: ['children', 'started', 'reasons'],
  targets: { started: 'started-day' },
})

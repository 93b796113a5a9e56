import {
  childForm,
  dayValues,
  type FamilyChild,
  familyChildren,
  lineField,
  personParams,
  textField,
  ticksOf,
} from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { checkboxes, dateFields, dateFieldsFrom, html, insetText } from '#ui'
import { type AdviceGiven, giveAdvice } from '../commands/giveAdvice.ts'

const back = ({ personId }: { readonly personId: Uuid }): string => `/people/${personId}/pre-proceedings`

/** What a lawyer advised, recorded by whoever asked for it. */
export const newAdviceRoutes = childForm<{ personId: Uuid }, readonly FamilyChild[], AdviceGiven>({
  url: '/people/:personId/legal-advice/new',
  params: personParams,
  name: 'legal-advice',
  resource: 'person',
  alsoNamed: children => children.map(({ id }) => id),
  title: 'Record legal advice',
  heading: () => 'Record legal advice',
  summary: { show: 'The form for legal advice', send: 'Records legal advice' },
  submit: 'Save the advice',
  path: params => `/people/${params.personId}/legal-advice/new`,
  cancel: back,
  read: async ({ work, params }) =>
    work.actor.class === 'practitioner'
      ? (await familyChildren(work, params.personId)).filter(({ mayWrite }) => mayWrite)
      : null,
  fresh: (children, work) => ({
    children: children.slice(0, 1).map(({ id }) => id),
    ...dayValues('given', work.today),
  }),
  fields: (children, values, errors) => html`${insetText({
    text: 'Only you read this, and whoever you or another reader puts on its list afterwards. It is in no chronology, search, count or copy, and managers, directors, chairs and inspectors do not see that it is there. It is never changed: later advice is recorded anew.',
  })}
${checkboxes({
  name: 'children',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Which children is it about?', classes: 'govuk-fieldset__legend--s' } },
  items: children.map(child => ({ value: child.id, text: `${child.displayName}, ${child.age}` })),
  values: ticksOf(values, 'children'),
  errorMessage: errors.of('children'),
})}
${lineField('matter', 'What it is about', { values, errors }, 'For example, threshold, an interim order, instructing an expert')}
${lineField('by', 'Who gave it', { values, errors }, 'The lawyer, and from where')}
${dateFields({ name: 'given', legend: 'When?', value: dateFieldsFrom(values, 'given'), error: errors.of('given') })}
${textField('advice', 'The advice', { values, errors }, undefined, 12)}`,
  parse: (fields, children, { work }) => {
    const personIds = children.map(({ id }) => id).filter(id => fields.isTicked('children', id))
    if (personIds.length === 0) fields.problem('children', 'Select at least one child')
    const matter = fields.text('matter', 300, 'Enter what it is about')
    const givenBy = fields.text('by', 200, 'Enter who gave the advice')
    const givenOn = fields.date('given', 'Day of the advice', 'Enter the day of the advice')
    if (givenOn !== null && Temporal.PlainDate.compare(givenOn, work.today) > 0)
      fields.problem('given', 'Day of the advice must be today or in the past')
    const advice = fields.text('advice', 100_000, 'Enter the advice')
    if (matter === null || givenBy === null || givenOn === null || advice === null) return null
    return { personIds, matter, givenBy, givenOn, advice }
  },
  save: async (given, _children, { work }) => ({
    outcome: 'saved',
    location: `/legal-advice/${await giveAdvice(work, given)}`,
    success: 'The advice is kept. Only you read it until you add somebody',
  }),
  order: ['children', 'matter', 'by', 'given', 'advice'],
  targets: { given: 'given-day' },
})

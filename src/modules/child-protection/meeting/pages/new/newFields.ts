import { type FormValues, ticksOf, typedOf } from '#modules/casework'
import { checkboxes, details, type FieldErrors, type Html, html, nothing, select } from '#ui'
import { text } from '../../../child-form/choices.ts'
import { momentFields } from '../../../child-form/moments.ts'
import { lackingHtml, suggestedFields } from '../invitees/suggestedFields.ts'
import { whenFields, whenOrder } from '../workspace/moveForm.ts'
import type { NewContext } from './newContext.ts'

export const newOrder = [
  'children',
  'reason',
  'identified',
  'identified-time',
  'actedFirst',
  'acted',
  'acted-time',
  ...whenOrder,
  'chair',
  'ask',
] as const

/** About whom, why, when, who chairs, who is asked. */
export function newFields(context: NewContext, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  const isStrategy = context.kind === 'strategy'
  return html`${childrenField(context, values, errors)}
${text('reason', isStrategy ? 'Why is there reasonable cause to suspect significant harm?' : 'Why is it called?', of)}
${isStrategy ? strategyFields(values, errors) : nothing}
${whenFields(values, errors)}
${context.chairs.length > 0 ? chairField(context, values, errors) : nothing}
${lackingHtml(context.kind, context.suggested, values)}
${suggestedFields(context.suggested, values, errors)}`
}

const childrenField = ({ children }: NewContext, values: FormValues, errors: FieldErrors): Html =>
  checkboxes({
    name: 'children',
    idPrefix: 'children',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'About which children?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Children of the family whose record you write. Each gets a decision' },
    items: children.map(({ id, displayName, age }) => ({ value: id, text: `${displayName}, ${age}` })),
    values: ticksOf(values, 'children'),
    errorMessage: errors.of('children'),
  })

function strategyFields(values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  const hasActed = typedOf(values, 'actedFirst') !== '' || errors.of('acted') !== undefined
  return html`${momentFields('identified', { legend: 'When was that clear?', hint: 'The discussion is held by the end of the next working day' }, values, errors)}
${details({
  summaryText: 'Somebody has already acted to keep a child safe',
  open: hasActed,
  html: html`${text('actedFirst', 'What was done, and by whom', of, 'Such as: police took the baby into police protection. The discussion follows')}
${momentFields('acted', { legend: 'When was it done?' }, values, errors)}`,
})}`
}

const chairField = ({ chairs }: NewContext, values: FormValues, errors: FieldErrors): Html =>
  select({
    name: 'chair',
    label: { text: 'Who chairs it?', classes: 'govuk-label--s' },
    hint: { text: 'A chair is independent: neither holds nor manages a child of it' },
    items: [
      { value: '', text: 'Not known yet' },
      ...chairs.map(({ id, name }) => ({ value: id, text: name })),
    ],
    value: typedOf(values, 'chair'),
    errorMessage: errors.of('chair'),
  })

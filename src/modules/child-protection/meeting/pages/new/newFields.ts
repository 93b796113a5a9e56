import {
  type FormValues,
  lineField,
  momentFields,
  oneOfMany,
  textField,
  ticksOf,
  typedOf,
} from '#modules/casework'
import { checkboxes, details, type FieldErrors, type Html, html, nothing } from '#ui'
import { powerWords } from '../../../enquiry/rules/enquiryWords.ts'
import { keeperFields, keeperOrder } from '../form/keeperFields.ts'
import { lackingHtml, suggestedFields } from '../invitees/suggestedFields.ts'
import { whenFields, whenOrder } from '../workspace/moveForm.ts'
import type { NewContext } from './newContext.ts'

export const newOrder = [
  'children',
  'reason',
  'identified',
  'identified-time',
  'actedFirst',
  'actedBy',
  'acted',
  'acted-time',
  'actedPower',
  ...whenOrder,
  ...keeperOrder,
  'ask',
] as const

/** Whether a meeting is new, or goes on with what an adjourned one knew: when it was clear, and what was done first. */
export type Begins = 'anew' | 'continues'

/** About whom, why, when, who chairs, who is asked. */
export function newFields(
  context: NewContext,
  values: FormValues,
  errors: FieldErrors,
  begins: Begins = 'anew',
): Html {
  const of = { values, errors }
  const isStrategy = context.kind === 'strategy'
  return html`${childrenField(context, values, errors)}
${textField('reason', isStrategy ? 'Why is there reasonable cause to suspect significant harm?' : 'Why is it called?', of)}
${isStrategy && begins === 'anew' ? strategyFields(values, errors) : nothing}
${whenFields(values, errors)}
${keeperFields(context.keepers, values, errors)}
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
  const hasActed =
    ['actedFirst', 'actedBy', 'actedPower'].some(name => typedOf(values, name) !== '') ||
    errors.of('acted') !== undefined
  return html`${momentFields('identified', { legend: 'When was that clear?', hint: 'The discussion is held by the end of the next working day' }, values, errors)}
${details({
  summaryText: 'Somebody has already acted to keep a child safe',
  open: hasActed,
  html: html`${textField('actedFirst', 'What was done', of, 'Such as: the baby was taken into police protection. The discussion follows, and each enquiry tells of it')}
${lineField('actedBy', 'By whom', of, 'Name and role or agency')}
${momentFields('acted', { legend: 'When was it done?' }, values, errors)}
${oneOfMany('actedPower', 'By what right', powerWords, of)}`,
})}`
}

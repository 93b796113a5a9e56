import {
  type FormValues,
  lineField,
  momentFields,
  oneOf,
  textField,
  ticksOf,
  typedOf,
} from '#modules/casework'
import { checkboxes, type FieldErrors, type Html, html, insetText, nothing, select } from '#ui'
import { inviteeWords } from '../../../meeting/pages/words.ts'
import type { DecisionContext } from './decisionContext.ts'

/** How many lines of enquiry the form has room for. */
export const LINES = [1, 2, 3, 4] as const

export const decisionOrder = ({ children }: DecisionContext): readonly string[] => [
  'quorumException',
  ...children.flatMap(({ id }) => [
    `decision-${id}`,
    `reasons-${id}`,
    `joint-${id}`,
    `see-${id}`,
    `see-${id}-time`,
    `dissent-${id}`,
    `why-${id}`,
  ]),
  'lead',
  ...LINES.flatMap(number => [`question-${number}`, `who-${number}`]),
]

export const decisionTargets = ({ children }: DecisionContext): Readonly<Record<string, string>> =>
  Object.fromEntries(children.map(({ id }) => [`see-${id}`, `see-${id}-day`]))

/** The decision on each child, and the plan of the enquiries. */
export function decisionFields(context: DecisionContext, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  const { absent } = context.opened.quorum
  return html`${absent.length > 0 ? textField('quorumException', 'Why is it held without a quorum?', of, 'It stands in the record with your name', 2) : nothing}
${context.children.map(child => childFields(context, child, of))}
<h3 class="govuk-heading-m">The enquiries that start</h3>
${select({
  name: 'lead',
  label: { text: 'Who leads them?', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'You, until somebody else does' },
    ...context.workers.map(({ id, name }) => ({ value: id, text: name })),
  ],
  value: typedOf(values, 'lead'),
  errorMessage: errors.of('lead'),
})}
${LINES.map(number => html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${lineField(`question-${number}`, `${number}. What is to be found out or done`, of)}</div><div class="govuk-grid-column-one-third">${lineField(`who-${number}`, `${number}. By whom`, of)}</div></div>`)}`
}

type Of = { readonly values: FormValues; readonly errors: FieldErrors }

function childFields(
  context: DecisionContext,
  { id, name, isEnquired, isReferred }: DecisionContext['children'][number],
  of: Of,
): Html {
  const decisions = isEnquired
    ? { enquiry_continues: 'The enquiry that is open goes on' }
    : { start_enquiry: 'Start a section 47 enquiry', no_enquiry: 'No section 47 enquiry' }
  const given = context.views.filter(({ personId, dissents }) => personId === id && dissents)
  return html`<fieldset class="govuk-fieldset govuk-!-margin-bottom-6"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${name}</legend>
${isReferred || isEnquired ? nothing : insetText({ text: 'No referral of this child is open: an enquiry can start once one is.' })}
${oneOf(`decision-${id}`, 'Decision', decisions, of)}
${textField(`reasons-${id}`, 'Reasons', of)}
${
  isEnquired
    ? nothing
    : html`${oneOf(`joint-${id}`, 'If an enquiry starts, who makes it?', { joint: 'Social care together with the police', single: 'Social care alone' }, of)}
${momentFields(`see-${id}`, { legend: 'When is the child to be seen by?', hint: 'Without a time it is within 24 hours' }, of.values, of.errors)}`
}
${given.length === 0 ? nothing : html`<p class="govuk-body">Already said that they do not agree: ${given.length}.</p>`}
${
  context.present.length === 0
    ? nothing
    : html`${checkboxes({
        name: `dissent-${id}`,
        idPrefix: `dissent-${id}`,
        classes: 'govuk-checkboxes--small',
        fieldset: { legend: { text: 'Who does not agree?', classes: 'govuk-fieldset__legend--s' } },
        items: context.present.map(one => ({ value: one.id, text: inviteeWords(one) })),
        values: ticksOf(of.values, `dissent-${id}`),
        errorMessage: of.errors.of(`dissent-${id}`),
      })}
${textField(`why-${id}`, 'If somebody does not agree, why', of, undefined, 2)}`
}</fieldset>`
}

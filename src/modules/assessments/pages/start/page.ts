import { checkboxes, dateFields, dateFieldsFrom, formatDate, type Html, html, textarea } from '#ui'
import { type Assessable, mayStart } from '../../queries/assessable.ts'
import { textOf, textsOf } from '../frame/formValues.ts'
import type { FormState } from '../frame/openedForm.ts'

/** Whom the assessment is about, since when and what for. */
export function startPage(children: readonly Assessable[], state: FormState): Html {
  const { values, errors } = state
  return html`${childTicks(children, state, 'Which children is it about?')}
${otherChildren(children)}
${dateFields({
  name: 'started',
  legend: 'Started on',
  hint: 'The time limit counts from the referral, whatever the day it starts',
  value: dateFieldsFrom(values, 'started'),
  error: errors.of('started'),
})}
${textarea({
  name: 'purpose',
  rows: 3,
  label: { text: 'What must it answer? (optional, can be written later)', classes: 'govuk-label--s' },
  value: textOf(values, 'purpose'),
  errorMessage: errors.of('purpose'),
})}`
}

/** Children who may be taken in. */
export function childTicks(
  children: readonly Assessable[],
  { values, errors }: FormState,
  legend: string,
): Html {
  const open = children.filter(mayStart)
  if (open.length === 0)
    return html`<p class="govuk-body" id="child">No child of this family waits for an assessment.</p>`
  return checkboxes({
    name: 'child',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--m' } },
    items: open.map(({ child, episode, begunId }) => ({
      value: child.id,
      text: `${child.displayName}, ${child.age}`,
      hint: {
        text: `${episode ? `Referral of ${formatDate(episode.receivedOn)}` : ''}${begunId ? '; an assessment was begun and is carried on here' : ''}`,
      },
    })),
    values: [...textsOf(values, 'child')],
    errorMessage: errors.of('child'),
  })
}

/** The others, and why not. */
export function otherChildren(children: readonly Assessable[]): Html {
  const lines = children.flatMap(({ child, episode, jointId }) => {
    if (!child.mayWrite) return [html`<li>${child.displayName}: you may not write in this record</li>`]
    if (jointId !== null)
      return [
        html`<li>${child.displayName}: <a class="govuk-link" href="/assessments/${jointId}">an assessment is under way</a></li>`,
      ]
    return episode === null ? [html`<li>${child.displayName}: no referral is open</li>`] : []
  })
  if (lines.length === 0) return html``
  return html`<p class="govuk-body">Not offered:</p><ul class="govuk-list govuk-list--bullet">${lines}</ul>`
}

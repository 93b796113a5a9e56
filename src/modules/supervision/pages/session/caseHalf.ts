import { ticksOf, typedOf } from '#modules/casework'
import { checkboxes, dateFields, dateFieldsFrom, formatDate, type Html, html, input, nothing, tag } from '#ui'
import type { ChildToDiscuss } from '../../queries/childrenOf.ts'
import type { WriteView } from './writeView.ts'

/** Direction of the case: each child of the worker, those not discussed within the limit first, a direction in a line each. */
export function caseHalf(view: WriteView): Html {
  const { form, children } = view
  return html`<h2 class="govuk-heading-m" id="case">Case</h2>
  ${
    children.length === 0
      ? noChildren(view)
      : html`<p class="govuk-body">What you write here stands on the child’s own record as soon as you save, and cannot be changed.</p>
        ${children.map(child => childPart(view, child))}
        ${dateFields({ name: 'by', legend: 'By when? (optional, for all of these)', value: dateFieldsFrom(form.values, 'by'), error: form.errors.of('by') })}
        ${checkboxes({
          name: 'tasks',
          classes: 'govuk-checkboxes--small',
          items: [{ value: 'yes', text: 'Give each direction to the worker as a task' }],
          values: [...ticksOf(form.values, 'tasks')],
        })}`
  }`
}

function noChildren({ form, session }: WriteView): Html {
  return input({
    name: 'no_children',
    label: { text: `Why is no child discussed?`, classes: 'govuk-label--s' },
    hint: { text: `${session.superviseeName} holds no child whose record you write` },
    value: typedOf(form.values, 'no_children'),
    errorMessage: form.errors.of('no_children'),
  })
}

function childPart({ form, directions }: WriteView, child: ChildToDiscuss): Html {
  const { personId, name } = child
  const said = directions.filter(direction => direction.personId === personId)
  return html`<div class="govuk-!-margin-bottom-4">
    ${checkboxes({
      name: 'about',
      idPrefix: `about_${personId}`,
      classes: 'govuk-checkboxes--small',
      items: [
        {
          value: personId,
          text: `${name}${child.age === '' ? '' : `, ${child.age}`}`,
          hint: { text: lastWords(child) },
        },
      ],
      values: [...ticksOf(form.values, 'about')],
    })}
    ${child.isOverdue ? html`<p class="govuk-body">${tag({ text: 'Not discussed in time', classes: 'govuk-tag--red' })}</p>` : nothing}
    ${said.map(({ direction }) => html`<p class="govuk-body">On the record: <span class="kith-typed">${direction}</span></p>`)}
    ${input({
      name: `direction_${personId}`,
      label: { html: html`Direction<span class="govuk-visually-hidden"> for ${name}</span>` },
      value: typedOf(form.values, `direction_${personId}`),
      errorMessage: form.errors.of(`direction_${personId}`),
    })}
  </div>`
}

const lastWords = ({ lastOn, dueOn }: ChildToDiscuss): string =>
  lastOn === null
    ? `Never discussed, to be discussed by ${formatDate(dueOn)}`
    : `Last discussed ${formatDate(lastOn)}, next by ${formatDate(dueOn)}`

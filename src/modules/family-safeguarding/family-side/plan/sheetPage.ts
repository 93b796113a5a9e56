import { copyHeldHtml } from '#modules/casework'
import {
  button,
  checkboxes,
  details,
  errorsAbove,
  formatDate,
  type Html,
  html,
  nothing,
  plural,
  select,
} from '#ui'
import { familyPath } from '../../frame/familyParams.ts'
import { nameOf } from '../../frame/openFamily.ts'
import { heardForm, shareForm, type Typed } from './givingForms.ts'
import { type FamilySheet, readersOf, sheetQuery } from './readSheet.ts'
import { insteadOf, type SheetLine, type SheetPart } from './sheet.ts'

export function sheetPage(view: FamilySheet, typed: Typed): Html {
  const { open, sheet } = view
  return html`${errorsAbove(typed.errors)}<h1 class="govuk-heading-l">The plan on one side of paper</h1>
<p class="govuk-body">From the plans of the children, for the family: what, who and by when. What stands in several plans stands here once.</p>
${sheet.parts.length === 0 ? html`<p class="govuk-body">No plan that you may read has an outcome that is worked on.</p>` : sheet.parts.map(part => partHtml(view, part))}
${leftOff(view)}
${open.writes ? (view.mayGive ? chooser(view) : html`<p class="govuk-body">Whoever writes the record of each of these children gives this sheet to the family.</p>`) : nothing}
${given(view, typed)}`
}

/** Whose it is, where it is not for all children of the sheet. */
export const forWhom = ({ open, childIds }: FamilySheet, its: readonly string[]): string =>
  its.length === childIds.length
    ? ''
    : ` (${open.members
        .filter(({ person }) => its.includes(person.id))
        .map(({ person }) => person.displayName)
        .join(', ')})`

const lineText = (view: FamilySheet, part: SheetPart, line: SheetLine): string =>
  `${line.what}${line.childIds.length === part.childIds.length ? '' : forWhom(view, line.childIds)}. ${line.who}, by ${formatDate(line.by)}.`

const partHtml = (view: FamilySheet, part: SheetPart): Html =>
  html`<h2 class="govuk-heading-m">${part.outcome}${forWhom(view, part.childIds)}</h2>
${part.lines.length === 0 ? html`<p class="govuk-body">${insteadOf(part)}</p>` : html`<ul class="govuk-list govuk-list--bullet">${part.lines.map(line => html`<li>${lineText(view, part, line)}</li>`)}</ul>`}`

/** What one side has no room for, and where it stands. */
function leftOff({ sheet, open, childIds }: FamilySheet): Html {
  if (sheet.left.length === 0 && sheet.leftOutcomes === 0) return nothing
  return html`<div class="govuk-inset-text"><p class="govuk-body">One side of paper has no room for ${plural(sheet.left.length, 'action')}${sheet.leftOutcomes === 0 ? '' : `, and for ${plural(sheet.leftOutcomes, 'outcome')}`}. They stand in the plans:</p>
<ul class="govuk-list govuk-list--bullet">${childIds.map(id => html`<li><a class="govuk-link" href="/people/${id}/plan">The plan of ${nameOf(open, id)}</a></li>`)}</ul></div>`
}

function chooser(view: FamilySheet): Html {
  const { open, plans, parts, leave, childIds, recipient } = view
  if (plans.length === 0) return nothing
  const lines = parts.flatMap(part => part.lines)
  return html`<form method="get" action="${familyPath(open.family.id, '/family/plan')}" class="kith-no-print">
<h2 class="govuk-heading-m">A sheet for somebody</h2>
${select({
  name: 'for',
  label: { text: 'For whom?', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'Select' },
    ...readersOf(open, childIds).map(({ id, displayName }) => ({ value: id, text: displayName })),
  ],
  value: recipient?.id,
})}
${checkboxes({
  name: 'child',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'About which children?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Those whose plans this person may know. None ticked means all' },
  items: open.members
    .filter(({ role }) => role === 'child')
    .map(({ person }) => ({ value: person.id, text: person.displayName })),
  values: [...childIds],
})}
${details({
  summaryText: 'Leave something out of this sheet',
  open: leave.size > 0,
  html: checkboxes({
    name: 'leave',
    classes: 'govuk-checkboxes--small',
    fieldset: {
      legend: { text: 'Leave out what this person must not know of', classes: 'govuk-fieldset__legend--s' },
    },
    items: lines.map(({ key, what, who }) => ({ value: key, text: `${what}: ${who}` })),
    values: [...leave],
  }),
})}
${button({ text: 'Make the sheet', classes: 'govuk-button--secondary' })}
</form>`
}

/** The sheet for its reader, and what they say of it. */
function given(view: FamilySheet, typed: Typed): Html {
  const { open, recipient, faults, mayGive } = view
  if (!mayGive || recipient === null || faults === null) return nothing
  if (faults.hits.length > 0) return copyHeldHtml(faults)
  return html`<div class="kith-no-print"><p class="govuk-body"><a class="govuk-link" href="${familyPath(open.family.id, '/family/plan.pdf')}?${sheetQuery(view)}">Download the sheet for ${recipient.displayName} (PDF)</a></p>
${shareForm(view, typed)}${heardForm(view, typed)}</div>`
}

import { type Draft, draftAttributes, draftBanner, draftFields, SAVE_DRAFT } from '#platform/drafts'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  draftStatus,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  nothing,
  textarea,
} from '#ui'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'

/** Everything that the form for management oversight shows. */
export type OversightView = {
  readonly personId: Uuid
  /** Of the family, whose cases the reader manages. */
  readonly children: readonly FamilyChild[]
  readonly values: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly draft: Draft | null
  readonly offered: Draft | null
  readonly now: Temporal.Instant
}

/** The draft of an oversight entry: one for each child and manager. */
export const oversightDraft = (personId: Uuid) => ({ form: 'oversight', recordKey: personId })

/** What a manager looked at, thinks and directs, written once for brothers and sisters. */
export function oversightPage(view: OversightView): Html {
  const { personId, keys, errors, offered, draft, now } = view
  const path = `/people/${personId}/oversight/new`
  const of = oversightDraft(personId)
  const typed = new Fields(view.values)
  const area = (name: string, rows: number, label: string, hint?: string) =>
    textarea({
      name,
      rows,
      label: { text: label, classes: 'govuk-label--s' },
      hint: hint === undefined ? undefined : { text: hint },
      value: typed.typed(name),
      errorMessage: errors.of(name),
    })
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Record management oversight</h1>
${offered ? draftBanner(offered, { keys, now, continuePath: `${path}?draft=open`, afterDiscard: path }) : nothing}
<form method="post" action="${path}" novalidate${draftAttributes(of)}>
  ${formFields(keys)}
  ${draftFields({ ...of, page: path, draft })}
  ${aboutField(view)}
  ${area('looked_at', 3, 'What did you look at?', 'For example, the last visits, the plan, a conversation with the worker')}
  ${area('view', 6, 'What is your view?', 'How the children are doing, and why. Write so that they can read it one day')}
  ${area('direction', 3, 'What is to happen? (optional)')}
  ${dateFields({ name: 'by', legend: 'By when? (optional)', value: dateFieldsFrom(view.values, 'by'), error: errors.of('by') })}
  ${checkboxes({
    name: 'tasks',
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'Give it as a task to the lead of each child' }],
    values: [view.values['tasks'] ?? []].flat().map(String),
  })}
  <div class="govuk-button-group">
    ${button({ text: 'Save', preventDoubleClick: true })}
    ${button({ text: 'Save draft', name: SAVE_DRAFT, value: 'yes', classes: 'govuk-button--secondary' })}
    <a class="govuk-link" href="/people/${personId}">Cancel</a>
  </div>
  ${draftStatus(draft?.savedAt)}
</form>`
}

function aboutField({ children, values, errors }: OversightView): Html {
  return checkboxes({
    name: 'about',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Who is it about?', classes: 'govuk-fieldset__legend--s' } },
    items: children.map(child => ({ value: child.id, text: `${child.displayName}, ${child.age}` })),
    values: [values['about'] ?? []].flat().map(String),
    errorMessage: errors.of('about'),
  })
}

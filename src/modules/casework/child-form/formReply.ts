import { type DraftDifference, draftConflict } from '#platform/drafts'
import type { FormKeys, Reply } from '#platform/http'
import { errorsAbove, html, nothing } from '#ui'
import { type FormValues, type LongForm, longFormHtml, typedOf } from '../pages/frame/longForm.ts'
import type { AboutChild, ChildForm, FormVisit, Found } from './formShape.ts'

/** Both texts of whatever the form names. */
export const differing = (
  labels: Readonly<Record<string, string>>,
  yours: FormValues,
  now: FormValues,
): readonly DraftDifference[] =>
  Object.entries(labels).map(([name, label]) => ({
    label,
    yours: typedOf(yours, name),
    other: typedOf(now, name),
  }))

type Around<Params> = {
  readonly visit: FormVisit<Params>
  readonly keys: FormKeys
  readonly differences?: readonly DraftDifference[]
  readonly isStale?: boolean
}

/** The page of a form, with its errors or with both texts where it was stale. */
export function formReply<Params extends AboutChild, Context, Parsed>(
  form: ChildForm<Params, Context, Parsed>,
  { frame, context }: Found<Context>,
  shown: LongForm,
  { visit, keys, differences = [], isStale = false }: Around<Params>,
): Reply {
  const hasErrors = shown.errors.list.length > 0
  const version = typedOf(shown.values, 'version')
  const subjectIds = [...new Set([visit.params.personId, ...(form.alsoNamed?.(context) ?? [])])]
  return {
    kind: 'page',
    status: isStale ? 409 : hasErrors ? 422 : 200,
    title: form.title,
    hasErrors,
    before: frame.before,
    content: html`${errorsAbove(shown.errors)}${differences.length > 0 ? draftConflict({ between: 'record', differences }) : nothing}
<h1 class="govuk-heading-l">${form.heading(context)}</h1>
${longFormHtml(shown, {
  keys,
  now: visit.work.now,
  submit: form.submit,
  cancel: form.cancel(visit.params),
  fields: html`${version === '' ? nothing : html`<input type="hidden" name="version" value="${version}">`}${form.fields(context, shown.values, shown.errors)}`,
})}`,
    shown: { resource: form.resource ?? form.name, subjectIds },
  }
}

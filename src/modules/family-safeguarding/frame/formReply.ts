import { type LongForm, longFormHtml, typedOf } from '#modules/casework'
import { type DraftDifference, draftConflict } from '#platform/drafts'
import type { FormKeys, Reply } from '#platform/http'
import { errorsAbove, html, nothing } from '#ui'
import { familyBefore } from './familyPage.ts'
import type { FamilyParams } from './familyParams.ts'
import type { FamilyForm, FormVisit } from './formShape.ts'
import { type OpenFamily, subjectsOf } from './openFamily.ts'

type Around<Params> = {
  readonly visit: FormVisit<Params>
  readonly keys: FormKeys
  readonly differences?: readonly DraftDifference[]
  readonly isStale?: boolean
}

/** The page of a form, with its errors, or with both texts where it was stale. */
export function formReply<Params extends FamilyParams, Context, Parsed>(
  form: FamilyForm<Params, Context, Parsed>,
  { open, context }: { readonly open: OpenFamily; readonly context: Context },
  shown: LongForm,
  { visit, keys, differences = [], isStale = false }: Around<Params>,
): Reply {
  const hasErrors = shown.errors.list.length > 0
  const version = typedOf(shown.values, 'version')
  return {
    kind: 'page',
    status: isStale ? 409 : hasErrors ? 422 : 200,
    title: `${form.title} - Workbook`,
    current: '/safeguarding',
    hasErrors,
    ...(form.isWide ? { isWide: true } : {}),
    before: familyBefore(open, form.tab),
    content: html`${errorsAbove(shown.errors)}${differences.length > 0 ? draftConflict({ between: 'record', differences }) : nothing}
<h1 class="govuk-heading-l">${form.heading(context, open)}</h1>
${longFormHtml(shown, {
  keys,
  now: visit.work.now,
  submit: form.submit,
  cancel: form.cancel(visit.params),
  fields: html`${version === '' ? nothing : html`<input type="hidden" name="version" value="${version}">`}${form.fields(context, shown.values, shown.errors, open)}`,
})}
${form.after?.(context, open) ?? nothing}`,
    shown: { resource: form.name, subjectIds: subjectsOf(open) },
  }
}

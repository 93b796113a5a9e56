import type { ZodType } from 'zod'
import { z } from 'zod'
import {
  Fields,
  type FormValues,
  longFormHtml,
  openLongForm,
  recordWriters,
  refusedLongForm,
  type Sent,
  typedOf,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { answerSaveDraft, type DraftDifference, draftConflict, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { notFound, type Reply, type Route, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { errorsAbove, type FieldErrors, type FormIssue, fieldErrors, type Html, html, nothing } from '#ui'

export type FormVisit<Params> = {
  readonly work: Work
  readonly params: Params
  readonly sent: FormValues
  readonly submission: Uuid
}

/** What a form is about, in the sender's own sight. */
export type Opened<Context> = {
  readonly context: Context
  readonly above: Html
  readonly subjectIds: readonly Uuid[]
}

/** A long form about a paper or a copy: kept as a draft while it is typed, refused with both texts when another was saved meanwhile. */
export type PaperForm<Params, Context, Parsed> = {
  readonly url: string
  readonly params: ZodType<Params>
  readonly name: string
  readonly title: string
  readonly summary: { readonly show: string; readonly send: string }
  readonly submit: string
  readonly path: (params: Params) => string
  readonly cancel: (params: Params, context: Context) => string
  readonly open: (visit: FormVisit<Params>) => Promise<Opened<Context> | null>
  readonly fresh: (context: Context) => FormValues
  readonly fields: (context: Context, values: FormValues, errors: FieldErrors) => Html
  readonly parse: (fields: Fields, context: Context, visit: FormVisit<Params>) => Parsed | null
  readonly save: (parsed: Parsed, context: Context, visit: FormVisit<Params>) => Promise<Sent>
  readonly order: readonly string[]
  readonly targets?: Readonly<Record<string, string>>
  readonly labels?: Readonly<Record<string, string>>
}

const query = z
  .object({ draft: z.literal('open') })
  .partial()
  .catch({})

/** The two routes of such a form. */
export function paperForm<Params extends Readonly<Record<string, Uuid>>, Context, Parsed>(
  form: PaperForm<Params, Context, Parsed>,
): readonly Route[] {
  const common = {
    url: form.url,
    admits: recordWriters,
    purpose: 'casework',
    params: form.params,
    query,
  } as const
  const keyOf = (params: Params) => ({
    form: form.name,
    recordKey: Object.values(params).join(':'),
    path: form.path(params),
  })
  const reply = (
    opened: Opened<Context>,
    shown: Awaited<ReturnType<typeof openLongForm>>,
    visit: FormVisit<Params> & { readonly keys: Parameters<typeof longFormHtml>[1]['keys'] },
    stale: readonly DraftDifference[] | null,
  ): Reply => ({
    kind: 'page',
    status: stale !== null ? 409 : shown.errors.list.length > 0 ? 422 : 200,
    title: form.title,
    hasErrors: shown.errors.list.length > 0,
    content: html`${errorsAbove(shown.errors)}${stale !== null && stale.length > 0 ? draftConflict({ between: 'record', differences: stale }) : nothing}
<h1 class="govuk-heading-l">${form.title}</h1>${opened.above}
${longFormHtml(shown, {
  keys: visit.keys,
  now: visit.work.now,
  submit: form.submit,
  cancel: form.cancel(visit.params, opened.context),
  fields: html`${typedOf(shown.values, 'version') === '' ? nothing : html`<input type="hidden" name="version" value="${typedOf(shown.values, 'version')}">`}${form.fields(opened.context, shown.values, shown.errors)}`,
})}`,
    shown: { resource: form.name, subjectIds: opened.subjectIds },
  })
  const show = route({
    ...common,
    method: 'GET',
    summary: form.summary.show,
    async handle({ work, params, query: asked, form: keys, sent }): Promise<Reply> {
      const visit = { work, params, sent, submission: keys.submission, keys }
      const opened = await form.open(visit)
      if (opened === null) return notFound
      const shown = await openLongForm(
        work,
        keyOf(params),
        asked.draft === 'open',
        form.fresh(opened.context),
      )
      return reply(opened, shown, visit, null)
    },
  })
  const send = route({
    ...common,
    method: 'POST',
    summary: form.summary.send,
    async handle(asked): Promise<Reply> {
      const { work, params, sent, form: keys } = asked
      const visit = { work, params, sent, submission: keys.submission, keys }
      const opened = await form.open(visit)
      if (opened === null) return notFound
      const key = keyOf(params)
      if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(asked, key.form, key.recordKey)
      const answer = await answered(form, opened.context, visit)
      if (answer.outcome === 'not_found') return notFound
      if (answer.outcome === 'saved') {
        await dropDraft(work, key.form, key.recordKey)
        return { kind: 'redirect', location: answer.location, success: answer.success }
      }
      const isStale = answer.outcome === 'stale'
      const now = form.fresh(opened.context)
      const values = isStale ? { ...sent, version: now['version'] } : sent
      const issues: readonly FormIssue[] = answer.outcome === 'refused' ? answer.issues : []
      const refused = await refusedLongForm(work, key, values, fieldErrors(issues, form.order, form.targets))
      return reply(opened, refused, visit, isStale ? differing(form.labels ?? {}, sent, now) : null)
    },
  })
  return [show, send]
}

async function answered<Params, Context, Parsed>(
  form: PaperForm<Params, Context, Parsed>,
  context: Context,
  visit: FormVisit<Params>,
): Promise<Sent> {
  const fields = new Fields(visit.sent)
  const parsed = form.parse(fields, context, visit)
  if (parsed === null || fields.issues.length > 0) return { outcome: 'refused', issues: fields.issues }
  return await form.save(parsed, context, visit)
}

const differing = (
  labels: Readonly<Record<string, string>>,
  yours: FormValues,
  now: FormValues,
): readonly DraftDifference[] =>
  Object.entries(labels).map(([name, label]) => ({
    label,
    yours: typedOf(yours, name),
    other: typedOf(now, name),
  }))

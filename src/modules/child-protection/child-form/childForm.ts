import type { ZodType } from 'zod'
import { z } from 'zod'
import {
  Fields,
  type FormValues,
  type LongForm,
  longFormHtml,
  openLongForm,
  type RecordFrame,
  recordFrame,
  recordWriters,
  refusedLongForm,
  typedOf,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { answerSaveDraft, type DraftDifference, draftConflict, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { type FormKeys, notFound, type Reply, type Route, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { errorsAbove, type FieldErrors, type FormIssue, fieldErrors, type Html, html, nothing } from '#ui'

/** What became of a form that was sent whole. */
export type Sent =
  | { readonly outcome: 'saved'; readonly location: string; readonly success: string }
  | { readonly outcome: 'refused'; readonly issues: readonly FormIssue[] }
  /** Somebody changed the row since the form was opened: nothing was written. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'not_found' }

type AboutChild = { readonly personId: Uuid }

/** Where a form is, for whom and of what. */
export type FormVisit<Params> = {
  readonly work: Work
  readonly params: Params
  readonly query: Readonly<Record<string, string | undefined>>
  readonly sent: FormValues
  readonly submission: Uuid
}

/** One form in a child's record: what it shows, how it is read, and the command behind it. */
export type ChildForm<Params extends AboutChild, Context, Parsed> = {
  readonly url: string
  readonly params: ZodType<Params>
  /** One word for its drafts. */
  readonly name: string
  /** What the audit says was looked at; its name when left out. */
  readonly resource?: string
  readonly title: string
  readonly heading: (context: Context) => string
  readonly summary: { readonly show: string; readonly send: string }
  readonly submit: string
  readonly path: (params: Params, query: FormVisit<Params>['query']) => string
  readonly cancel: (params: Params) => string
  /** What the form is about, in the sender's own sight; null answers as absent. */
  readonly read: (visit: FormVisit<Params>, frame: RecordFrame) => Promise<Context | null>
  /** What it is filled with first; with `version` it is refused when another was saved meanwhile. */
  readonly fresh: (context: Context, work: Work, query: FormVisit<Params>['query']) => FormValues
  readonly fields: (context: Context, values: FormValues, errors: FieldErrors) => Html
  readonly parse: (fields: Fields, context: Context, visit: FormVisit<Params>) => Parsed | null
  readonly save: (parsed: Parsed, context: Context, visit: FormVisit<Params>) => Promise<Sent>
  /** Fields in the order of the page, for the list of errors. */
  readonly order: readonly string[]
  /** The element to go to for a field that is several, such as a date. */
  readonly targets?: Readonly<Record<string, string>>
  /** What the fields are called, where both texts are to be shown. */
  readonly labels?: Readonly<Record<string, string>>
}

const query = z
  .object({ draft: z.literal('open') })
  .partial()
  .catch({})
  .and(z.record(z.string(), z.string().max(60)).catch({}))

/** The two routes of a form: open to whoever writes the child's record, kept as a draft while it is typed. */
export function childForm<Params extends AboutChild, Context, Parsed>(
  form: ChildForm<Params, Context, Parsed>,
): readonly Route[] {
  const common = {
    url: form.url,
    admits: recordWriters,
    purpose: 'casework',
    params: form.params,
    query,
  } as const
  const keyOf = (visit: FormVisit<Params>) => ({
    form: form.name,
    recordKey: Object.values(visit.params).join(':'),
    path: form.path(visit.params, visit.query),
  })
  const show = route({
    ...common,
    method: 'GET',
    summary: form.summary.show,
    async handle({ work, params, query: asked, form: keys, sent }): Promise<Reply> {
      const visit = { work, params, query: asked, sent, submission: keys.submission }
      const found = await opened(form, visit)
      if (found === null) return notFound
      const fresh = form.fresh(found.context, work, asked)
      const shown = await openLongForm(work, keyOf(visit), asked['draft'] === 'open', fresh)
      return formReply(form, found, shown, { visit, keys })
    },
  })
  const send = route({
    ...common,
    method: 'POST',
    summary: form.summary.send,
    async handle(asked): Promise<Reply> {
      const { work, params, sent, form: keys } = asked
      const visit = { work, params, query: asked.query, sent, submission: keys.submission }
      const found = await opened(form, visit)
      if (found === null) return notFound
      const key = keyOf(visit)
      if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(asked, key.form, key.recordKey)
      const answer = await answered(form, found.context, visit)
      if (answer.outcome === 'not_found') return notFound
      if (answer.outcome === 'saved') {
        await dropDraft(work, key.form, key.recordKey)
        return { kind: 'redirect', location: answer.location, success: answer.success }
      }
      const isStale = answer.outcome === 'stale'
      const issues = answer.outcome === 'refused' ? answer.issues : []
      const now = form.fresh(found.context, work, visit.query)
      const differences = isStale ? differing(form.labels ?? {}, sent, now) : []
      const values = isStale ? { ...sent, version: now['version'] } : sent
      const errors = fieldErrors(issues, form.order, form.targets)
      const refused = await refusedLongForm(work, key, values, errors)
      return formReply(form, found, refused, { visit, keys, differences, isStale })
    },
  })
  return [show, send]
}

type Found<Context> = { readonly frame: RecordFrame; readonly context: Context }

async function opened<Params extends AboutChild, Context, Parsed>(
  form: ChildForm<Params, Context, Parsed>,
  visit: FormVisit<Params>,
): Promise<Found<Context> | null> {
  const frame = await recordFrame(visit.work, visit.params.personId, null)
  if (!frame?.mayWrite) return null
  const context = await form.read(visit, frame)
  return context === null ? null : { frame, context }
}

async function answered<Params extends AboutChild, Context, Parsed>(
  form: ChildForm<Params, Context, Parsed>,
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

type Around<Params> = {
  readonly visit: FormVisit<Params>
  readonly keys: FormKeys
  readonly differences?: readonly DraftDifference[]
  readonly isStale?: boolean
}

function formReply<Params extends AboutChild, Context, Parsed>(
  form: ChildForm<Params, Context, Parsed>,
  { frame, context }: Found<Context>,
  shown: LongForm,
  { visit, keys, differences = [], isStale = false }: Around<Params>,
): Reply {
  const hasErrors = shown.errors.list.length > 0
  const version = typedOf(shown.values, 'version')
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
    shown: { resource: form.resource ?? form.name, subjectIds: [visit.params.personId] },
  }
}

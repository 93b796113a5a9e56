import { z } from 'zod'
import { Fields, openLongForm, recordWriters, refusedLongForm } from '#modules/casework'
import { answerSaveDraft, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import { fieldErrors } from '#ui'
import type { FamilyParams } from './familyParams.ts'
import { formReply } from './formReply.ts'
import { differing, type FamilyForm, type FormVisit, type Sent } from './formShape.ts'
import { type OpenFamily, openFamily } from './openFamily.ts'

export type { FamilyForm, FormVisit, Sent } from './formShape.ts'

const query = z
  .object({ draft: z.literal('open') })
  .partial()
  .catch({})
  .and(z.record(z.string(), z.string().max(60)).catch({}))

type Asked<Params> = Visit<Params, Readonly<Record<string, string | undefined>>, unknown>

/** The two routes of a form in a family's workbook, kept as a draft while it is typed. */
export function familyForm<Params extends FamilyParams, Context, Parsed>(
  form: FamilyForm<Params, Context, Parsed>,
): readonly Route[] {
  const common = {
    url: form.url,
    admits: recordWriters,
    purpose: 'casework',
    params: form.params,
    query,
  } as const
  const show = route({
    ...common,
    method: 'GET',
    summary: form.summary.show,
    handle: asked => shown(form, asked),
  })
  const send = route({
    ...common,
    method: 'POST',
    summary: form.summary.send,
    handle: asked => received(form, asked),
  })
  return [show, send]
}

const visitOf = <Params>({ work, params, query: asked, sent, form }: Asked<Params>): FormVisit<Params> => ({
  work,
  params,
  query: asked,
  sent,
  submission: form.submission,
})

const keyOf = <Params extends FamilyParams, Context, Parsed>(
  form: FamilyForm<Params, Context, Parsed>,
  visit: FormVisit<Params>,
) => ({
  form: form.name,
  recordKey: [...Object.values(visit.params), form.draftOf?.(visit.query) ?? ''].filter(Boolean).join(':'),
  path: form.path(visit.params, visit.query),
})

async function shown<Params extends FamilyParams, Context, Parsed>(
  form: FamilyForm<Params, Context, Parsed>,
  asked: Asked<Params>,
): Promise<Reply> {
  const visit = visitOf(asked)
  const found = await opened(form, visit)
  if (found === null) return notFound
  const fresh = form.fresh(found.context, visit, found.open)
  const filled = await openLongForm(visit.work, keyOf(form, visit), asked.query['draft'] === 'open', fresh)
  return formReply(form, found, filled, { visit, keys: asked.form })
}

async function received<Params extends FamilyParams, Context, Parsed>(
  form: FamilyForm<Params, Context, Parsed>,
  asked: Asked<Params>,
): Promise<Reply> {
  const visit = visitOf(asked)
  const { work, sent } = visit
  const found = await opened(form, visit)
  if (found === null) return notFound
  const key = keyOf(form, visit)
  if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(asked, key.form, key.recordKey)
  const answer = await answered(form, found, visit)
  if (answer.outcome === 'not_found') return notFound
  if (answer.outcome === 'saved') {
    await dropDraft(work, key.form, key.recordKey)
    return { kind: 'redirect', location: answer.location, success: answer.success }
  }
  const isStale = answer.outcome === 'stale'
  const issues = answer.outcome === 'refused' ? answer.issues : []
  const now = form.fresh(found.context, visit, found.open)
  const differences = isStale
    ? (form.differences?.(found.context, sent) ?? differing(form.labels ?? {}, sent, now))
    : []
  const targets = form.targetsOf?.(found.context) ?? form.targets
  const values = isStale ? { ...sent, version: now['version'] } : sent
  const refused = await refusedLongForm(work, key, values, fieldErrors(issues, form.order, targets))
  return formReply(form, found, refused, { visit, keys: asked.form, differences, isStale })
}

type Found<Context> = { readonly open: OpenFamily; readonly context: Context }

async function opened<Params extends FamilyParams, Context, Parsed>(
  form: FamilyForm<Params, Context, Parsed>,
  visit: FormVisit<Params>,
): Promise<Found<Context> | null> {
  const open = await openFamily(visit.work, visit.params.familyId)
  if (!open?.writes) return null
  const context = await form.read(visit, open)
  return context === null ? null : { open, context }
}

async function answered<Params extends FamilyParams, Context, Parsed>(
  form: FamilyForm<Params, Context, Parsed>,
  { context, open }: Found<Context>,
  visit: FormVisit<Params>,
): Promise<Sent> {
  const fields = new Fields(visit.sent)
  const parsed = form.parse(fields, context, visit)
  if (parsed === null || fields.issues.length > 0) return { outcome: 'refused', issues: fields.issues }
  return await form.save(parsed, context, visit, open)
}

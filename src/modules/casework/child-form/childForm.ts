import { z } from 'zod'
import { answerSaveDraft, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { notFound, type Reply, type Route, route } from '#platform/http'
import { fieldErrors } from '#ui'
import { Fields } from '../pages/frame/fields.ts'
import { openLongForm, refusedLongForm } from '../pages/frame/longForm.ts'
import { recordFrame } from '../pages/frame/recordFrame.ts'
import { recordWriters } from '../pages/frame/recordParams.ts'
import { writableSubjects } from '../queries/familyChildren.ts'
import { differing, formReply } from './formReply.ts'
import type { AboutChild, ChildForm, FormVisit, Found, Sent } from './formShape.ts'

export type { ChildForm, FormVisit, Sent } from './formShape.ts'

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

async function opened<Params extends AboutChild, Context, Parsed>(
  form: ChildForm<Params, Context, Parsed>,
  visit: FormVisit<Params>,
): Promise<Found<Context> | null> {
  const { personId } = visit.params
  // Asked first: of a child who is known and not written a reader waits no longer than of one who is not there.
  if (!(await writableSubjects(visit.work, [personId])).has(personId)) return null
  const frame = await recordFrame(visit.work, personId, null)
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

import { z } from 'zod'
import { answerSaveDraft, type Draft, dropDraft, readDraft, SAVE_DRAFT, saveDraft } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FieldErrors, fieldErrors, plural } from '#ui'
import { directsAll } from '../../approvals/directsAll.ts'
import { recordOversight } from '../../oversight/recordOversight.ts'
import { type FamilyChild, familyChildren } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordWriters } from '../frame/recordParams.ts'
import { submissionFrom } from '../record-visit/form.ts'
import { oversightDraft, oversightPage } from './page.ts'

const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
type OversightVisit = Visit<{ personId: Uuid }, z.infer<typeof query>, unknown>

const forManagers: Reply = {
  kind: 'forbidden',
  ask: 'Management oversight is recorded by a manager of the case. Ask the manager of the team that holds it.',
}
const common = {
  url: '/people/:personId/oversight/new',
  admits: recordWriters,
  purpose: 'casework',
  params: personParams,
  query,
} as const

const show = route({
  ...common,
  method: 'GET',
  summary: 'The form for management oversight of the children of a family',
  async handle(visit): Promise<Reply> {
    const { work, params } = visit
    const children = await managedChildren(visit)
    if (!Array.isArray(children)) return children as Reply
    const { form, recordKey } = oversightDraft(params.personId)
    const kept = await readDraft(work, form, recordKey)
    const draft = visit.query.draft === 'open' ? kept : null
    const values = draft?.fields ?? { about: children.map(child => child.id) }
    return formReply(visit, { children, values, draft, offered: draft ? null : kept })
  },
})

const send = route({
  ...common,
  method: 'POST',
  summary: 'Records management oversight of the children of a family',
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const children = await managedChildren(visit)
    if (!Array.isArray(children)) return children as Reply
    const { form, recordKey } = oversightDraft(params.personId)
    if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, form, recordKey)
    const fields = new Fields(sent)
    const chosen = [sent['about'] ?? []].flat().flatMap(id => parseUuid(String(id)) ?? [])
    const personIds = children.map(child => child.id).filter(id => chosen.includes(id))
    if (personIds.length === 0) fields.problem('about', 'Select at least one child that this is about')
    const lookedAt = fields.text('looked_at', 10_000, 'Enter what you looked at')
    const view = fields.text('view', 50_000, 'Enter your view')
    const givesTasks = fields.isTicked('tasks', 'yes')
    const direction = fields.text(
      'direction',
      10_000,
      givesTasks ? 'Enter what is to happen, or give no task' : undefined,
    )
    const by = fields.date('by', 'Date')
    if (fields.issues.length > 0 || lookedAt === null || view === null) {
      await saveDraft(work, form, recordKey, sent)
      const draft = await readDraft(work, form, recordKey)
      const errors = fieldErrors(fields.issues, ['about', 'looked_at', 'view', 'direction', 'by'], {
        by: 'by-day',
      })
      return formReply(visit, { children, values: sent, draft, offered: null, errors })
    }
    const submission = submissionFrom(sent) ?? visit.form.submission
    const written = { personIds, lookedAt, view, direction, by, givesTasks, submission }
    const recorded = await recordOversight(work, written)
    if (recorded.outcome === 'not_manager') return forManagers
    await dropDraft(work, form, recordKey)
    const given = recorded.tasks > 0 ? `, with ${plural(recorded.tasks, 'task')}` : ''
    const success = `Saved for ${plural(personIds.length, 'child', 'children')}${given}`
    return { kind: 'redirect', location: `/people/${params.personId}`, success }
  },
})

/** Children of the family whose cases the reader manages, the one in the address among them; else what to answer. */
async function managedChildren({
  work,
  params,
}: Pick<OversightVisit, 'work' | 'params'>): Promise<FamilyChild[] | Reply> {
  const children = await familyChildren(work, params.personId)
  if (children.length === 0) return notFound
  const managed: FamilyChild[] = []
  for (const child of children) if (await directsAll(work, [child.id])) managed.push(child)
  return managed.some(child => child.id === params.personId) ? managed : forManagers
}

type FormParts = {
  readonly children: readonly FamilyChild[]
  readonly values: Readonly<Record<string, unknown>>
  readonly draft: Draft | null
  readonly offered: Draft | null
  readonly errors?: FieldErrors
}

async function formReply(
  { work, params, form }: OversightVisit,
  { errors = fieldErrors([]), ...parts }: FormParts,
): Promise<Reply> {
  const frame = await recordFrame(work, params.personId, 'notes')
  if (frame === null) return notFound
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Record management oversight',
    hasErrors,
    before: frame.before,
    content: oversightPage({ ...parts, personId: params.personId, errors, keys: form, now: work.now }),
    shown: { resource: 'oversight_form', subjectIds: parts.children.map(child => child.id) },
  }
}

export const oversightRoutes = [show, send]

import { z } from 'zod'
import { answerSaveDraft, dropDraft, readDraft, SAVE_DRAFT, saveDraft } from '#platform/drafts'
import { notFound, type Visit as PageVisit, type Reply, route } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FieldErrors, type FormIssue, fieldErrors, plural } from '#ui'
import { recordVisit } from '../../commands/recordVisit.ts'
import { type FamilyChild, familyChildren } from '../../queries/familyChildren.ts'
import { likelyPurpose } from '../../queries/likelyPurpose.ts'
import { readNote } from '../../queries/readNote.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { parseVisit, submissionFrom, valuesFrom } from './form.ts'
import { visitFormPage } from './page.ts'
import { refusalIssues } from './refusalIssues.ts'
import type { DraftKey, VisitFormView } from './visitFormView.ts'
import { childFields, type FormValues, startingValues, valuesOfNote } from './visitValues.ts'

const query = z.object({
  corrects: uuidParam.optional(),
  draft: z.literal('open').optional(),
  /** Siblings' ids with commas between: one line of a work list. */
  also: z
    .string()
    .max(2_000)
    .transform(text => text.split(',').flatMap(id => parseUuid(id) ?? []))
    .catch([])
    .default([]),
})

/** One draft for a new note about this person, one for each note being corrected. */
const draftKeyOf = (personId: Uuid, correctsId: Uuid | null): DraftKey => ({
  form: 'visit',
  recordKey: correctsId === null ? personId : `${personId}:${correctsId}`,
})

const askTeam: Reply = {
  kind: 'forbidden',
  ask: 'You may read this record but not write in it. Ask the worker or team that holds the case to record it.',
}

const showForm = route({
  method: 'GET',
  url: '/people/:personId/visits/new',
  admits: recordWriters,
  summary: 'The form for a visit, call or note about the children of a family',
  purpose: 'casework',
  params: personParams,
  query,
  async handle(visit): Promise<Reply> {
    const { work, params } = visit
    const correctsId = visit.query.corrects ?? null
    const children = await familyChildren(work, params.personId, 'B1')
    const [first] = children
    if (first === undefined) return notFound
    if (!first.mayWrite) return askTeam
    const { form, recordKey } = draftKeyOf(params.personId, correctsId)
    const kept = await readDraft(work, form, recordKey)
    const draft = visit.query.draft === 'open' ? kept : null
    const values = draft?.fields ?? (await freshValues(visit, correctsId, children))
    if (values === null) return notFound
    const offered = draft ? null : kept
    return formReply(visit, { children, values, draft, offered, correctsId, errors: fieldErrors([]) })
  },
})

const sendForm = route({
  method: 'POST',
  url: '/people/:personId/visits/new',
  admits: recordWriters,
  summary: 'Records a visit, call or note about the children of a family',
  purpose: 'casework',
  params: personParams,
  query,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const correctsId = visit.query.corrects ?? null
    const { form, recordKey } = draftKeyOf(params.personId, correctsId)
    const children = await familyChildren(work, params.personId, 'B1')
    if (children.length === 0) return notFound
    if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, form, recordKey)
    const submission = submissionFrom(sent) ?? visit.form.submission
    const values = valuesFrom(sent)
    const parsed = parseVisit(values, { children, submission, correctsId })
    const recorded = parsed.ok ? await recordVisit(work, parsed.visit) : null
    if (parsed.ok && recorded?.outcome === 'recorded') {
      await dropDraft(work, form, recordKey)
      const said = `Saved for ${plural(parsed.visit.children.length, 'child', 'children')}`
      return { kind: 'redirect', location: `/people/${params.personId}`, success: said }
    }
    const refusals = recorded?.outcome === 'refused' ? recorded.refusals : []
    const errors = errorsOf(parsed.ok ? refusalIssues(refusals, params.personId) : parsed.issues, children)
    // Kept before the form is shown again: whoever leaves here loses nothing, and autosave goes on from this version.
    await saveDraft(work, form, recordKey, sent)
    const draft = await readDraft(work, form, recordKey)
    return formReply(visit, { children, values, draft, offered: null, correctsId, errors })
  },
})

type AnyVisit = Pick<
  PageVisit<z.infer<typeof personParams>, z.infer<typeof query>, unknown>,
  'work' | 'params' | 'query' | 'form'
>

async function freshValues(
  { work, params, query: { also } }: AnyVisit,
  correctsId: Uuid | null,
  children: readonly FamilyChild[],
): Promise<FormValues | null> {
  if (correctsId === null)
    return startingValues([params.personId, ...also], work.now, await likelyPurpose(work, params.personId))
  const note = await readNote(work, correctsId)
  return note?.personIds.includes(params.personId) ? valuesOfNote(note, children) : null
}

type FormParts = Pick<VisitFormView, 'children' | 'values' | 'draft' | 'offered' | 'correctsId' | 'errors'>

async function formReply(
  { work, params, query: { also }, form }: AnyVisit,
  parts: FormParts,
): Promise<Reply> {
  const frame = await recordFrame(work, params.personId, 'notes')
  if (frame === null) return notFound
  const hasErrors = parts.errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Record a visit or note',
    hasErrors,
    before: frame.before,
    content: visitFormPage({
      ...parts,
      personId: params.personId,
      keys: form,
      draftKey: draftKeyOf(params.personId, parts.correctsId),
      now: work.now,
      alsoIds: also.filter(id => parts.children.some(child => child.id === id)),
    }),
    shown: { resource: 'visit_form', subjectIds: parts.children.map(child => child.id) },
  }
}

function errorsOf(issues: readonly FormIssue[], children: readonly FamilyChild[]): FieldErrors {
  const ofChildren = children.flatMap(child => Object.values(childFields(child.id)))
  const order = ['reason', 'on', 'time', ...ofChildren, 'body', 'kind', 'place', 'impact', 'next']
  return fieldErrors(issues, order, { on: 'on-day', next: 'next-day' })
}

export const recordVisitRoutes = [showForm, sendForm]

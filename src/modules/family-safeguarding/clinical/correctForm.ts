import { z } from 'zod'
import {
  Fields,
  type FormValues,
  type LongForm,
  longFormHtml,
  openLongForm,
  recordWriters,
  refusedLongForm,
  typedOf,
  uuidParam,
} from '#modules/casework'
import { answerSaveDraft, type DraftDifference, draftConflict, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { errorsAbove, fieldErrors, html, nothing } from '#ui'
import { line, moment, momentValues, parseMoment, text } from '../frame/fieldParts.ts'
import { keepClinicalNote, type NewClinicalNote } from './clinicalNotes.ts'
import { type Corrected, correctedNote } from './correctedNote.ts'

const params = z.object({ strandId: uuidParam, noteId: uuidParam })
const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
type Asked = Visit<z.infer<typeof params>, z.infer<typeof query>, unknown>

const back = (strandId: Uuid): string => `/safeguarding/clinical-notes/${strandId}`
const keyOf = ({ strandId, noteId }: Asked['params']) => ({
  form: 'clinical-correction',
  recordKey: noteId,
  path: `${back(strandId)}/${noteId}/correct`,
})

/** The words that are corrected now. */
const standing = ({ note, correction }: Corrected) => correction ?? note

const fresh = (found: Corrected): FormValues => ({
  version: found.correction?.id ?? 'none',
  ...momentValues('at', standing(found).at),
  body: standing(found).body,
})

async function show(asked: Asked): Promise<Reply> {
  const found = await correctedNote(asked.work, asked.params)
  if (found === null) return notFound
  const opensDraft = asked.query.draft === 'open'
  return page(asked, found, await openLongForm(asked.work, keyOf(asked.params), opensDraft, fresh(found)))
}

async function send(asked: Asked): Promise<Reply> {
  const { work, sent } = asked
  const found = await correctedNote(work, asked.params)
  if (found === null) return notFound
  const key = keyOf(asked.params)
  if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(asked, key.form, key.recordKey)
  const fields = new Fields(sent)
  const corrected = parse(fields, asked)
  if (corrected === null) {
    const errors = fieldErrors(fields.issues, ['at', 'at-time', 'body', 'reason'], { at: 'at-day' })
    return page(asked, found, await refusedLongForm(work, key, sent, errors))
  }
  if (sent['version'] !== (found.correction?.id ?? 'none') || !(await keep(asked, found, corrected)))
    return await stale(asked)
  await dropDraft(work, key.form, key.recordKey)
  const success = 'The correction is kept for your service'
  return { kind: 'redirect', location: back(asked.params.strandId), success }
}

function parse(fields: Fields, { work, form }: Asked): NewClinicalNote | null {
  const at = parseMoment(fields, 'at', 'The contact', work.now)
  const body = fields.text('body', 200_000, 'Enter the note')
  const reason = fields.text('reason', 1_000, 'Enter why it is corrected')
  if (at === null || body === null || reason === null || fields.issues.length > 0) return null
  return { at, body, reason, submission: form.submission }
}

const keep = ({ work }: Asked, found: Corrected, corrected: NewClinicalNote): Promise<boolean> =>
  keepClinicalNote(work, { ...found.noted, id: found.noted.strandId }, found.note.organisationId, {
    ...corrected,
    corrects: standing(found).id,
  })

/** Both texts, when somebody was faster: oneself, in another window. */
async function stale(asked: Asked): Promise<Reply> {
  const { work, sent } = asked
  const found = await correctedNote(work, asked.params)
  if (found === null) return notFound
  const values = { ...sent, version: found.correction?.id ?? 'none' }
  const form = await refusedLongForm(work, keyOf(asked.params), values, fieldErrors([]))
  return page(asked, found, form, [
    { label: 'Note', yours: typedOf(sent, 'body'), other: standing(found).body },
  ])
}

function page(
  { work, form: keys, params: { strandId } }: Asked,
  { noted, name }: Corrected,
  form: LongForm,
  differences: readonly DraftDifference[] = [],
): Reply {
  const { values, errors } = form
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: differences.length > 0 ? 409 : hasErrors ? 422 : 200,
    title: 'Correct a clinical note',
    current: '/safeguarding',
    hasErrors,
    back: back(strandId),
    content: html`${errorsAbove(errors)}${differences.length > 0 ? draftConflict({ between: 'record', differences }) : nothing}
<h1 class="govuk-heading-l">Correct a clinical note: ${name}</h1>
${longFormHtml(form, {
  keys,
  now: work.now,
  submit: 'Keep the correction',
  cancel: back(strandId),
  fields: html`<input type="hidden" name="version" value="${typedOf(values, 'version')}"><p class="govuk-body">What stood before stays beside it, for your service.</p>
${moment('at', 'When was it?', { values, errors })}${text('body', 'Note', { values, errors }, undefined, 8)}${line('reason', 'Why is it corrected?', { values, errors })}`,
})}`,
    shown: { resource: 'clinical_note', subjectIds: [noted.personId] },
  }
}

const here = {
  url: '/safeguarding/clinical-notes/:strandId/:noteId/correct',
  admits: recordWriters,
  purpose: 'casework',
  params,
  query,
} as const

/** By its author, as another note beside it, also when the work with the person has ended. */
export const correctClinicalRoutes = [
  route({ ...here, method: 'GET', summary: 'The form that corrects a clinical note', handle: show }),
  route({ ...here, method: 'POST', summary: 'Corrects a clinical note by another beside it', handle: send }),
]

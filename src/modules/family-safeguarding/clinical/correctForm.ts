import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { html } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type StrandParams, strandPath } from '../frame/familyParams.ts'
import { line, moment, momentValues, parseMoment, text } from '../frame/fieldParts.ts'
import { nameOf } from '../frame/openFamily.ts'
import { type ClinicalNote, keepClinicalNote, type NewClinicalNote } from './clinicalNotes.ts'
import { type OwnWork, ownWork } from './ownWork.ts'

type Params = StrandParams & { readonly noteId: Uuid }
type Context = OwnWork & {
  readonly note: ClinicalNote
  /** The correction that stands already, when somebody was faster: oneself, in another window. */
  readonly correction: ClinicalNote | null
}

/** `/families/:familyId/safeguarding/strands/:strandId/clinical-notes/:noteId/correct`: by its author, as another note beside it. */
export const correctClinicalRoutes = familyForm<Params, Context, NewClinicalNote>({
  url: '/families/:familyId/safeguarding/strands/:strandId/clinical-notes/:noteId/correct',
  params: z.object({ familyId: uuidParam, strandId: uuidParam, noteId: uuidParam }),
  name: 'clinical-correction',
  tab: null,
  title: 'Correct a clinical note',
  heading: ({ strand }, open) => `Correct a clinical note: ${nameOf(open, strand.personId)}`,
  summary: {
    show: 'The form that corrects a clinical note',
    send: 'Corrects a clinical note by another beside it',
  },
  submit: 'Keep the correction',
  path: params => strandPath(params, `/clinical-notes/${params.noteId}/correct`),
  cancel: params => strandPath(params, '/clinical-notes'),
  async read(visit) {
    const own = await ownWork(visit)
    const note = own?.notes.find(({ id }) => id === visit.params.noteId)
    if (own === null || note === undefined || note.authorId !== visit.work.actor.id) return null
    return { ...own, note, correction: own.notes.find(({ correctsId }) => correctsId === note.id) ?? null }
  },
  fresh: ({ note, correction }) => ({
    version: correction?.id ?? 'none',
    ...momentValues('at', (correction ?? note).at),
    body: (correction ?? note).body,
  }),
  fields: (_, values, errors) =>
    html`<p class="govuk-body">What stood before stays beside it, for your service.</p>
${moment('at', 'When was it?', { values, errors })}${text('body', 'Note', { values, errors }, undefined, 8)}${line('reason', 'Why is it corrected?', { values, errors })}`,
  parse(fields, _, { work, submission }) {
    const at = parseMoment(fields, 'at', 'The contact', work.now)
    const body = fields.text('body', 200_000, 'Enter the note')
    const reason = fields.text('reason', 1_000, 'Enter why it is corrected')
    return at === null || body === null || reason === null ? null : { at, body, reason, submission }
  },
  async save(corrected, { strand, organisationId, note, correction }, { work, params, sent }) {
    if (sent['version'] !== (correction?.id ?? 'none')) return { outcome: 'stale' }
    const corrects = (correction ?? note).id
    if (!(await keepClinicalNote(work, strand, organisationId, { ...corrected, corrects })))
      return { outcome: 'stale' }
    const location = strandPath(params, '/clinical-notes')
    return { outcome: 'saved', location, success: 'The correction is kept for your service' }
  },
  order: ['at', 'at-time', 'body', 'reason'],
  targets: { at: 'at-day' },
  labels: { body: 'Note' },
})

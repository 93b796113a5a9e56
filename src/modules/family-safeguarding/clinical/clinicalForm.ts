import { type Html, html } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type StrandParams, strandParams, strandPath } from '../frame/familyParams.ts'
import { moment, parseMoment, text } from '../frame/fieldParts.ts'
import { nameOf } from '../frame/openFamily.ts'
import type { Strand } from '../rules/strand.ts'
import { type ClinicalNote, keepClinicalNote, type NewClinicalNote } from './clinicalNotes.ts'
import { notesHtml } from './noteHtml.ts'
import { type OwnWork, ownWork } from './ownWork.ts'

/** `/families/:familyId/safeguarding/strands/:strandId/clinical-notes`: for whoever works on the strand, and their own service alone. */
export const clinicalRoutes = familyForm<StrandParams, OwnWork, NewClinicalNote>({
  url: '/families/:familyId/safeguarding/strands/:strandId/clinical-notes',
  params: strandParams,
  name: 'clinical-note',
  tab: null,
  title: 'Clinical notes',
  heading: ({ strand }, open) => `Clinical notes: ${nameOf(open, strand.personId)}`,
  summary: {
    show: 'Clinical notes of a strand, for the practitioner’s own service',
    send: 'Keeps a clinical note',
  },
  submit: 'Keep the note',
  path: params => strandPath(params, '/clinical-notes'),
  cancel: params => strandPath(params),
  read: ownWork,
  fresh: () => ({}),
  fields: (
    _,
    values,
    errors,
  ) => html`<p class="govuk-body">Your own service keeps these. They are in no record of the family, no copy, no search and no count. What the team needs to know belongs in a session.</p>
${moment('at', 'When was it?', { values, errors })}${text('body', 'Note', { values, errors }, undefined, 8)}`,
  after: ({ strand, notes }) => earlier(strand, notes),
  parse(fields, _, { work, submission }) {
    const at = parseMoment(fields, 'at', 'The contact', work.now)
    const body = fields.text('body', 200_000, 'Enter the note')
    return at === null || body === null ? null : { at, body, submission }
  },
  async save(note, { strand, organisationId }, { work, params }) {
    await keepClinicalNote(work, strand, organisationId, note)
    return {
      outcome: 'saved',
      location: strandPath(params, '/clinical-notes'),
      success: 'The note is kept for your service',
    }
  },
  order: ['at', 'at-time', 'body'],
  targets: { at: 'at-day' },
})

function earlier({ id: strandId, workerId }: Strand, notes: readonly ClinicalNote[]): Html {
  const path = `/safeguarding/clinical-notes/${strandId}`
  return html`<h2 class="govuk-heading-m">Earlier notes</h2>${notes.length === 0 ? html`<p class="govuk-body">None.</p>` : notesHtml(notes, ({ id, authorId }) => (authorId === workerId ? `${path}/${id}/correct` : null))}`
}

import { workerNames } from '#modules/agencies'
import { textField } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { formatDateTime, type Html, html } from '#ui'
import { meetingForm } from '../../meeting/pages/form/meetingForm.ts'
import { meetingPath } from '../../meeting/pages/meetingPath.ts'
import type { ChildProtectionTables } from '../../tables.ts'
import { isConference } from '../rules/conference.ts'

type Note = {
  readonly id: Uuid
  readonly said: string
  readonly by: string | null
  readonly at: Temporal.Instant
}

/** The chair's own notes of a conference, as far as the reader may read them: with the record, not with its papers. */
async function chairNotes(work: Work, meetingId: Uuid): Promise<readonly Note[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('chair_note')
    .select(['id', 'said', 'made_by', 'recorded_from'])
    .where('meeting_id', '=', meetingId)
    .orderBy('id')
    .execute()
  const names = await workerNames(
    work,
    rows.map(row => row.made_by),
  )
  return rows.map(row => ({
    id: row.id,
    said: row.said,
    by: names.get(row.made_by) ?? null,
    at: row.recorded_from,
  }))
}

const list = (notes: readonly Note[]): Html =>
  notes.length === 0
    ? html`<p class="govuk-body">There are no notes.</p>`
    : html`<ul class="govuk-list">${notes.map(one => html`<li>${one.by ?? 'The chair'}, ${formatDateTime(one.at)}: <span class="kith-typed">${one.said}</span></li>`)}</ul>`

/** `/meetings/:meetingId/conference/notes`: the line reads them, and the chair alone writes them. */
export const notesForm = meetingForm<readonly Note[], string>({
  part: '/conference/notes',
  tab: '/conference',
  name: 'chair-note',
  title: 'The chair’s notes',
  heading: () => 'The chair’s notes',
  summary: {
    show: 'The chair’s own notes of a conference',
    send: 'Adds a note of the chair to a conference',
  },
  submit: () => 'Add the note',
  read: async ({ work, opened: { meeting, parts } }) =>
    isConference(meeting) && parts.includes('chair') ? await chairNotes(work, meeting.id) : null,
  withoutForm: async ({ work, opened }) => list(await chairNotes(work, opened.meeting.id)),
  fresh: () => ({}),
  above: notes => list(notes),
  fields: (_, values, errors) =>
    textField(
      'said',
      'A note',
      { values, errors },
      'Read by whoever has the record. Nobody changes it, you neither',
      5,
    ),
  parse: fields => fields.text('said', 10_000, 'Enter the note'),
  async save(said, _, { work, opened }) {
    await work
      .db<ChildProtectionTables>()
      .insertInto('chair_note')
      .values({ id: makeUuid(), meeting_id: opened.meeting.id, said, made_by: work.actor.id })
      .execute()
    return {
      outcome: 'saved',
      location: meetingPath(opened.meeting.id, '/conference/notes'),
      success: 'Note added',
    }
  },
  order: () => ['said'],
})

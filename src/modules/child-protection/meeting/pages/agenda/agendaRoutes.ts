import { type Fields, type FormValues, lineField, typedOf } from '#modules/casework'
import { type FieldErrors, type Html, html, input } from '#ui'
import { keepAgenda } from '../../commands/changeMeeting.ts'
import type { AgendaItem } from '../../rules/agenda.ts'
import { meetingForm } from '../form/meetingForm.ts'
import { workedAt } from '../meetingPath.ts'
import { keepsAgenda, minutesWords } from './agendaHtml.ts'

const MORE = 3
const MOST = 30

type Context = { readonly rows: number }
const namesOf = (at: number) => ({
  place: `place-${at}`,
  title: `title-${at}`,
  minutes: `minutes-${at}`,
  lead: `lead-${at}`,
})
const each = <T>(rows: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: rows }, (_, at) => make(at + 1))

/** `/meetings/:meetingId/agenda`: what it speaks of, in which order, for how long and led by whom. */
export const agendaRoutes = meetingForm<Context, readonly AgendaItem[]>({
  part: '/agenda',
  tab: '',
  name: 'meeting-agenda',
  title: 'Agenda',
  heading: () => 'Agenda',
  summary: {
    show: 'The form for what a meeting speaks of',
    send: 'Sets what a meeting speaks of, for how long and led by whom',
  },
  submit: () => 'Save the agenda',
  read: async ({ opened: { meeting, parts } }) =>
    keepsAgenda(meeting, parts) ? { rows: Math.min(MOST, meeting.agenda.length + MORE) } : null,
  fresh: ({ rows }, { opened }) =>
    Object.fromEntries(
      each(rows, at => {
        const item = opened.meeting.agenda[at - 1]
        const name = namesOf(at)
        return [
          [name.place, `${at}`],
          [name.title, item?.title ?? ''],
          [name.minutes, item?.minutes ? `${item.minutes}` : ''],
          [name.lead, item?.lead ?? ''],
        ]
      }).flat(),
    ),
  version: (_, { opened }) => `${opened.meeting.version}`,
  above: (_, { opened: { meeting } }) =>
    html`<p class="govuk-body">${minutesWords(meeting.agenda, meeting.minutes)} Leave an item empty to take it out; change its place to move it.</p>`,
  fields: ({ rows }, values, errors) => html`${each(rows, at => itemFields(at, values, errors))}`,
  parse: (fields, { rows }) => parseAgenda(fields, rows),
  async save(items, _, { work, opened: { meeting } }) {
    const of = { meetingId: meeting.id, version: meeting.version }
    if ((await keepAgenda(work, of, items)) === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: workedAt(meeting), success: 'Agenda saved' }
  },
  order: ({ rows }) => each(rows, at => Object.values(namesOf(at))).flat(),
  labels: ({ rows }) =>
    Object.fromEntries(
      each(rows, at => {
        const { title, minutes, lead } = namesOf(at)
        return [
          [title, `Item ${at}`],
          [minutes, `Minutes of item ${at}`],
          [lead, `Who leads item ${at}`],
        ]
      }).flat(),
    ),
})

function itemFields(at: number, values: FormValues, errors: FieldErrors): Html {
  const name = namesOf(at)
  const of = { values, errors }
  const number = (field: string, text: string) =>
    html`<div class="govuk-grid-column-one-half">${input({
      name: field,
      label: { text, classes: 'govuk-label--s' },
      classes: 'govuk-input--width-3',
      inputmode: 'numeric',
      value: typedOf(values, field),
      errorMessage: errors.of(field),
    })}</div>`
  return html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-visually-hidden">Item ${at}</legend>
<div class="govuk-grid-row"><div class="govuk-grid-column-one-half">${lineField(name.title, `${at}. What`, of)}</div><div class="govuk-grid-column-one-quarter">${lineField(name.lead, 'Who leads', of)}</div>
<div class="govuk-grid-column-one-quarter"><div class="govuk-grid-row">${number(name.minutes, 'Minutes')}${number(name.place, 'Place')}</div></div></div></fieldset>`
}

function parseAgenda(fields: Fields, rows: number): readonly AgendaItem[] | null {
  const typed = each(rows, at => {
    const name = namesOf(at)
    const title = fields.text(name.title, 200)
    const lead = fields.text(name.lead, 100)
    const minutes = fields.typed(name.minutes).trim()
    const place = Number(fields.typed(name.place).trim())
    if (title === null && (minutes !== '' || lead !== null)) fields.problem(name.title, 'Enter what it is')
    const isMinutes = minutes === '' || (/^\d{1,3}$/.test(minutes) && Number(minutes) > 0)
    if (!isMinutes) fields.problem(name.minutes, 'Enter minutes as a whole number, such as 10')
    if (title !== null && !(place >= 1 && place <= 99))
      fields.problem(name.place, 'Enter its place as a whole number, such as 2')
    return title === null
      ? []
      : [{ place, item: { title, minutes: minutes === '' ? null : Number(minutes), lead } }]
  }).flat()
  if (fields.issues.length > 0) return null
  return typed.toSorted((one, other) => one.place - other.place).map(({ item }) => item)
}
